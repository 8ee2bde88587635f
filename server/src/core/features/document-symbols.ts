import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types'
import type { Item } from '../model/spec-document'
import type { Span } from '../template/template'
import { shorten } from '../text/shorten'
import type { FeatureContext } from './context'
import { checkboxesIn, type Headed, headingsOf, isSpec, reachOf } from './support/lookup'
import { keywordsOf } from './support/normative'
import { rangeOf } from './support/range'
import { SYMBOL_KINDS } from './support/symbol-kinds'
import { countWords } from './support/words'

/** Longest name of an item, so that an outline stays readable in a side bar. */
const NAME_LENGTH = 60

export interface OutlineOptions {
  /** The editor outlines headings itself: only what is no heading is wanted. */
  readonly withoutHeadings: boolean
}

/**
 * The outline: sections, and in them their items, which nest as their text does. The detail of an item is its keyword and
 * whether it is done, that of a section its progress. An item that is a heading stands in the place of its section.
 */
export function documentSymbols(context: FeatureContext, options: OutlineOptions): DocumentSymbol[] {
  const { spec } = context
  if (!isSpec(spec)) return []
  const headingItems = new Map<number, Item>()
  const listed: Item[] = []
  for (const item of spec.items) {
    if (item.form === 'heading') headingItems.set(item.span.start, item)
    else listed.push(item)
  }
  const nodes = listed.map((item) => itemNode(context, item))
  if (!options.withoutHeadings) {
    for (const headed of headingsOf(spec)) {
      nodes.push(headingNode(context, headed, headingItems.get(headed.heading.start)))
    }
  }
  return nested(nodes)
}

/** A symbol and where it reaches, in offsets. */
interface Node {
  readonly span: Span
  readonly symbol: DocumentSymbol
}

function itemNode(context: FeatureContext, item: Item): Node {
  const { id, text } = item
  const span = { start: item.span.start, end: beforeLineEnd(context.spec.text, item.span.end) }
  const name = text === '' ? id.text : `${id.text}: ${shorten(text, NAME_LENGTH)}`
  return { span, symbol: { ...itemSymbol(context, item, span), name } }
}

function headingNode(context: FeatureContext, headed: Headed, item: Item | undefined): Node {
  const { text, checkboxes } = context.spec
  const span = { start: headed.heading.start, end: beforeLineEnd(text, reachOf(context.spec, headed)) }
  const name = headed.title.trim() === '' ? 'Untitled' : headed.title
  if (item !== undefined) return { span, symbol: { ...itemSymbol(context, item, span), name } }
  const progress = progressOf(checkboxesIn(checkboxes, headed.span))
  const status = headed.section === undefined ? context.spec.status.value : undefined
  return {
    span,
    symbol: {
      name,
      detail: [status, progress].filter(isSaid).join(' · '),
      kind: SymbolKind.String,
      range: rangeOf(context, span),
      selectionRange: rangeOf(context, headed.heading),
      children: [],
    },
  }
}

function itemSymbol(context: FeatureContext, item: Item, span: Span): DocumentSymbol {
  return {
    name: item.id.text,
    detail: detailOf(context, item),
    kind: SYMBOL_KINDS[item.role],
    ...(item.retired ? { tags: [SymbolTag.Deprecated] } : {}),
    range: rangeOf(context, span),
    selectionRange: rangeOf(context, item.id.span),
    children: [],
  }
}

/** `MUST · open`; of an item with checkboxes below it `MUST · 2 of 3 done`. */
function detailOf({ spec }: FeatureContext, item: Item): string {
  const below = checkboxesIn(spec.checkboxes, item.span).filter((checkbox) => checkbox !== item.checkbox)
  const state = item.checkbox && (item.checkbox.checked ? 'done' : 'open')
  return [keywordsOf(item).join(', '), item.retired ? 'retired' : state, progressOf(below)]
    .filter(isSaid)
    .join(' · ')
}

function progressOf(checkboxes: readonly { readonly checked: boolean }[]): string | undefined {
  if (checkboxes.length === 0) return undefined
  const done = checkboxes.filter(({ checked }) => checked).length
  return `${countWords({ done, total: checkboxes.length })} done`
}

function isSaid(words: string | undefined): words is string {
  return words !== undefined && words !== ''
}

/** What reaches to the beginning of a line has its last line before it. */
function beforeLineEnd(text: string, end: number): number {
  if (text[end - 1] === '\n') return text[end - 2] === '\r' ? end - 2 : end - 1
  return text[end - 1] === '\r' ? end - 1 : end
}

/** The tree of symbols: each is a child of the innermost one that it lies in. */
function nested(nodes: readonly Node[]): DocumentSymbol[] {
  const sorted = [...nodes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const roots: DocumentSymbol[] = []
  const path: Node[] = []
  for (const node of sorted) {
    while (path.length > 0 && node.span.end > (path.at(-1)?.span.end ?? 0)) path.pop()
    ;(path.at(-1)?.symbol.children ?? roots).push(node.symbol)
    path.push(node)
  }
  return roots
}
