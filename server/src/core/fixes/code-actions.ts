import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types'
import type { Analysis } from '../analyser'
import { diagnosticsOf } from '../diagnostics'
import type { Edit, Finding } from '../rules/rule'
import { suppressing } from './suppress'

export const FIX_ALL_KIND = 'source.fixAll.specmark'

/** What a code action is resolved by: sent to the client and back. */
export interface CodeActionData {
  readonly uri: string
  readonly version: number
  /** Of {@link Analysis.findings}. */
  readonly finding: number
  /** Of the finding's fixes, or where a comment silences it. */
  readonly action: number | 'line' | 'file'
}

/** What may be done about the findings at a place, without edits: those are made when one is chosen. */
export function codeActions(
  { document, spec, findings }: Analysis,
  range: Range,
  isOffered: (finding: Finding, fix: number) => boolean,
): CodeAction[] {
  const start = document.offsetAt(range.start)
  const end = document.offsetAt(range.end)
  const actions: CodeAction[] = []
  for (const [at, finding] of findings.entries()) {
    if (finding.span.start > end || finding.span.end < start) continue
    const diagnostics = [...diagnosticsOf(document, [finding])]
    const { uri, version } = document
    const action = (title: string, which: CodeActionData['action']): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      data: { uri, version, finding: at, action: which } satisfies CodeActionData,
    })
    const fixes = (finding.fixes ?? []).map(({ title, safe }, place) => ({ title, safe, place }))
    const offered = fixes.filter(({ place }) => isOffered(finding, place))
    for (const { title, safe, place } of offered) {
      const isPreferred = safe === true || offered.length === 1
      actions.push({ ...action(title, place), ...(isPreferred ? { isPreferred } : {}) })
    }
    // What the runner says of itself cannot be silenced; what is wrong with a comment is mended in it.
    if (/^(?:internal|suppression)\//.test(finding.rule)) continue
    if (suppressing(spec, finding, 'line') !== undefined) {
      actions.push(action(`Silence ${finding.rule} on this line`, 'line'))
    }
    actions.push(action(`Silence ${finding.rule} in this file`, 'file'))
  }
  return actions
}

/** The edits of a code action; `undefined` where the document has changed since it was offered. */
export function editsOfAction(analysis: Analysis, data: CodeActionData): TextEdit[] | undefined {
  const { document, spec, findings } = analysis
  const finding = findings[data.finding]
  if (document.version !== data.version || finding === undefined) return undefined
  if (typeof data.action === 'number') {
    const fix = finding.fixes?.[data.action]
    return fix === undefined ? undefined : textEdits(document, fix.edits())
  }
  const edit = suppressing(spec, finding, data.action)
  return edit === undefined ? undefined : textEdits(document, [edit])
}

/** Edits as the protocol wants them. */
export function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    newText: text,
  }))
}
