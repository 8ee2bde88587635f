import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Analysis } from '../analyser'
import { diagnosticsOf } from '../diagnostics'
import type { Edit, Finding, Fix } from '../rules/rule'
import { type SuppressionPlace, suppressing } from './suppress'
import { tickAt, ticks } from './tick'

/** What a code action is resolved by: sent to the client and back. */
export interface CodeActionData {
  readonly uri: string
  readonly version: number
  /** Of {@link Analysis.findings}; for `tick` the offset of the box, for `refactor` that of the cursor. */
  readonly place: number
  /** Of the finding's fixes, or where a comment silences it, or to tick a box. */
  readonly action: number | SuppressionPlace | 'tick' | 'refactor'
  /** Which of those that are offered at the place; with `refactor` only. */
  readonly refactoring?: number
}

/**
 * What may be done about the findings at a place, without edits: those are made when one is chosen. First what mends them,
 * then what silences them.
 */
export function codeActions(
  analysis: Analysis,
  range: Range,
  isOffered: (finding: Finding, fix: Fix) => boolean,
): CodeAction[] {
  const { document, findings, index } = analysis
  const start = document.offsetAt(range.start)
  const end = document.offsetAt(range.end)
  const fixes: CodeAction[] = []
  const silenced = { line: new Map<string, CodeAction>(), file: new Map<string, CodeAction>() }
  for (const [at, finding] of findings.entries()) {
    if (finding.span.start > end || finding.span.end < start) continue
    const make = maker(document, finding, at)
    const offered = (finding.fixes ?? []).filter((fix) => isOffered(finding, fix))
    for (const fix of offered) {
      const isPreferred = fix.safe || fix.likely || offered.length === 1
      const action = make(fix.title, finding.fixes?.indexOf(fix) ?? 0)
      fixes.push({ ...action, ...(isPreferred ? { isPreferred } : {}) })
    }
    // One comment is for all that a rule says of its line.
    for (const place of silencingPlaces(analysis, finding)) {
      const known = silenced[place]
      if (!known.has(finding.rule))
        known.set(finding.rule, make(`Disable ${finding.rule} for this ${place}`, place))
    }
  }
  for (const { title, mark } of ticks(index, start, end)) {
    fixes.push({ title, kind: CodeActionKind.QuickFix, data: dataOf(document, mark, 'tick') })
  }
  return [...fixes, ...silenced.line.values(), ...silenced.file.values()]
}

function dataOf(
  { uri, version }: TextDocument,
  place: number,
  action: CodeActionData['action'],
): CodeActionData {
  return { uri, version, place, action }
}

function maker(document: TextDocument, finding: Finding, at: number) {
  const diagnostics = [...diagnosticsOf(document, [finding])]
  return (title: string, action: CodeActionData['action']): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    data: dataOf(document, at, action),
  })
}

/** What the runner says of itself, and a merge that went wrong, cannot be silenced; a comment is mended where it stands. */
const LOUD = /^(?:internal|suppression)\/|^structure\/conflict-marker$/

function silencingPlaces({ spec }: Analysis, finding: Finding): readonly SuppressionPlace[] {
  if (LOUD.test(finding.rule)) return []
  return suppressing(spec, finding, 'line') === undefined ? ['file'] : ['line', 'file']
}

/** The fix that a code action makes; `undefined` where it makes none, or the document has changed since it was offered. */
export function fixOfAction({ document, findings }: Analysis, data: CodeActionData): Fix | undefined {
  if (document.version !== data.version || typeof data.action !== 'number') return undefined
  return findings[data.place]?.fixes?.[data.action]
}

/** The edits of a code action; `undefined` where the document has changed since it was offered. */
export function editsOfAction(analysis: Analysis, data: CodeActionData): readonly Edit[] | undefined {
  const { document, findings } = analysis
  if (document.version !== data.version) return undefined
  if (data.action === 'refactor') return undefined
  if (typeof data.action === 'number') return fixOfAction(analysis, data)?.edits()
  const finding = findings[data.place]
  const edit =
    data.action === 'tick'
      ? tickAt(analysis.index, data.place)
      : finding && suppressing(analysis.spec, finding, data.action)
  return edit && [edit]
}
