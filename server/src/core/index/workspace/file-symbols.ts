import type { Recognition } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { Count } from '../spec-index'

/** What is known of a file as a whole: at hand for every file of a workspace. */
export interface FileHead {
  readonly uri: string
  /** `template` and `none` have a title at most: nothing in them is indexed. */
  readonly kind: Recognition['kind']
  /** Name of the template that it is a spec of; `undefined` for a loose one. */
  readonly template: string | undefined
  /** Names the files that are one spec with it; `undefined` where it is one by itself. */
  readonly group: string | undefined
  readonly title: PlacedText | undefined
  /** The title without what the template has before it: `Lamps` of `Specification: Lamps`. */
  readonly name: string | undefined
  /** `undefined` where there is none, or the template's own still stands there. */
  readonly documentId: PlacedText | undefined
  /** As the template names it, else as written; `undefined` where there is none, or it is not chosen yet. */
  readonly status: string | undefined
  /** Where the status stands in the lifecycle, from 0; behind all of it one that closes a spec, an unknown one, and none. */
  readonly statusRank: number
  readonly progress: SymbolProgress
}

/**
 * What other files may ask of a file, without its text. Immutable. Offsets count UTF-16 code units of the text that it was read
 * from; `lineStarts` makes positions of them.
 */
export interface FileSymbols extends FileHead {
  /** Every definition, duplicates included, in document order. */
  readonly items: readonly ItemSymbol[]
  /** Every other place where an ID is named, in document order, what ranges imply included. */
  readonly references: readonly ReferenceSymbol[]
  /** Words that may be document IDs of specs, in document order; those before a `#` are the qualifiers of `references`. */
  readonly documentMentions: readonly PlacedText[]
  /** Relative links, images, and definitions of such (`[label]: other.md`), in document order. */
  readonly links: readonly LinkSymbol[]
  readonly headings: readonly HeadingSymbol[]
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
}

export interface PlacedText {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface SymbolProgress extends Count {
  readonly byRole: Readonly<Partial<Record<Role, Count>>>
}

export interface ItemSymbol {
  /** The ID as written, without brackets. */
  readonly id: string
  /** See `ItemId.key`. */
  readonly key: string
  /** Prefix and area: the numbering that it belongs to. */
  readonly family: string
  readonly role: Role
  /** Of the ID. */
  readonly start: number
  readonly end: number
  /** Of the whole item, nested content included. */
  readonly from: number
  readonly to: number
  /** What it says, cut to {@link TEXT_LENGTH}. */
  readonly text: string
  readonly checked: boolean | undefined
  readonly retired: boolean
  /** Title of the section that it stands in. */
  readonly section: string | undefined
}

/** UTF-16 code units of an item's text that are kept. */
export const TEXT_LENGTH = 160

export interface ReferenceSymbol {
  /** As written. */
  readonly id: string
  readonly key: string
  readonly family: string
  /** Key of the item whose lettered part it may name: of `REQ-4` for `REQ-004d`. */
  readonly stem: string | undefined
  /** Of the ID; of the whole range where it is `implied`. */
  readonly start: number
  readonly end: number
  readonly implied: boolean
  readonly qualifier: string | undefined
  /** See `Reference.elsewhere`. */
  readonly elsewhere: boolean
  /** Key and role of the item in whose text it stands. */
  readonly by: string | undefined
  readonly byRole: Role | undefined
}

export interface LinkSymbol {
  /** The file or folder that it leads to. */
  readonly uri: string
  /** Behind the `#`, decoded; `''` where there is none. */
  readonly fragment: string
  /** As written in the document. */
  readonly url: string
  /** The whole of it; where its destination stands in it is looked up in the text. */
  readonly start: number
  readonly end: number
}

export interface HeadingSymbol extends PlacedText {
  readonly depth: number
  /** The anchor that GitHub gives it. */
  readonly anchor: string
  /** What it says, without its marks. */
  readonly from: number
  readonly to: number
  /** Boxes without an ID that stand under it and no further heading. */
  readonly boxes: Count
}

/** A file without anything that others may ask for. */
export function noSymbols(uri: string, kind: FileSymbols['kind'] = 'none'): FileSymbols {
  return {
    uri,
    kind,
    template: undefined,
    group: undefined,
    title: undefined,
    name: undefined,
    documentId: undefined,
    status: undefined,
    statusRank: 0,
    progress: { done: 0, total: 0, byRole: {} },
    items: [],
    references: [],
    documentMentions: [],
    links: [],
    headings: [],
    lineStarts: [],
  }
}
