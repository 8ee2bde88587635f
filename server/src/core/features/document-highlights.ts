import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { rangeOf } from './support/range'

/**
 * All places of the ID at an offset: where it is defined (`Write`), and where it is named (`Read`), by a range as well. For
 * a lettered ID that nothing defines (`REQ-004d`) also the definition that it means. Nothing for what is no ID.
 */
export function documentHighlights(context: FeatureContext, offset: number): DocumentHighlight[] {
  const { index } = context
  const found = index.at(offset)
  if (found === undefined) return []
  const { id, item } = found
  const definitions = index.definitions(id.key)
  const written = definitions.length > 0 || item === undefined ? definitions : [item]
  const places = new Map<string, DocumentHighlight>()
  const add = (span: Span, kind: DocumentHighlightKind) => {
    const place = `${span.start} ${span.end}`
    // The ends of a range stand in it more than once.
    if (!places.has(place)) places.set(place, { range: rangeOf(context, span), kind })
  }
  for (const definition of written) add(definition.id.span, DocumentHighlightKind.Write)
  for (const reference of index.references(id.key)) add(reference.id.span, DocumentHighlightKind.Read)
  return [...places.values()]
}
