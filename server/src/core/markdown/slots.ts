import { commonEnd, commonStart } from '../text/common'
import { ownText } from '../text/own-text'
import { BoundedCache } from './bounded-cache'
import type { Block, CutText, Shared } from './cut'
import type { GlobalDefinition } from './definitions'
import type { Placed } from './facts'
import { labelsIn } from './labels'

/** What is known of one block text. */
export class Slot {
  /** Keys of all that could be labels in it. */
  readonly labels: readonly string[]
  /** Definitions in it; `undefined` until it has been parsed. */
  definitions: readonly GlobalDefinition[] | undefined
  /** What it costs its document, see `Effort`; `undefined` until it has been looked at. */
  effort: number | undefined
  /** The facts that were kept first, and their key: nearly all blocks have no others. */
  private key: string | undefined
  private first: readonly Placed[] | undefined
  private others: Map<string, readonly Placed[]> | undefined

  constructor(text: string) {
    this.labels = text.includes('[') ? labelsIn(text) : NONE
    this.definitions = text.includes(']:') ? undefined : NONE
  }

  /** Facts, offsets from the start of the block, where `key` names what around the block they depend on. */
  facts(key: string): readonly Placed[] | undefined {
    return key === this.key ? this.first : this.others?.get(key)
  }

  setFacts(key: string, facts: readonly Placed[]): void {
    if (this.key === undefined || this.key === key) {
      this.key = key
      this.first = facts
      return
    }
    // Each letter of a destination, as it is typed, makes a variant of all blocks that mention it.
    if (this.others === undefined || this.others.size >= VARIANTS) this.others = new Map()
    this.others.set(key, facts)
  }
}

const NONE: readonly never[] = []
const VARIANTS = 8

interface Reading extends CutText {
  readonly slots: readonly Slot[]
}

/** Finds what is known of the blocks of a text: first in the text read before, then by their text. */
export class SlotStore {
  /** Whether slots outlive the text that they were made for. */
  readonly keeps: boolean
  private readonly cache: BoundedCache<Slot>
  private read: Reading = { text: '', blocks: NONE, slots: NONE }

  /** @param cacheSize characters of the texts whose slots are kept */
  constructor(cacheSize: number) {
    this.cache = new BoundedCache(cacheSize)
    this.keeps = cacheSize > 0
  }

  /** The text whose slots were asked for last. */
  get last(): CutText {
    return this.read
  }

  /** What a text has in common with that. */
  sharedWith(body: string): Shared {
    const { text } = this.read
    const start = commonStart(body, text)
    const most = Math.min(body.length, text.length) - start
    return { start, end: Math.min(commonEnd(body, text), most) }
  }

  /** The slots of the blocks, in their order. */
  slotsOf(body: string, blocks: readonly Block[], shared: Shared): readonly Slot[] {
    const slots = this.reused(body, blocks, shared)
    const all = blocks.map(({ start, end }, index) => slots[index] ?? this.slotOf(body.slice(start, end)))
    this.read = { text: body, blocks, slots: all }
    return all
  }

  /** The slots of the blocks before and after what changed since the last text. */
  private reused(body: string, blocks: readonly Block[], shared: Shared): (Slot | undefined)[] {
    const { read: last } = this
    // Filled from both ends: an array with holes would become a slow dictionary.
    const slots = new Array<Slot | undefined>(blocks.length).fill(undefined)
    let front = 0
    while (isSame(blocks[front], last.blocks[front], 0) && (blocks[front]?.end ?? 0) <= shared.start) {
      slots[front] = last.slots[front]
      front++
    }
    const shift = body.length - last.text.length
    const sameEnd = body.length - shared.end
    let back = blocks.length - 1
    let lastBack = last.blocks.length - 1
    while (back >= front && isSame(blocks[back], last.blocks[lastBack], shift)) {
      if ((blocks[back]?.start ?? 0) < sameEnd) break
      slots[back--] = last.slots[lastBack--]
    }
    return slots
  }

  private slotOf(text: string): Slot {
    const known = this.cache.get(text)
    if (known !== undefined) return known
    const slot = new Slot(this.keeps ? ownText(text) : text)
    this.cache.set(text, slot)
    return slot
  }
}

function isSame(block: Block | undefined, other: Block | undefined, shift: number): boolean {
  if (block === undefined || other === undefined) return false
  return block.start === other.start + shift && block.end === other.end + shift
}
