import type { FileSymbols } from '../../../index/workspace/file-symbols'
import type { FoundItem, FoundReference } from '../../../index/workspace/workspace-index'
import type { FeatureContext } from '../../context'
import { locationIn } from '../locations'
import { lineLink } from '../markdown'

/** More links would push the rest of the hover out of sight. */
const MOST_LINKS = 20
const MOST_PLACES = 8

/** What answers an item, what it answers, and where else it is named, in any file. */
export function linkLines(context: FeatureContext, found: FoundItem): string[] {
  const { workspace } = context
  const answering = workspace.answeredBy(found)
  const answered = workspace.answers(found)
  const linked = new Set([...answering, ...answered].map(({ file, item }) => `${file.uri} ${item.key}`))
  const places = workspace
    .referencesTo(found)
    .filter(({ file, reference: { by } }) => by === undefined || !linked.has(`${file.uri} ${by}`))
  return [
    ...itemLine(context, 'Answered by', answering),
    ...itemLine(context, 'Answers', answered),
    ...placeLine(context, places),
  ]
}

function itemLine(context: FeatureContext, label: string, items: readonly FoundItem[]): string[] {
  if (items.length === 0) return []
  const links = items.slice(0, MOST_LINKS).map((found) => `${itemLink(context, found)}${stateOf(found)}`)
  if (items.length > MOST_LINKS) links.push(`and ${items.length - MOST_LINKS} more`)
  return [`${label}: ${links.join(', ')}`]
}

function placeLine(context: FeatureContext, places: readonly FoundReference[]): string[] {
  if (places.length === 0) return []
  const links = places.slice(0, MOST_PLACES).map(({ file, reference }) => {
    const { line } = locationIn(file, reference).range.start
    const name = file === context.file ? `line ${line + 1}` : `${nameOf(file)}, line ${line + 1}`
    return lineLink(name, file.uri, line)
  })
  if (places.length > MOST_PLACES) links.push(`and ${places.length - MOST_PLACES} more`)
  return [`Named in: ${links.join(', ')}`]
}

/** A link to an item; of another file with the name of its document. */
export function itemLink(context: FeatureContext, { file, item }: FoundItem): string {
  const label = file === context.file ? item.id : `${nameOf(file)}#${item.id}`
  return lineLink(label, file.uri, locationIn(file, item).range.start.line)
}

/** Its document ID, else its title, else its file's name. */
export function nameOf({ documentId, title, uri }: FileSymbols): string {
  return documentId?.text ?? title?.text ?? uri.slice(uri.lastIndexOf('/') + 1)
}

function stateOf({ item }: FoundItem): string {
  if (item.retired) return ' (retired)'
  if (item.checked === undefined) return ''
  return item.checked ? ' (done)' : ' (open)'
}
