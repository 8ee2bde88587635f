import type { Item, SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { afterLineEnd, lineEnd, lineStart } from '../../text/lines'

/** Items of the same numbering beside an item: in its section, one as deep as the other. In the order of the document. */
export function siblingsOf({ items }: SpecDocument, item: Item): readonly Item[] {
  return items.filter(
    ({ id, form, section, parent }) =>
      form === item.form &&
      section === item.section &&
      parent === item.parent &&
      id.prefix === item.id.prefix &&
      id.area === item.id.area,
  )
}

/** The lines of a list item, those nested in it included, with the last one's ending. Blank lines behind it are not its own. */
export function linesOf(text: string, { span }: Item): Span {
  const last = text.slice(span.start, span.end).trimEnd().length
  return {
    start: lineStart(text, span.start),
    end: afterLineEnd(text, lineEnd(text, span.start + last)),
  }
}

/** What stands before the item's own words: indentation, list marker, checkbox, ID. */
export function openingOf(text: string, item: Item): string {
  return text.slice(lineStart(text, item.span.start), item.textSpan.start)
}

/** An item in a list, whose words are there to be moved or cut: not a row, a heading or what a placeholder stands for. */
export function isListed(text: string, { form, textSpan, span }: Item): boolean {
  return form === 'listItem' && textSpan.end > textSpan.start && lineStart(text, span.start) <= span.start
}
