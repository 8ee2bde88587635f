import type { Item } from '../../model/spec-document'
import type { ItemKind } from '../../template/template'
import { lineAt } from '../support/lines'
import { sectionAt } from '../support/lookup'
import type { Place } from './place'

/** A phase is no further above its last task than this. */
const MOST_LINES = 500

/**
 * The area of the next ID: `ALD` beside `REQ-ALD-006`. For kinds with two levels the number of what the item stands
 * under: of the sibling before it, else of the list item around it (`2. **Phase 2: …`), else of the heading. `undefined`: the
 * area that was used last.
 */
export function areaAt(place: Place, kind: ItemKind, example: Item | undefined): string | undefined {
  if (kind.shape?.levels !== 2) return example?.id.area
  const around = enclosingItem(place)
  const before = example !== undefined && example.span.start < place.offset ? example : undefined
  if (around === undefined) return before?.id.area ?? numberIn(titleAt(place)) ?? '1'
  if (before !== undefined && before.span.start > around.start) return before.id.area
  return numberIn(around.text) ?? '1'
}

interface Around {
  readonly start: number
  readonly text: string
}

/** First line of the list item that the line is indented into. */
function enclosingItem({ context, line }: Place): Around | undefined {
  const { text } = context.spec
  const indent = indentOf(line.before)
  let at = line.start
  for (let lines = 0; at > 0 && lines < MOST_LINES; lines++) {
    const above = lineAt(text, at - 1)
    at = above.start
    const whole = text.slice(above.start, above.end)
    if (whole.startsWith('#')) return undefined
    const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(whole)?.[0]
    if (item !== undefined && indentOf(whole) < indent) return { start: above.start, text: whole }
  }
  return undefined
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function titleAt({ context, offset }: Place): string {
  return sectionAt(context.spec, offset)?.title ?? ''
}

/** The number that a phase has in its words, else as its list marker: `2` of `2. **Phase 2: Core**`. */
function numberIn(text: string): string | undefined {
  return /\p{L}[ \t]+(\d{1,9})(?!\d)/u.exec(text)?.[1] ?? /\d{1,9}/.exec(text)?.[0]
}
