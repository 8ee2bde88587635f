import type { FileSymbols } from '../../../index/workspace/file-symbols'
import type { FeatureContext } from '../../context'
import { locationOfSpec } from '../locations'
import { escapeMarkdown, lineLink } from '../markdown'
import { capitalise, countWords, LIFECYCLE_ORDER, PROGRESS_NAMES, plural } from '../words'

/** Title, status and progress of the specs with a document ID; `undefined` for that of the document itself. */
export function documentMarkdown({ file, workspace }: FeatureContext, id: string): string | undefined {
  const specs = workspace.withDocumentId(id).filter((spec) => spec !== file)
  return specs.length === 0 ? undefined : specs.map(specMarkdown).join('\n\n---\n\n')
}

function specMarkdown(spec: FileSymbols): string {
  const { uri, title, status, progress, items, documentId } = spec
  const { line } = locationOfSpec(spec).range.start
  const name = title?.text ?? documentId?.text ?? ''
  const facts = status === undefined ? [] : [escapeMarkdown(status)]
  const lines = [[`**${lineLink(name, uri, line)}**`, ...facts].join(' · ')]
  const counts = LIFECYCLE_ORDER.flatMap((role) => {
    const count = items.filter((item) => item.role === role).length
    return count === 0 ? [] : [plural(count, role)]
  })
  if (counts.length > 0) lines.push(capitalise(counts.join(', ')))
  if (progress.total > 0) lines.push(`${countWords(progress)} done${detailOf(spec)}`)
  return lines.join('\n\n')
}

function detailOf({ progress }: FileSymbols): string {
  const parts = LIFECYCLE_ORDER.flatMap((role) => {
    const count = progress.byRole[role]
    return count === undefined ? [] : [`- ${capitalise(PROGRESS_NAMES[role])}: ${countWords(count)}`]
  })
  return parts.length < 2 ? '' : `:\n\n${parts.join('\n')}`
}
