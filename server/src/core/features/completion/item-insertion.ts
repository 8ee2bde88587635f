import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types'
import type { ItemKind } from '../../template/template'
import { shorten } from '../../text/shorten'
import { type ItemStyle, templateStyle } from '../support/item-style'
import { ROLE_NAMES } from '../support/words'
import { type Place, rangeOf, sortKey } from './place'
import { createFiller } from './snippet'

/** A new item, ready to be put in. */
export interface NewItem {
  readonly kind: ItemKind
  readonly id: string
  readonly style: ItemStyle
  /** What the edit replaces. */
  readonly start: number
  readonly end: number
}

const DESCRIPTION_LENGTH = 60

/** The item with each of the texts that the template gives its kind, as snippets. */
export function insertions(place: Place, item: NewItem): readonly CompletionItem[] {
  const range = rangeOf(place, item.start, item.end)
  const typed = place.context.spec.text.slice(item.start, place.offset)
  return textsOf(place, item).map((text, index) => ({
    label: item.id,
    labelDetails: { description: shorten(text.split('\n')[0] ?? '', DESCRIPTION_LENGTH) },
    detail: `new ${ROLE_NAMES[item.kind.role]}`,
    kind: CompletionItemKind.Snippet,
    sortText: sortKey(index),
    filterText: filterText(item, typed),
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range, newText: snippet(place, item, text) },
  }))
}

/**
 * Clients filter by what stands in the edit's range: marks as typed, or as far as they are those of the style. Behind a
 * list marker of another style the blank that comes next is expected, as it would close the list otherwise.
 */
function filterText({ style, id }: NewItem, typed: string): string {
  const lead = style.marker + style.before
  const marks = /^(?:\d{1,9}[.)])?[^\p{L}\p{N}]*/u.exec(typed)?.[0] ?? ''
  return (lead.startsWith(marks) ? lead : marks.replace(/^(?:[-*+]|\d{1,9}[.)])$/, '$& ')) + id
}

/**
 * Texts to choose from: the template's that hold a placeholder, in a spec of that template; in a loose one, whose
 * sentences may be others, first none. A heading's text is a title, which no list item's text would fit.
 */
function textsOf({ context }: Place, { kind, style }: NewItem): readonly string[] {
  const { shape } = kind
  const isHeading = style.marker.startsWith('#')
  if (shape === undefined || isHeading !== (shape.form === 'heading') || shape.form === 'row') return ['']
  const marked = context.template.placeholders.filter(({ bracketed }) => bracketed)
  const open = shape.variants.filter((text) => marked.some((placeholder) => text.includes(placeholder.text)))
  const texts = open.length > 0 ? open : [shape.sample]
  return context.spec.recognition.kind === 'loose' ? ['', ...texts] : texts
}

function snippet({ context }: Place, { kind, id, style }: NewItem, text: string): string {
  const filler = createFiller(context)
  const lead = filler.text(style.marker + style.before + id + style.after)
  return lead + (text === '' ? filler.next() : filler.fill(reindented(text, kind, style)))
}

/** Nested lines stand under the text of the item, wherever its marker leaves room for it. */
function reindented(text: string, kind: ItemKind, style: ItemStyle): string {
  const from = markerWidth(templateStyle(kind)?.marker ?? '')
  const to = ' '.repeat(markerWidth(style.marker))
  const [first = '', ...further] = text.split('\n')
  const nested = further.map((line) => {
    const indent = line.length - line.trimStart().length
    return line.trim() === '' ? '' : to + line.slice(Math.min(indent, from))
  })
  return [first, ...nested].join('\n')
}

/** Width of a list marker and the blank behind it; the checkbox belongs to the text. */
function markerWidth(marker: string): number {
  return /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(marker)?.[0].length ?? 0
}
