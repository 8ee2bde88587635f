import { sectionAt } from '../model/section-at'
import type { Item, SpecDocument } from '../model/spec-document'
import type { ItemKind } from '../template/template'
import { lineEnd, lineStart } from '../text/lines'

/** A phase is no further above its last task than this. */
const MOST_LINES = 500

/**
 * The area of the next ID at an offset: `ALD` beside `REQ-ALD-006`. For kinds with two levels the number of what the item
 * stands under: of the sibling before it, else of the list item around it (`2. **Phase 2: …`), else of the heading.
 * `undefined`: the area that was used last.
 */
export type AreaAt = (offset: number, kind: ItemKind, example: Item | undefined) => string | undefined

/** Remembers what it has seen above lines, so that a long list asked about item by item is gone through once. */
export function createAreas(spec: SpecDocument): AreaAt {
  const known = new Map<number, Around | undefined>()
  return (offset, kind, example) => {
    if (kind.shape?.levels !== 2) return example?.id.area
    const around = enclosingItem(spec.text, offset, known)
    const before = example !== undefined && example.span.start < offset ? example : undefined
    if (around === undefined) return before?.id.area ?? numberIn(sectionAt(spec, offset)?.title ?? '') ?? '1'
    if (before !== undefined && before.span.start > around.start) return before.id.area
    return numberIn(around.text) ?? '1'
  }
}

interface Around {
  readonly start: number
  readonly text: string
}

/** First line of the list item that the line at an offset is indented into. */
function enclosingItem(
  text: string,
  offset: number,
  known: Map<number, Around | undefined>,
): Around | undefined {
  const own = lineStart(text, offset)
  const indent = indentOf(text.slice(own, lineEnd(text, offset)))
  const found = indent === 0 ? undefined : lookAbove(text, own, indent, known)
  known.set(own, found)
  return found
}

function lookAbove(
  text: string,
  from: number,
  indent: number,
  known: ReadonlyMap<number, Around | undefined>,
): Around | undefined {
  let at = from
  for (let lines = 0; at > 0 && lines < MOST_LINES; lines++) {
    const end = at - 1
    at = lineStart(text, end)
    const line = text.slice(at, lineEnd(text, at))
    if (line.startsWith('#')) return undefined
    if (known.has(at) && indentOf(line) === indent) return known.get(at)
    const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.test(line)
    if (item && indentOf(line) < indent) return { start: at, text: line }
  }
  return undefined
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The number that a phase has in its words, else as its list marker: `2` of `2. **Phase 2: Core**`. */
function numberIn(text: string): string | undefined {
  return /\p{L}[ \t]+(\d{1,9})(?!\d)/u.exec(text)?.[1] ?? /\d{1,9}/.exec(text)?.[0]
}
