import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeAction, Range } from 'vscode-languageserver-types'
import type { Analysis } from '../analyser'
import type { Finding } from '../rules/rule'
import { codeActions } from './code-actions'
import { isNamedElsewhere, type OtherFiles } from './named-elsewhere'

/** What may be done about the findings at a range. A fix that takes an ID away is left out where another file names it. */
export async function offeredActions(
  analysis: Analysis,
  range: Range,
  elsewhere: OtherFiles,
): Promise<CodeAction[]> {
  const { document, spec, findings } = analysis
  const named = new Map<Finding, boolean>()
  for (const finding of findings) {
    const ids = (finding.fixes ?? []).flatMap(({ renames }) => renames ?? [])
    if (ids.length > 0 && touches(document, finding, range)) {
      named.set(finding, await isNamedElsewhere(spec, ids, elsewhere))
    }
  }
  return codeActions(
    analysis,
    range,
    (finding, { renames }) => renames === undefined || named.get(finding) === false,
  )
}

function touches(document: TextDocument, { span }: Finding, { start, end }: Range): boolean {
  return span.start <= document.offsetAt(end) && document.offsetAt(start) <= span.end
}
