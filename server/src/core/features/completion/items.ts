import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types'
import type { Series } from '../../index/spec-index'
import type { Item } from '../../model/spec-document'
import type { ItemKind } from '../../template/template'
import { type ItemStyle, markerOf, nextMarker, styleOf, templateStyle } from '../support/item-style'
import type { Line } from '../support/lines'
import { ROLE_NAMES } from '../support/words'
import { insertions } from './item-insertion'
import { type Place, rangeOf, sortKey } from './place'

/** A line on which nothing but the beginning of an item is typed yet. */
interface Begun {
  readonly indent: number
  readonly marker: string
  /** A bracket is open in which the ID would stand: `maybe` where it may also be a checkbox's. */
  readonly opened: boolean | 'maybe'
  /** What is typed of the ID. */
  readonly typed: string
}

const BEGUN =
  /^(?<indent>[ \t]*)(?<marker>(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(?<box>\[[ xX]?(?:\][ \t]*)?)?(?:\*\*|__|\*|_)?(?<bracket>\[)?(?<typed>[\p{L}\p{N}][\p{L}\p{N}_.-]*(?: [\d.]*)?)?$/u
/** What an editor closes by itself behind the cursor. */
const CLOSERS = /^[ \t]*\]?[ \t]*(?:\*{1,2}|_{1,2})?\]?[ \t]*$/
/** The cursor stands in the checkbox of an item that is written already. */
const WRITTEN_BOX = /^[ xX]?\][ \t]+\S/
const REST_OF_ID = /^[A-Za-z0-9.-]*/
const LONGEST_BEGINNING = 120

/**
 * The next free ID where an item is begun: behind a list marker, a checkbox, bold or a bracket in a section for items.
 * Inserts the whole shape of the item in the style of the document's own; before text that stands there already, the
 * ID alone.
 */
export function newItems(place: Place): readonly CompletionItem[] | undefined {
  const begun = begunAt(place.line)
  if (begun === undefined) return undefined
  const completions = modelsAt(place, begun).flatMap((model) => completionsOf(place, begun, model))
  return completions.length > 0 ? completions : undefined
}

function begunAt({ before, after }: Line): Begun | undefined {
  if (before.length > LONGEST_BEGINNING) return undefined
  const groups = BEGUN.exec(before)?.groups
  if (groups === undefined || (before.endsWith('[') && WRITTEN_BOX.test(after))) return undefined
  const { indent = '', marker = '', box = '', bracket = '', typed = '' } = groups
  return { indent: indent.length, marker, opened: bracket !== '' || (box === '[' && 'maybe'), typed }
}

/** What an item of one kind would be here. */
interface Model {
  readonly kind: ItemKind
  readonly style: ItemStyle
  readonly area: string | undefined
}

function modelsAt(place: Place, begun: Begun): readonly Model[] {
  return place.context.index.seriesAt(place.offset).flatMap((series) => modelOf(place, begun, series))
}

/** Written as the nearest of its kind; where that cannot be repeated, as the template writes it. */
function modelOf(place: Place, begun: Begun, { kind, area, example, siblings }: Series): readonly Model[] {
  const inList = siblings.length > 0
  if (inList && example?.form === 'paragraph' && begun.marker !== '') return []
  const style = (example && styleOf(place.context.spec, example)) ?? templateStyle(kind)
  if (style === undefined || (!inList && style.marker.startsWith('#'))) return []
  const before = siblings.filter((item) => item.span.start < place.offset && !isOn(place.line, item))
  return [{ kind, style: numbered(place, style, begun, before), area }]
}

/** The list goes on counting from the item before; a number that is typed stays. */
function numbered(place: Place, style: ItemStyle, begun: Begun, before: readonly Item[]): ItemStyle {
  const typed = /^\d{1,9}/.exec(begun.marker)?.[0]
  if (typed !== undefined) return { ...style, marker: style.marker.replace(/^\d+/, typed) }
  const [last, lastButOne] = [before.at(-1), before.at(-2)].map(
    (item) => item && markerOf(place.context.spec, item),
  )
  const first = style.marker.replace(/^\d+/, '1')
  return { ...style, marker: last === undefined ? first : nextMarker(style.marker, last, lastButOne) }
}

function completionsOf(place: Place, begun: Begun, model: Model): readonly CompletionItem[] {
  const { kind, area } = model
  const id = place.context.index.nextFree(kind.prefix, area)
  if (!isBeginningOf(begun, id, kind)) return []
  const closers = CLOSERS.exec(place.line.after)?.[0]
  if (closers === undefined) return takesIdAlone(begun, model) ? [idOnly(place, begun, id, kind)] : []
  const start = place.line.start + begun.indent
  return insertions(place, { kind, id, style: model.style, start, end: place.offset + closers.length })
}

/** Whether what is typed may become the ID. Where only letters are typed they must be the prefix's, as written. */
function isBeginningOf(begun: Begun, id: string, kind: ItemKind): boolean {
  if (begun.typed === '') return true
  if (begun.marker === '' && !begun.opened) return begun.typed.length > 1 && id.startsWith(begun.typed)
  const typed = begun.typed.toUpperCase()
  const prefix = kind.prefix.toUpperCase()
  return prefix.startsWith(typed) || (typed.startsWith(prefix) && !/\p{L}/u.test(typed.charAt(prefix.length)))
}

/** Before text that is there already: in a bracket for an ID, or where one is begun. */
function takesIdAlone({ opened, typed }: Begun, { style }: Model): boolean {
  if (opened === 'maybe' && typed === '') return style.before.startsWith('[') && !style.marker.includes('[')
  return opened !== false || typed !== ''
}

function idOnly(place: Place, begun: Begun, id: string, kind: ItemKind): CompletionItem {
  const rest = begun.typed === '' ? 0 : (REST_OF_ID.exec(place.line.after)?.[0].length ?? 0)
  const range = rangeOf(place, place.offset - begun.typed.length, place.offset + rest)
  return {
    label: id,
    kind: CompletionItemKind.Reference,
    detail: `next free ID of a ${ROLE_NAMES[kind.role]}`,
    sortText: sortKey(0),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: id },
  }
}

function isOn(line: Line, item: Item): boolean {
  return line.start <= item.id.span.start && item.id.span.start <= line.end
}
