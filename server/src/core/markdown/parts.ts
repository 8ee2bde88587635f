import { BoundedCache } from './bounded-cache'
import { type Division, divideItem, divideTable, ROW } from './divide'
import type { ListItemFacts, Placed, RowFacts, TableFacts } from './facts'
import { factsOfMdast } from './facts-of-mdast'
import type { Parse } from './remark'
import { childrenOf } from './walk'

export interface PartOptions {
  /** Characters of parts whose facts are kept. */
  readonly cacheSize: number
  /** Characters from which a block is divided. */
  readonly size: number
  /** Share of a block's parts, by characters, up to which unknown ones are parsed apart and not with all the block. */
  readonly unknownShare: number
}

/**
 * Reads blocks part by part: a keystroke in a table of 500 rows, or in a phase of 100 tasks, parses a row or a task.
 */
export class Parts {
  private readonly known: BoundedCache<readonly Placed[]>

  constructor(
    private readonly parse: Parse,
    private readonly options: PartOptions,
  ) {
    this.known = new BoundedCache(options.cacheSize)
  }

  /**
   * Facts of a block from those of its parts, offsets from its start. `undefined` where it has no parts that can be
   * parsed apart, or so many that are not known that parsing all of the block is quicker.
   *
   * @param text a block that neither holds nor mentions a definition
   */
  compose(text: string): readonly Placed[] | undefined {
    if (text.length < this.options.size) return undefined
    const division = divide(text)
    if (division === undefined || this.unknown(text, 0, division) > text.length * this.options.unknownShare) {
      return undefined
    }
    return this.composed(text, 0, division)
  }

  /** Takes the parts out of a block that was parsed as a whole. */
  remember(text: string, placed: readonly Placed[]): void {
    if (text.length < this.options.size) return
    const division = divide(text)
    const only = placed.length === 1 ? placed[0] : undefined
    // What looks like a table may be a paragraph, whose lines are no rows.
    const type = division?.margin === ROW ? 'table' : 'listItem'
    if (division !== undefined && only?.facts.type === type) this.rememberParts(text, only, division)
  }

  private rememberParts(text: string, whole: Placed, division: Division): void {
    let next = 0
    const children = childrenOf(whole.facts)
    division.starts.forEach((start, index) => {
      const end = division.starts[index + 1] ?? text.length
      const inside: Placed[] = []
      for (let child = children[next]; child !== undefined; child = children[++next]) {
        const offset = whole.offset + child.offset
        if (offset >= end) break
        if (offset >= start) inside.push({ offset: offset - start, facts: child.facts })
      }
      this.rememberPart(text.slice(start, end), inside, division.margin)
    })
  }

  private rememberPart(part: string, inside: readonly Placed[], margin: number): void {
    const only = inside.length === 1 ? inside[0] : undefined
    if (only === undefined) return
    this.known.set(partKey(part, margin), inside)
    const division = only.facts.type === 'listItem' ? this.divisionOfPart(part) : undefined
    if (division !== undefined) this.rememberParts(part, only, division)
  }

  private divisionOfPart(part: string): Division | undefined {
    return part.length < this.options.size ? undefined : divide(part)
  }

  /** Characters of what would have to be parsed. */
  private unknown(text: string, margin: number, { starts, margin: inner }: Division): number {
    const [first = 0] = starts
    let sum = this.known.get(partKey(text.slice(0, first), margin)) === undefined ? first : 0
    starts.forEach((start, index) => {
      const part = text.slice(start, starts[index + 1] ?? text.length)
      if (this.known.get(partKey(part, inner)) !== undefined) return
      const division = this.divisionOfPart(part)
      sum += division === undefined ? part.length : this.unknown(part, inner, division)
    })
    return sum
  }

  private composed(text: string, margin: number, division: Division): readonly Placed[] | undefined {
    const { starts, margin: inner } = division
    const heads = this.part(text.slice(0, starts[0]), margin)
    const head = heads?.length === 1 ? heads[0] : undefined
    if (head === undefined || (head.facts.type !== 'listItem' && head.facts.type !== 'table'))
      return undefined
    const children: Placed[] = [...childrenOf(head.facts)]
    for (const [index, start] of starts.entries()) {
      const placed = this.part(text.slice(start, starts[index + 1] ?? text.length), inner)
      if (placed === undefined) return undefined
      for (const { offset, facts } of placed) children.push({ offset: start + offset - head.offset, facts })
    }
    const last = children[children.length - 1]
    const length = last === undefined ? head.facts.length : last.offset + last.facts.length
    return [{ offset: head.offset, facts: withChildren(head.facts, children, length) }]
  }

  private part(part: string, margin: number): readonly Placed[] | undefined {
    const key = partKey(part, margin)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const division = this.divisionOfPart(part)
    const placed = (division && this.composed(part, margin, division)) ?? this.parsed(part, margin)
    this.known.set(key, placed)
    return placed
  }

  private parsed(part: string, margin: number): readonly Placed[] {
    const prefix = contextOf(margin)
    const source = prefix + part
    const inside: Placed[] = []
    collectFrom(prefix.length, factsOfMdast(this.parse(source), source, noDestination), 0, inside)
    return inside
  }
}

function divide(text: string): Division | undefined {
  return text.startsWith('|') ? divideTable(text) : divideItem(text)
}

function partKey(part: string, margin: number): string {
  return `${margin} ${part}`
}

/** Markdown after which a line reads as it does in its place: in a table, or in a list item with that margin. */
function contextOf(margin: number): string {
  if (margin === ROW) return '|a|\n|-|\n'
  if (margin === 0) return '\n'
  let markers = ''
  let left = margin
  for (; left > 5; left -= 4) markers += '-   '
  return `${markers}${'-'.padEnd(left)}#\n`
}

/** What begins at `limit` or after, however deep it stands, offsets from `limit`. */
function collectFrom(limit: number, placed: readonly Placed[], base: number, found: Placed[]): void {
  for (const { offset, facts } of placed) {
    const start = base + offset
    if (start >= limit) found.push({ offset: start - limit, facts })
    else if (start + facts.length > limit) collectFrom(limit, childrenOf(facts), start, found)
  }
}

function withChildren(
  facts: ListItemFacts | TableFacts,
  children: readonly Placed[],
  length: number,
): ListItemFacts | TableFacts {
  if (facts.type === 'listItem') return { ...facts, length, children }
  return { ...facts, length, rows: children.filter(isRow) }
}

function isRow(placed: Placed): placed is Placed<RowFacts> {
  return placed.facts.type === 'row'
}

/** Parts hold no reference to a definition, so there is none to look up. */
function noDestination(): string {
  return ''
}
