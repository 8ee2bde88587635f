import type { Item, SpecDocument } from '../../model/spec-document'
import type { ItemKind } from '../../template/template'
import { lineAt } from './lines'

/** How an item of a kind is written, up to its text. */
export interface ItemStyle {
  /** List marker and checkbox, or heading marks, with the blank behind them; empty for a paragraph. */
  readonly marker: string
  /** Between marker and ID: `**[`. */
  readonly before: string
  /** Between ID and text: `]** `. */
  readonly after: string
}

/** Marks around an ID are no longer than this; what is longer is text. */
const MOST_MARKS = 16
const LONGEST_MARKER = 12
const LIST_MARKER = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t]+)?/
const OPENING = /^(#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t]+)?)?([^\p{L}\p{N}]*)$/u

/** The style of an item as it stands in the document; `undefined` where it is none that could be repeated. */
export function styleOf(spec: SpecDocument, item: Item): ItemStyle | undefined {
  if (item.form === 'row' || item.retired) return undefined
  const { text } = spec
  const opening = text.slice(Math.min(item.span.start, item.id.span.start), item.id.span.start)
  const parts = OPENING.exec(opening.slice(0, 40))
  if (parts === null || opening.length > 40) return undefined
  const [, marker = '', before = ''] = parts
  const line = lineAt(text, item.id.span.end)
  const after = text.slice(item.id.span.end, Math.min(item.textSpan.start, line.end))
  if (before.length > MOST_MARKS || before.includes('~') || !isMarks(after)) return undefined
  return { marker: unticked(marker), before, after: after.trimEnd() === '' ? ' ' : `${after.trimEnd()} ` }
}

function isMarks(text: string): boolean {
  return text.length <= MOST_MARKS && !/[\p{L}\p{N}~]/u.test(text)
}

function unticked(marker: string): string {
  return marker.replace(/\[[^\]]\]/, '[ ]')
}

/** The style that the template gives a kind of list item or heading. */
export function templateStyle(kind: ItemKind): ItemStyle | undefined {
  const { shape } = kind
  if (shape === undefined || shape.form === 'row') return undefined
  const list = `${shape.list === 'ordered' ? '1.' : '-'} ${shape.checkbox ? '[ ] ' : ''}`
  const marker = shape.form === 'heading' ? `${'#'.repeat(shape.depth)} ` : list
  return { marker, before: shape.before, after: shape.after }
}

/** The list marker and checkbox, not ticked, that an item of a list has, whatever follows it; `''` where there is none. */
export function listMarkerOf(spec: SpecDocument, item: Item): string {
  return unticked(LIST_MARKER.exec(spec.text.slice(item.span.start, item.id.span.start))?.[0] ?? '')
}

/** The list marker of an item, and what follows it: as much as {@link nextMarker} looks at. */
export function markerOf(spec: SpecDocument, { span }: Item): string {
  return spec.text.slice(span.start, span.start + LONGEST_MARKER)
}

/** The marker with the number that follows another one's; a list that numbers all alike goes on so. */
export function nextMarker(marker: string, last: string | undefined, lastButOne: string | undefined): string {
  const number = numberOf(last)
  if (number === undefined || numberOf(marker) === undefined) return marker
  const next = number === numberOf(lastButOne) ? number : number + 1
  return marker.replace(/^\d+/, String(next))
}

function numberOf(marker: string | undefined): number | undefined {
  const digits = /^\d{1,9}(?=[.)])/.exec(marker ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}
