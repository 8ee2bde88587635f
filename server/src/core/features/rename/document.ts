import type { WorkspaceIndex } from '../../index/workspace/workspace-index'
import { Refused } from '../../text/refused'
import { PlanBuilder, type RenamedFile, type RenamePlan } from './plan'

/** Letters, digits and hyphens, at least one digit: what a document ID is found by in a text. */
const FORM = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-\d[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*$/u

/**
 * Renames the document ID of a spec: its field, what names it, and what is qualified by it.
 *
 * @param files all files that have the ID or name it, in the version that counts
 * @throws {Refused} where the new ID is another spec's, or cannot be found in a text, or two specs have the old one
 */
export function renameDocument(
  workspace: WorkspaceIndex,
  id: string,
  newId: string,
  files: readonly RenamedFile[],
): RenamePlan {
  if (!FORM.test(newId) || newId.length > 80) {
    throw new Refused(
      `“${newId}” cannot be a document ID: letters, digits and hyphens, with a number behind one of them.`,
    )
  }
  const bearers = workspace.withDocumentId(id)
  const [first, ...others] = bearers
  const members = new Set(first === undefined ? [] : workspace.membersOf(first))
  if (others.some((other) => !members.has(other))) {
    throw new Refused(`Several specifications have the ID ${id}: give one of them another first.`)
  }
  const taken = workspace.withDocumentId(newId).find((other) => !bearers.includes(other))
  if (taken !== undefined) {
    throw new Refused(`${newId} is the ID of “${taken.title?.text ?? taken.uri}” already.`)
  }
  const plan = new PlanBuilder()
  const isIt = (text: string) => text.toUpperCase() === id.toUpperCase()
  for (const { symbols } of files) {
    const own = symbols.documentId
    if (own !== undefined && isIt(own.text)) {
      plan.add(symbols.uri, { start: own.start, end: own.start + own.text.length }, newId)
    }
    for (const mention of symbols.documentMentions) {
      if (isIt(mention.text)) plan.add(symbols.uri, mention, newId)
    }
  }
  const texts = new Map(files.map(({ symbols, text }) => [symbols.uri, text]))
  return plan.build((uri) => texts.get(uri) ?? '')
}
