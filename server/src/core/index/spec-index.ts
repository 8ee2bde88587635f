import type { Item, ItemId, Reference, SpecDocument } from '../model/spec-document'
import type { Role } from '../template/template'

/** Who defines and who names what in one spec, and which items answer which. Immutable; lookups are by `ItemId.key`. */
export interface SpecIndex {
  readonly spec: SpecDocument
  /** All definitions of a key, in document order: more than one is a duplicate. */
  definitions(key: string): readonly Item[]
  references(key: string): readonly Reference[]
  /** Every defined item once, in document order. */
  readonly items: readonly Item[]
  /**
   * The item that an ID means in this spec: the first that it defines, and for an ID with a letter that nothing defines
   * (`REQ-004d`) the item without the letter, whose sub-item it may be.
   */
  resolve(id: ItemId): Item | undefined
  /** Items that name this one in their text: criteria, tests and tasks that answer it. */
  answeredBy(item: Item): readonly Item[]
  /** Items that this one names. */
  answers(item: Item): readonly Item[]
  /** Innermost definition or reference at an offset. */
  at(offset: number): { readonly id: ItemId; readonly item: Item | undefined } | undefined
  /**
   * The next free ID of a prefix (and area), written as its siblings are, else as the template does: one more than the
   * highest ever used, retired ones and dangling references included.
   */
  nextFree(prefix: string, area?: string): string
  readonly progress: Progress
}

/** Checkboxes done out of all. */
export interface Count {
  readonly done: number
  readonly total: number
}

export interface Progress extends Count {
  readonly byRole: ReadonlyMap<Role, Count>
}
