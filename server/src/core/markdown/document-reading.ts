import { ownText } from '../text/own-text'
import { type Block, cutAgain } from './cut'
import { definitionsIn, definitionsOfFacts, destinations, type GlobalDefinition } from './definitions'
import type { MarkdownDocument } from './document'
import type { Placed } from './facts'
import { factsOfMdast } from './facts-of-mdast'
import { Globals } from './globals'
import { stubsOf } from './labels'
import { checkBlocks, checkDefinitions, checkText, Effort } from './limits'
import type { Parts } from './parts'
import { readPlain } from './plain/read-plain'
import type { Parse } from './remark'
import type { Slot, SlotStore } from './slots'

export interface ReadingTools {
  readonly parse: Parse
  readonly slots: SlotStore
  readonly parts: Parts
  /** Characters of neighbouring blocks that are parsed in one go. */
  readonly batchSize: number
  /** Blocks of plain shape are read without remark. */
  readonly plain: boolean
}

const BYTE_ORDER_MARK = 0xfeff

/** One block on its way: where its facts are kept in its slot, and the definitions elsewhere that they depend on. */
interface Piece {
  readonly block: Block
  readonly slot: Slot
  readonly key: string
  readonly mentions: readonly GlobalDefinition[]
}

/** One reading of one text. */
export class DocumentReading {
  private readonly shift: number
  /** The text without its byte order mark. */
  private readonly body: string
  private readonly globals = new Globals()
  private readonly effort: Effort
  private definitionsAreKnown = false

  /** Throws a `Refusal` where the text is too long. */
  constructor(
    private readonly text: string,
    private readonly tools: ReadingTools,
  ) {
    checkText(text)
    this.shift = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
    this.body = this.shift === 0 ? text : text.slice(1)
    this.effort = new Effort(this.body)
  }

  /** Throws a `Refusal` where it would take too long. */
  read(): MarkdownDocument {
    const { slots: store } = this.tools
    const shared = store.sharedWith(this.body)
    const blocks = cutAgain(this.body, store.last, shared)
    checkBlocks(blocks)
    const slots = store.slotsOf(this.body, blocks, shared)
    this.checkEffort(blocks, slots)
    if (this.body.includes(']:')) this.findDefinitions(blocks, slots)
    this.definitionsAreKnown = true
    const keys = blocks.map((block, at) => keyOf(block, this.mentionsIn(slots[at])))
    const isMissing = (slot: Slot, at: number) => slot.facts(keys[at] ?? PLAIN) === undefined
    this.parseMissing(this.piecesOf(blocks, slots, isMissing), this.tools.batchSize)
    return { text: this.text, blocks: this.assemble(blocks, slots, keys), refused: undefined }
  }

  private checkEffort(blocks: readonly Block[], slots: readonly Slot[]): void {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]
      const slot = slots[at]
      if (block === undefined || slot === undefined || block.kind === 'blank') continue
      slot.effort ??= this.effort.of(block)
      if (slot.effort > 0) this.effort.add(block, slot.effort)
    }
  }

  private mentionsIn(slot: Slot | undefined): readonly GlobalDefinition[] {
    if (slot === undefined || this.globals.isEmpty) return NONE
    return this.globals.mentioned(slot.labels, slot.definitions ?? NONE)
  }

  private piecesOf(
    blocks: readonly Block[],
    slots: readonly Slot[],
    isWanted: (slot: Slot, at: number) => boolean,
  ): readonly Piece[] {
    const pieces: Piece[] = []
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]
      const slot = slots[at]
      if (block === undefined || slot === undefined || !isWanted(slot, at)) continue
      const mentions = this.mentionsIn(slot)
      pieces.push({ block, slot, key: keyOf(block, mentions), mentions })
    }
    return pieces
  }

  /** Learns what the document defines, from the blocks that might hold a definition. */
  private findDefinitions(blocks: readonly Block[], slots: readonly Slot[]): void {
    this.parseMissing(
      this.piecesOf(blocks, slots, ({ definitions }) => definitions === undefined),
      this.tools.batchSize,
    )
    const definitions = slots.flatMap((slot) => slot.definitions ?? NONE)
    checkDefinitions(definitions.length)
    for (const definition of definitions) this.globals.add(definition)
  }

  private parseMissing(pieces: readonly Piece[], batchSize: number): void {
    let batch: Piece[] = []
    for (const piece of pieces) {
      if (piece.block.kind === 'blank' || piece.slot.facts(piece.key) !== undefined) continue
      if (this.isComposed(piece) || this.isPlain(piece)) continue
      if (!continues(batch, piece, batchSize)) {
        this.parseBatch(batch)
        batch = []
      }
      batch.push(piece)
    }
    this.parseBatch(batch)
  }

  private isComposed(piece: Piece): boolean {
    if (!mayHaveParts(piece)) return false
    const facts = this.tools.parts.compose(this.textOf(piece.block))
    if (facts !== undefined) piece.slot.setFacts(piece.key, facts)
    return facts !== undefined
  }

  private isPlain(piece: Piece): boolean {
    const { block, slot, key } = piece
    if (!this.tools.plain || (key !== PLAIN && key !== 'frontMatter')) return false
    const facts = readPlain(this.textOf(block), block.kind)
    if (facts === undefined) return false
    slot.definitions ??= NONE
    this.keep(piece, facts)
    return true
  }

  /** Parses blocks that follow each other. */
  private parseBatch(batch: readonly Piece[]): void {
    const first = batch[0]
    const last = batch[batch.length - 1]
    if (first === undefined || last === undefined) return
    const prefix = prefixOf(batch)
    const start = first.block.start - prefix.length
    const source = prefix + this.body.slice(first.block.start, last.block.end)
    const root = this.tools.parse(source)
    const defined = definitionsIn(root)
    const own = destinations(defined)
    const placed = factsOfMdast(root, source, (id) => this.globals.destination(id) ?? own.get(id) ?? '')
    // A definition in one block must not reach another that is kept as the facts of a text without it.
    const mayKeep = batch.length === 1 || defined.length === 0 || this.definitionsAreKnown
    let next = 0
    while ((placed[next]?.offset ?? prefix.length) < prefix.length) next++
    for (const piece of batch) {
      const facts: Placed[] = []
      for (
        let one = placed[next];
        one !== undefined && one.offset < piece.block.end - start;
        one = placed[++next]
      ) {
        facts.push({ offset: one.offset - (piece.block.start - start), facts: one.facts })
      }
      piece.slot.definitions ??= definitionsOfFacts(facts)
      if (mayKeep) this.keep(piece, facts)
    }
  }

  private keep(piece: Piece, facts: readonly Placed[]): void {
    const { block, slot, key } = piece
    slot.setFacts(key, facts)
    if (mayHaveParts(piece)) this.tools.parts.remember(this.textOf(block), facts)
  }

  private textOf({ start, end }: Block): string {
    const text = this.body.slice(start, end)
    // Facts take words out of it, and are kept longer than this version of the document.
    return this.tools.slots.keeps ? ownText(text) : text
  }

  private assemble(
    blocks: readonly Block[],
    slots: readonly Slot[],
    keys: readonly string[],
  ): readonly Placed[] {
    const placed: Placed[] = []
    for (let at = 0; at < blocks.length; at++) {
      const base = (blocks[at]?.start ?? 0) + this.shift
      const known = slots[at]?.facts(keys[at] ?? PLAIN) ?? NONE
      for (let one = 0; one < known.length; one++) {
        const fact = known[one]
        if (fact !== undefined) placed.push({ offset: base + fact.offset, facts: fact.facts })
      }
    }
    return placed
  }
}

const NONE: readonly never[] = []
const PLAIN = ''

/** A block that only the start of a document can begin is not the same text elsewhere. */
function keyOf({ kind }: Block, mentions: readonly GlobalDefinition[]): string {
  if (isOpening(kind)) return kind
  return mentions.length === 0 ? PLAIN : JSON.stringify(mentions)
}

function isOpening(kind: Block['kind']): boolean {
  return kind === 'frontMatter' || kind === 'unopened'
}

/** Parts are read apart only where no definition plays a part. */
function mayHaveParts({ block, slot, key }: Piece): boolean {
  return key === PLAIN && slot.definitions?.length === 0 && (block.kind === 'item' || block.kind === 'text')
}

function continues(batch: readonly Piece[], { block }: Piece, batchSize: number): boolean {
  const first = batch[0]?.block
  const last = batch[batch.length - 1]?.block
  if (first === undefined || last === undefined) return true
  return last.end === block.start && !isOpening(first.kind) && block.end - first.start <= batchSize
}

/** What to parse a batch after: the definitions that it mentions, and a line, lest a break be read as front matter. */
function prefixOf(batch: readonly Piece[]): string {
  const mentions = new Set<GlobalDefinition>()
  for (const piece of batch) for (const mention of piece.mentions) mentions.add(mention)
  if (batch[0] !== undefined && isOpening(batch[0].block.kind)) return ''
  return stubsOf(mentions) || '\n'
}
