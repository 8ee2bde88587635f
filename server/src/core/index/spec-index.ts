import type { Item, ItemId, Reference, SpecDocument } from '../model/spec-document'
import type { ItemKind, Role } from '../template/template'

/** Who defines and who names what in one spec, and which items answer which. Immutable; lookups are by `ItemId.key`. */
export interface SpecIndex {
  readonly spec: SpecDocument
  /** All definitions of a key, in document order: more than one is a duplicate. */
  definitions(key: string): readonly Item[]
  /** Everywhere a key is named besides, in document order, what ranges imply and what may live elsewhere included. */
  references(key: string): readonly Reference[]
  /** Every defined item once, in document order. */
  readonly items: readonly Item[]
  /**
   * The item that an ID means in this spec: the first that it defines, and for an ID with a letter that nothing defines
   * (`REQ-004d`) the item without the letter, whose sub-item it may be.
   */
  resolve(id: ItemId): Item | undefined
  /**
   * Items that answer this one: that name it, or a range with it, in their text and are less general (goal, then
   * requirement, then criterion, then test, then task). Each once, in the order of their mentions. A second definition of
   * an ID counts for the first.
   */
  answeredBy(item: Item): readonly Item[]
  /** Items that this one answers. */
  answers(item: Item): readonly Item[]
  /**
   * The ID written at an offset, the offset behind its last character included, and the item that it means. What a
   * range implies between its ends stands nowhere.
   */
  at(offset: number): { readonly id: ItemId; readonly item: Item | undefined } | undefined
  /**
   * The next free ID of a prefix (and area), written as its siblings are, else as the template does: one more than the
   * highest ever used, retired ones included, and those that nothing defines any more where the text says that they are
   * gone. Without brackets: `REQ-004`, `Task 2.3`.
   *
   * @param prefix compared without case; one that the template does not know is taken as written
   * @param area `ALD` for `REQ-ALD-006`, the phase for tasks; by default that of the last item of the prefix
   */
  nextFree(prefix: string, area?: string): string
  /** A new issuer of free IDs, for who proposes several at once. */
  issuer(): IssueId
  /**
   * What an item in a list would be at an offset: of the kind of the nearest sibling (the item before it in its section,
   * indented alike, else the first one after), else of the kinds that the template puts there; `[]` where it puts none.
   * What stands on the line of the offset itself does not count. `nextFree(kind.prefix, area)` is its ID.
   */
  seriesAt(offset: number): readonly Series[]
  readonly progress: Progress
}

/** Like `nextFree`, yet each call for a prefix and area gives the number after the last: `REQ-004`, `REQ-005`. */
export type IssueId = (prefix: string, area?: string) => string

/** What an item at some place would be one more of. */
export interface Series {
  readonly kind: ItemKind
  /** Of its ID: `ALD`, the number of the phase; `undefined`: the area that the kind used last. */
  readonly area: string | undefined
  /** The sibling that it goes by, else the last of its kind in another list. */
  readonly example: Item | undefined
  /** The items of its list in document order; one on the line itself included. */
  readonly siblings: readonly Item[]
}

/** Checkboxes done out of all. */
export interface Count {
  readonly done: number
  readonly total: number
}

export interface Progress extends Count {
  readonly byRole: ReadonlyMap<Role, Count>
}
