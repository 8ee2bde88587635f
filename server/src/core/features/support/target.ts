import type { HeadingSymbol, LinkSymbol, PlacedText } from '../../index/workspace/file-symbols'
import type { FoundItem } from '../../index/workspace/workspace-index'
import { lastStartingBefore } from '../../text/search'
import type { FeatureContext } from '../context'

/** What stands at an offset and has its meaning, or its readers, in other places. */
export type Target =
  /** An item's ID: `found` is what it means, several where that is ambiguous, `[]` where nothing defines it. */
  | { readonly kind: 'item'; readonly span: Place; readonly id: string; readonly found: readonly FoundItem[] }
  /** A document ID, in its own field or named in a text. */
  | { readonly kind: 'document'; readonly span: Place; readonly id: string }
  | { readonly kind: 'link'; readonly span: Place; readonly link: LinkSymbol }
  | { readonly kind: 'heading'; readonly span: Place; readonly heading: HeadingSymbol }

export interface TargetOptions {
  /** The editor follows links by itself: they and headings are left to it. */
  readonly ownLinks?: boolean
}

type Place = Pick<PlacedText, 'start' | 'end'>

/** The innermost of them; the offset behind the last character counts. */
export function targetAt(
  { file, workspace }: FeatureContext,
  offset: number,
  { ownLinks }: TargetOptions = {},
): Target | undefined {
  const item = at(file.items, offset)
  if (item !== undefined) {
    const definition = workspace.definitions(file, item.key)[0] ?? item
    return { kind: 'item', span: item, id: item.id, found: [{ file, item: definition }] }
  }
  const reference = at(
    file.references.filter(({ implied }) => !implied),
    offset,
  )
  if (reference !== undefined) {
    return { kind: 'item', span: reference, id: reference.id, found: workspace.resolve(file, reference) }
  }
  const mention = at(file.documentMentions, offset)
  if (mention !== undefined && workspace.withDocumentId(mention.text).length > 0) {
    return { kind: 'document', span: mention, id: mention.text }
  }
  const own = file.documentId
  if (own !== undefined && own.start <= offset && offset <= own.end) {
    return { kind: 'document', span: own, id: own.text }
  }
  if (ownLinks) return undefined
  // Links may hold images: the innermost.
  const link = file.links.findLast(({ start, end }) => start <= offset && offset <= end)
  if (link !== undefined) return { kind: 'link', span: link, link }
  const heading = file.headings.find(({ from, to }) => from <= offset && offset <= to)
  return heading && { kind: 'heading', span: { start: heading.from, end: heading.to }, heading }
}

function at<T extends Place>(places: readonly T[], offset: number): T | undefined {
  const place = places[lastStartingBefore(places, offset, ({ start }) => start)]
  return place !== undefined && offset <= place.end ? place : undefined
}
