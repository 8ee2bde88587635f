import type { BoundedCache } from './bounded-cache'
import { type Block, cutBlocks } from './cut'
import { definitionsIn, definitionsOfFacts, destinations, type GlobalDefinition } from './definitions'
import type { MarkdownDocument } from './document'
import type { Placed } from './facts'
import { factsOfMdast } from './facts-of-mdast'
import { labelsIn, mentionKey, stubsOf } from './labels'
import type { Parts } from './parts'
import type { Parse } from './remark'

export interface ReadingTools {
  readonly parse: Parse
  readonly cache: BoundedCache<Slot>
  readonly parts: Parts
  readonly batchSize: number
}

/** What is known of one block text. */
export interface Slot {
  /** Keys of all that could be labels in it. */
  readonly labels: readonly string[]
  /** Definitions in it; `undefined` until it has been parsed. */
  definitions: readonly GlobalDefinition[] | undefined
  /** Facts, offsets from the start of the block, by the definitions elsewhere that they depend on. */
  readonly variants: Map<string, readonly Placed[]>
}

const BYTE_ORDER_MARK = 0xfeff

/** One reading of one text. */
export class DocumentReading {
  private readonly shift: number
  /** The text without its byte order mark. */
  private readonly body: string
  private readonly blocks: readonly Block[]
  private readonly slots: Slot[]
  /** Definitions of the document by mention key, and the destinations that hold. */
  private readonly globals = new Map<string, GlobalDefinition[]>()
  private readonly urls = new Map<string, string>()

  constructor(
    private readonly text: string,
    private readonly tools: ReadingTools,
  ) {
    this.shift = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
    this.body = this.shift === 0 ? text : text.slice(1)
    this.blocks = cutBlocks(this.body)
    this.slots = this.blocks.map((block) => this.slotOf(block))
  }

  read(): MarkdownDocument {
    if (this.body.includes(']:')) this.findDefinitions()
    const variants = this.blocks.map((_, index) => this.variantOf(index))
    this.parseMissing(variants, this.tools.batchSize, () => true)
    return { text: this.text, blocks: this.assemble(variants), refused: undefined }
  }

  private slotOf({ start, end }: Block): Slot {
    const { cache } = this.tools
    const text = this.body.slice(start, end)
    const known = cache.get(text)
    if (known !== undefined) return known
    const definitions = text.includes(']:') ? undefined : NONE
    const slot = { labels: text.includes('[') ? labelsIn(text) : NONE, definitions, variants: new Map() }
    cache.set(text, slot)
    return slot
  }

  private findDefinitions(): void {
    const plain = this.blocks.map(() => PLAIN)
    // One by one: a definition in one block must not reach another that is kept as the facts of a text without it.
    this.parseMissing(plain, 0, (slot) => slot.definitions === undefined)
    for (const slot of this.slots)
      for (const definition of slot.definitions ?? NONE) this.addGlobal(definition)
  }

  private addGlobal(definition: GlobalDefinition): void {
    const { type, identifier, url } = definition
    const key = mentionKey(definition)
    const same = this.globals.get(key)
    if (same === undefined) this.globals.set(key, [definition])
    else if (!same.some((other) => other.type === type && other.identifier === identifier))
      same.push(definition)
    if (type === 'definition' && !this.urls.has(identifier)) this.urls.set(identifier, url)
  }

  private variantOf(index: number): Variant {
    const mentions = this.globals.size === 0 ? NONE : this.mentionsIn(this.slots[index])
    return mentions.length === 0 ? PLAIN : { key: JSON.stringify(mentions), mentions }
  }

  /** The definitions of the document that the block may mention, but for those that it makes itself. */
  private mentionsIn(slot: Slot | undefined): readonly GlobalDefinition[] {
    if (slot === undefined || slot.labels.length === 0) return NONE
    const mentions: GlobalDefinition[] = []
    for (const label of slot.labels) {
      for (const found of this.globals.get(label) ?? NONE) {
        if (!slot.definitions?.some((own) => isSame(own, found))) mentions.push(found)
      }
    }
    return mentions
  }

  private parseMissing(
    variants: readonly Variant[],
    batchSize: number,
    wanted: (slot: Slot) => boolean,
  ): void {
    let from = 0
    while (from < variants.length) {
      let to = from
      while (to < variants.length && this.isMissing(to, variants, wanted) && this.fits(from, to, batchSize))
        to++
      if (to > from) this.parseBlocks(from, to, variants)
      from = Math.max(to, from + 1)
    }
  }

  private isMissing(index: number, variants: readonly Variant[], wanted: (slot: Slot) => boolean): boolean {
    const slot = this.slots[index]
    const variant = variants[index]
    if (slot === undefined || variant === undefined || !wanted(slot) || slot.variants.has(variant.key))
      return false
    const composed = variant === PLAIN && slot.definitions !== undefined ? this.composed(index) : undefined
    if (composed !== undefined) slot.variants.set(variant.key, composed)
    return composed === undefined
  }

  private composed(index: number): readonly Placed[] | undefined {
    const block = this.blocks[index]
    return block && mayHaveParts(block)
      ? this.tools.parts.compose(this.body.slice(block.start, block.end))
      : undefined
  }

  private fits(from: number, to: number, batchSize: number): boolean {
    if (to === from) return true
    const first = this.blocks[from]
    const last = this.blocks[to]
    if (first === undefined || last === undefined || first.kind === 'frontMatter') return false
    return last.end - first.start <= batchSize
  }

  /** Parses the blocks `[from, to)` in one go. */
  private parseBlocks(from: number, to: number, variants: readonly Variant[]): void {
    const blocks = this.blocks.slice(from, to)
    const start = blocks[0]?.start ?? 0
    const end = blocks[blocks.length - 1]?.end ?? start
    const prefix = this.prefixOf(from, to, variants)
    const source = `${prefix}${this.body.slice(start, end)}`
    const root = this.tools.parse(source)
    const own = destinations(definitionsIn(root))
    const placed = factsOfMdast(
      root,
      source,
      (identifier) => this.urls.get(identifier) ?? own.get(identifier) ?? '',
    )
    let next = placed.findIndex(({ offset }) => offset >= prefix.length)
    if (next < 0) next = placed.length
    for (let index = from; index < to; index++) {
      const block = this.blocks[index]
      const slot = this.slots[index]
      const key = variants[index]?.key
      if (block === undefined || slot === undefined || key === undefined) continue
      const facts: Placed[] = []
      const base = prefix.length + block.start - start
      const limit = prefix.length + block.end - start
      for (let one = placed[next]; one !== undefined && one.offset < limit; one = placed[++next]) {
        facts.push({ offset: one.offset - base, facts: one.facts })
      }
      slot.variants.set(key, facts)
      const mayBeComposed = slot.definitions !== undefined && key === PLAIN.key && mayHaveParts(block)
      if (mayBeComposed) this.tools.parts.remember(this.body.slice(block.start, block.end), facts)
      slot.definitions ??= definitionsOfFacts(facts)
    }
  }

  private prefixOf(from: number, to: number, variants: readonly Variant[]): string {
    const kind = this.blocks[from]?.kind
    if (kind === 'frontMatter' || kind === 'unopened') return ''
    const mentions = new Set<GlobalDefinition>()
    for (let index = from; index < to; index++) {
      for (const mention of variants[index]?.mentions ?? NONE) mentions.add(mention)
    }
    // Without a line before it, a thematic break could be read as front matter.
    return stubsOf(mentions) || '\n'
  }

  private assemble(variants: readonly Variant[]): readonly Placed[] {
    const placed: Placed[] = []
    this.blocks.forEach(({ start }, index) => {
      const key = variants[index]?.key ?? ''
      for (const { offset, facts } of this.slots[index]?.variants.get(key) ?? NONE) {
        placed.push({ offset: offset + start + this.shift, facts })
      }
    })
    return placed
  }
}

/** Where a block's facts are kept in its slot, and the definitions elsewhere that they depend on. */
interface Variant {
  readonly key: string
  readonly mentions: readonly GlobalDefinition[]
}

const NONE: readonly never[] = []
const PLAIN: Variant = { key: '', mentions: NONE }

function mayHaveParts({ kind }: Block): boolean {
  return kind === 'item' || kind === 'text'
}

function isSame(one: GlobalDefinition, other: GlobalDefinition): boolean {
  return one.type === other.type && one.identifier === other.identifier && one.url === other.url
}
