import { progressSummary } from '../../core/features/progress'
import { countWords } from '../../core/features/support/words'
import { printable } from '../source-line'
import type { Overview, SpecProgress, StatusGroup } from './overview'
import { groupWords, textBar, totalWords } from './words'

/** Markdown for a wiki, an issue or the summary of a CI job: a table for each status. Links lead from the working directory. */
export function markdownOverview(overview: Overview): string {
  if (overview.count === 0) return ''
  const roles = progressSummary(overview.progress)
  const head = ['# Specifications', `${totalWords(overview)}.${roles === undefined ? '' : ` ${roles}.`}`]
  return `${[...head, ...overview.groups.map(table)].join('\n\n')}\n`
}

function table(group: StatusGroup): string {
  const rows = group.specs.map(row)
  const title = `## ${escaped(groupWords(group))}`
  return [
    `${title}\n`,
    '| Specification | Done | Progress | By part |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function row({ report, name, progress }: SpecProgress): string {
  const cells = [
    `[${escaped(name)}](${destination(report.file)})`,
    countWords(progress),
    textBar(progress),
    progressSummary(progress) ?? '',
  ]
  return `| ${cells.join(' | ')} |`
}

/** Text that Markdown shows as it is: a title may hold markup, HTML, a cell's end, an address or a mention. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>&|~$@^#]/g, '\\$&')
    .replace(/:(?=\/)|(?<=\bwww)\./gi, '\\$&')
}

/** A path that is never an address: `javascript:` in a file's name leads to that file. */
function destination(path: string): string {
  const encoded = path.split('/').map((name) => encodeURIComponent(name).replace(/[()]/g, percentEncoded))
  return encoded.join('/')
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`
}
