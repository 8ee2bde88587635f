import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { comparedAnchor } from '../index/anchors'
import type { LinkSymbol, ReferenceSymbol } from '../index/workspace/file-symbols'
import { comparedDocumentId } from '../index/workspace/symbol-diff'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { leadsTo } from './support/locations'
import { rangeOf } from './support/range'
import { type TargetOptions, targetAt } from './support/target'

const { Read, Write } = DocumentHighlightKind

/** Takes a place that is highlighted. */
type Add = (span: Span, kind: DocumentHighlightKind) => void

/**
 * All places in the document of what stands at an offset, where it is defined (`Write`) and where it is named (`Read`): an
 * item, by a range as well, a document ID, what a link leads to. For a lettered ID that nothing defines (`REQ-004d`) also the
 * definition that it means. Nothing for what is none of these.
 */
export function documentHighlights(
  context: FeatureContext,
  offset: number,
  options: TargetOptions = {},
): DocumentHighlight[] {
  const { file } = context
  const places = new Map<string, DocumentHighlight>()
  const add: Add = (span, kind) => {
    const place = `${span.start} ${span.end}`
    // The ends of a range stand in it more than once.
    if (!places.has(place)) places.set(place, { range: rangeOf(context, span), kind })
  }
  const target = targetAt(context, offset, options)
  switch (target?.kind) {
    case 'item':
      addItem(context, offset, add)
      break
    case 'document':
      addDocument(context, target.id, add)
      break
    case 'link':
      addPlace(context, target.link, add)
      break
    case 'heading':
      addPlace(context, { uri: file.uri, fragment: target.heading.anchor }, add)
      break
    case undefined:
      break
  }
  return [...places.values()]
}

function addItem(context: FeatureContext, offset: number, add: Add): void {
  const { index, file } = context
  const qualified = file.references.find(
    ({ start, end, implied, qualifier }) =>
      start <= offset && offset <= end && !implied && isForeign(context, qualifier),
  )
  if (qualified !== undefined) {
    addForeign(context, qualified, add)
    return
  }
  const found = index.at(offset)
  if (found === undefined) return
  const { id, item } = found
  const definitions = index.definitions(id.key)
  const written = definitions.length > 0 || item === undefined ? definitions : [item]
  for (const definition of written) add(definition.id.span, Write)
  for (const reference of index.references(id.key)) {
    if (!isForeign(context, reference.qualifier)) add(reference.id.span, Read)
  }
}

/** What is qualified by another spec is an item of that one, whatever this one has of the same ID. */
function addForeign({ file }: FeatureContext, { key, qualifier = '' }: ReferenceSymbol, add: Add): void {
  const spec = comparedDocumentId(qualifier)
  for (const reference of file.references) {
    const { qualifier: other } = reference
    if (reference.key !== key || other === undefined || comparedDocumentId(other) !== spec) continue
    add(reference, Read)
  }
}

function isForeign({ file }: FeatureContext, qualifier: string | undefined): boolean {
  if (qualifier === undefined) return false
  const own = file.documentId?.text
  return own === undefined || comparedDocumentId(own) !== comparedDocumentId(qualifier)
}

function addDocument({ file }: FeatureContext, id: string, add: Add): void {
  const isIt = (text: string) => comparedDocumentId(text) === comparedDocumentId(id)
  if (file.documentId !== undefined && isIt(file.documentId.text)) add(file.documentId, Write)
  for (const mention of file.documentMentions) if (isIt(mention.text)) add(mention, Read)
}

function addPlace({ file }: FeatureContext, place: Pick<LinkSymbol, 'uri' | 'fragment'>, add: Add): void {
  const wanted = place.uri === file.uri ? comparedAnchor(place.fragment) : ''
  const heading = file.headings.find(({ anchor }) => wanted !== '' && comparedAnchor(anchor) === wanted)
  if (heading !== undefined) add({ start: heading.from, end: heading.to }, Write)
  for (const link of file.links) if (leadsTo(link, place)) add(link, Read)
}
