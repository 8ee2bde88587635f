import type { Facts, Placed } from '../../markdown/facts'
import { childrenOf } from '../../markdown/walk'
import { sectionAt } from '../../model/section-at'
import type { SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { skipBlanks, trimEnd } from '../../text/blanks'
import { lastStartingBefore } from '../../text/search'
import { entryAt, headingsOf, reachOf } from '../support/lookup'

/** What an offset stands in: blocks from the innermost, their lists, the entries, the sections, the document. */
export function structureSpans(spec: SpecDocument, offset: number): readonly Span[] {
  return [
    ...blockSpans(spec.markdown.blocks, offset),
    ...entrySpans(spec, offset),
    ...sectionSpans(spec, offset),
    { start: 0, end: spec.text.length },
  ]
}

function blockSpans(blocks: readonly Placed[], offset: number): readonly Span[] {
  const spans: Span[] = []
  let base = 0
  let level = blocks
  while (true) {
    const from = base
    const place = lastStartingBefore(level, offset, (placed) => from + placed.offset)
    const found = level[place]
    if (found === undefined || offset > base + found.offset + found.facts.length) return spans
    spans.push(...ownSpans(found.facts, base + found.offset), ...listAround(level, place, base))
    base += found.offset
    level = childrenOf(found.facts)
  }
}

/** A piece, and of a list item with content below it also its first lines alone. */
function ownSpans(facts: Facts, start: number): readonly Span[] {
  const whole = { start, end: start + facts.length }
  const first = facts.type === 'listItem' ? facts.children[0] : undefined
  if (first?.facts.type !== 'paragraph') return [whole]
  return [{ start, end: start + first.offset + first.facts.length }, whole]
}

/** The neighbouring items of the same list. */
function listAround(level: readonly Placed[], place: number, base: number): readonly Span[] {
  const kind = listKind(level[place])
  if (kind === undefined) return []
  let first = place
  let last = place
  while (listKind(level[first - 1]) === kind) first--
  while (listKind(level[last + 1]) === kind) last++
  const [from, to] = [level[first], level[last]]
  if (from === undefined || to === undefined) return []
  return [{ start: base + from.offset, end: base + to.offset + to.facts.length }]
}

/** The character that lists are told apart by: `-` and `*`, `.` and `)`. */
function listKind(placed: Placed | undefined): string | undefined {
  return placed?.facts.type === 'listItem' ? placed.facts.marker.at(-1) : undefined
}

function entrySpans(spec: SpecDocument, offset: number): readonly Span[] {
  const spans: Span[] = []
  for (let entry = entryAt(spec, offset); entry !== undefined; entry = entry.parent) spans.push(entry.span)
  return spans
}

/** Each section around, what stands under its heading first. */
function sectionSpans(spec: SpecDocument, offset: number): readonly Span[] {
  const { text } = spec
  const around = new Set<unknown>([undefined])
  for (let section = sectionAt(spec, offset); section !== undefined; section = section.parent)
    around.add(section)
  return headingsOf(spec)
    .filter(({ section }) => around.has(section))
    .flatMap((headed) => {
      const { start, end: head } = headed.heading
      const end = trimEnd(text, start, reachOf(spec, headed))
      return [{ start: skipBlanks(text, head, end), end }, headed.heading, { start, end }]
    })
}
