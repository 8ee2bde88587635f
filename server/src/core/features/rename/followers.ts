import { comparedDocumentId } from '../../index/workspace/symbol-diff'
import type { WorkspaceIndex } from '../../index/workspace/workspace-index'
import { PlanBuilder, type RenamedFile, type RenamePlan } from './plan'

/** A document ID that a spec gives up for another, while other specs may keep it. */
export interface DocumentIdChange {
  readonly from: string
  readonly to: string
}

/** Files other than the document that may mean it by its ID: those that name the ID, and those that are one spec with it. */
export function filesToFollow(workspace: WorkspaceIndex, uri: string, id: string): readonly string[] {
  const naming = workspace.mentionsOfDocument(id).map(({ file }) => file.uri)
  const found = new Set([...membersOf(workspace, uri), ...naming])
  found.delete(uri)
  return [...found]
}

function membersOf(workspace: WorkspaceIndex, uri: string): ReadonlySet<string> {
  const file = workspace.file(uri)
  return new Set(file === undefined ? [uri] : workspace.membersOf(file).map((member) => member.uri))
}

/**
 * Lets other files follow a spec to its new document ID where they mean it and no other. While another spec has the ID, that is
 * in the text of links to this one, and in files that are one spec with it; what stands elsewhere may mean the other, and stays.
 *
 * @param uri of the spec whose ID changes
 * @param files those of {@link filesToFollow}, in the version that counts
 */
export function followDocumentId(
  workspace: WorkspaceIndex,
  uri: string,
  { from, to }: DocumentIdChange,
  files: readonly RenamedFile[],
): RenamePlan {
  const members = membersOf(workspace, uri)
  const isOnly = workspace.withDocumentId(from).every((other) => members.has(other.uri))
  const plan = new PlanBuilder()
  const isIt = (text: string) => comparedDocumentId(text) === comparedDocumentId(from)
  for (const { symbols } of files) {
    const isMember = members.has(symbols.uri)
    const links = symbols.links.filter((link) => link.uri === uri)
    const own = symbols.documentId
    if (isMember && own !== undefined && isIt(own.text)) {
      plan.add(symbols.uri, { start: own.start, end: own.start + own.text.length }, to)
    }
    for (const mention of symbols.documentMentions) {
      if (!isIt(mention.text)) continue
      const isInLink = links.some(({ start, end }) => start <= mention.start && mention.end <= end)
      if (isOnly || isMember || isInLink) plan.add(symbols.uri, mention, to)
    }
  }
  const texts = new Map(files.map(({ symbols, text }) => [symbols.uri, text]))
  return plan.build((one) => texts.get(one) ?? '')
}
