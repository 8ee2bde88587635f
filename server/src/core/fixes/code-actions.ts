import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Analysis } from '../analyser'
import { diagnosticsOf } from '../diagnostics'
import type { Edit, Finding, Fix } from '../rules/rule'
import { type SuppressionPlace, suppressing } from './suppress'

export const FIX_ALL_KIND = 'source.fixAll.specmark'

/** What a code action is resolved by: sent to the client and back. */
export interface CodeActionData {
  readonly uri: string
  readonly version: number
  /** Of {@link Analysis.findings}. */
  readonly finding: number
  /** Of the finding's fixes, or where a comment silences it. */
  readonly action: number | SuppressionPlace
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
  const { document, findings } = analysis
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
  return [...fixes, ...silenced.line.values(), ...silenced.file.values()]
}

function maker(document: TextDocument, finding: Finding, at: number) {
  const { uri, version } = document
  const diagnostics = [...diagnosticsOf(document, [finding])]
  return (title: string, action: CodeActionData['action']): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    data: { uri, version, finding: at, action } satisfies CodeActionData,
  })
}

/** What the runner says of itself, and a merge that went wrong, cannot be silenced; a comment is mended where it stands. */
const LOUD = /^(?:internal|suppression)\/|^structure\/conflict-marker$/

function silencingPlaces({ spec }: Analysis, finding: Finding): readonly SuppressionPlace[] {
  if (LOUD.test(finding.rule)) return []
  return suppressing(spec, finding, 'line') === undefined ? ['file'] : ['line', 'file']
}

/** The edits of a code action; `undefined` where the document has changed since it was offered. */
export function editsOfAction(analysis: Analysis, data: CodeActionData): readonly Edit[] | undefined {
  const { document, spec, findings } = analysis
  const finding = findings[data.finding]
  if (document.version !== data.version || finding === undefined) return undefined
  if (typeof data.action === 'number') return finding.fixes?.[data.action]?.edits()
  const edit = suppressing(spec, finding, data.action)
  return edit === undefined ? undefined : [edit]
}
