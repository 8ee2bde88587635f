import { countsByRole, roleWords } from '../../core/features/progress'
import { capitalise, countWords } from '../../core/features/support/words'
import type { Count, Progress } from '../../core/index/spec-index'
import type { Role } from '../../core/template/template'
import { escapeHtml } from './escape-html'
import type { Overview, SpecProgress, StatusGroup } from './overview'
import { STYLE } from './style'
import { filledCells, groupWords, totalWords } from './words'

type Part = Role | undefined

/**
 * One page that needs nothing beside it: no script, no file, no network, which its policy forbids even if a text of a
 * specification were taken for markup. `''` where there is no specification.
 */
export function htmlOverview(overview: Overview): string {
  if (overview.count === 0) return ''
  const total = escapeHtml(totalWords(overview))
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Specifications: ${escapeHtml(countWords(overview.progress))} boxes ticked</title>
<style>
${STYLE}</style>
</head>
<body>
<header>
<h1>Specifications</h1>
<p>${total}</p>
${bar(overview.progress)}
</header>
<main>
${partsSection(overview)}${groupSections(overview)}</main>
</body>
</html>
`
}

/** The sums by role, as `Plan 5 of 7` beside a bar. */
function partsSection({ progress }: Overview): string {
  const rows = countsByRole(progress).map(
    ([part, count]) => `<tr><th scope="row">${partName(part)}</th><td>${measured(count)}</td></tr>\n`,
  )
  if (rows.length < 2) return ''
  return `<section>
<h2>By part</h2>
<div class="scroll" tabindex="0" role="group" aria-label="By part">
<table class="parts">
<thead><tr><th scope="col">Part</th><th scope="col">Ticked</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
</div>
</section>
`
}

/** The same columns in each, so that what is below each other can be compared. */
function groupSections({ groups, progress }: Overview): string {
  const parts = countsByRole(progress).map(([part]) => part)
  return groups.map((group) => groupSection(group, parts)).join('')
}

function groupSection(group: StatusGroup, parts: readonly Part[]): string {
  const columns = parts.map((part) => `<th scope="col">${partName(part)}</th>`).join('')
  const title = escapeHtml(groupWords(group))
  const rows = group.specs.map((spec) => specRow(spec, parts)).join('')
  return `<section>
<h2>${title}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${title}">
<table>
<thead><tr><th scope="col">Specification</th><th scope="col">All boxes</th>${columns}</tr></thead>
<tbody>
${rows}</tbody>
${group.specs.length > 1 ? `<tfoot>${row('Together', group.progress, parts)}</tfoot>\n` : ''}</table>
</div>
</section>
`
}

function specRow(
  { report: { file, title, id }, name, progress }: SpecProgress,
  parts: readonly Part[],
): string {
  const notes = [title === null ? null : file, id].filter((note) => note !== null)
  const small = notes.map((note) => `<span class="note">${escapeHtml(note)}</span>`).join('')
  return row(`${escapeHtml(name)}${small}`, progress, parts)
}

/** @param name HTML */
function row(name: string, progress: Progress, parts: readonly Part[]): string {
  const counts = new Map(countsByRole(progress))
  const cells = parts.map((part) => {
    const count = counts.get(part)
    return `<td>${count === undefined ? '–' : countWords(count)}</td>`
  })
  return `<tr><th scope="row">${name}</th><td>${measured(progress)}</td>${cells.join('')}</tr>\n`
}

function measured(count: Count): string {
  return count.total === 0 ? 'No boxes' : `${bar(count)} ${countWords(count)}`
}

/** Drawn, as backgrounds are left out in print; the words beside it say the same. */
function bar(count: Count): string {
  const width = filledCells(count, 100)
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="100" height="10"/><rect class="done" width="${width}" height="10"/></svg>`
}

function partName(part: Part): string {
  return escapeHtml(capitalise(roleWords(part)))
}
