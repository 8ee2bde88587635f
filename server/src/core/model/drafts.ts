import type { ItemKind, Span } from '../template/template'
import { expectedKind, type SectionItems } from './decide-entries'
import type { Lead } from './lead'
import type { Lexicon } from './lexicon'
import { type Padding, padded } from './padding'
import { partsOf } from './parts'
import type { PlacedCheckbox } from './placed-checkbox'
import { PlacedId } from './placed-id'
import type { PlacedPassage } from './placed-passage'
import type { ProseScan } from './prose-scan'
import { saidInRow } from './row-said'
import type { Said } from './said'
import type {
  Cell,
  Entry,
  Item,
  ItemId,
  MalformedId,
  Part,
  Passage,
  Section,
  TableRow,
} from './spec-document'

/** What all drafts of a document are judged by; `padding` and `siblings` are given when definitions are decided. */
export interface DraftContext {
  readonly source: string
  readonly lexicon: Lexicon
  padding: Padding
  siblings: SectionItems
}

/**
 * A place where an item may stand, met while walking the document. Which drafts become entries, and which of those
 * define an item, is decided when all are known; those are then handed out as entries themselves, and say what they are
 * asked for. A document has thousands, they are made at each key, and most are asked for little.
 */
export class Draft implements Entry {
  /** Drafts that are held by this one. */
  nested: Draft[] | undefined = undefined
  decision: Decision = 'none'
  /** Of an entry with more than its lead: all passages that it says its text in. */
  said: Passage[] | undefined = undefined
  private knownId: PlacedId | undefined = undefined
  private knownKind: ItemKind | undefined | null = null
  private knownParts: readonly Part[] | undefined = undefined

  /**
   * @param span an item paragraph grows while the walk meets what stands under it
   * @param lead what it opens with: its first passage
   * @param opening how that begins, where it may open an item of this form
   * @param holder the list item it is nested in, else the heading or paragraph with an ID under which it stands
   */
  constructor(
    private readonly context: DraftContext,
    readonly span: { start: number; end: number },
    readonly lead: PlacedPassage,
    readonly opening: Lead | undefined,
    readonly checkbox: PlacedCheckbox | undefined,
    readonly holder: Draft | undefined,
    readonly row: DraftRow | undefined,
  ) {
    if (holder === undefined) return
    if (holder.nested === undefined) holder.nested = [this]
    else holder.nested.push(this)
  }

  get form(): Entry['form'] {
    const { within } = this.lead
    return within === 'cell' ? 'row' : within
  }

  get section(): Section | undefined {
    return this.lead.section
  }

  /** What its lead says. */
  get scan(): ProseScan {
    return this.lead.scan
  }

  get isEntry(): boolean {
    return this.decision === 'item' || this.decision === 'entry'
  }

  get text(): string {
    return this.saying.text
  }

  get textSpan(): Span {
    const { start, end } = this.saying
    return { start: this.lead.start + start, end: this.lead.start + end }
  }

  get passages(): readonly Passage[] {
    this.said ??= [this.lead]
    return this.said
  }

  get id(): ItemId | undefined {
    const found = this.decision === 'item' ? this.opening?.id : undefined
    if (found === undefined) return undefined
    this.knownId ??= new PlacedId(found, this.lead.start)
    return this.knownId
  }

  get malformed(): MalformedId | undefined {
    const { lead, opening } = this
    const { padding } = this.context
    if (opening?.malformed) {
      const { text, start, end, meant } = opening.malformed
      const span = { start: lead.start + start, end: lead.start + end }
      return { text, span, meant: meant && (padded(meant, padding) ?? meant.text) }
    }
    const found = this.decision === 'item' && padding.size > 0 ? opening?.id : undefined
    const meant = found && padded(found, padding)
    if (found === undefined || meant === undefined) return undefined
    return { text: found.text, span: { start: lead.start + found.start, end: lead.start + found.end }, meant }
  }

  get kind(): ItemKind | undefined {
    const known = this.ownKind
    if (known !== undefined) return known
    if (this.knownKind === null) this.knownKind = expectedKind(this, this.context.siblings)
    return this.knownKind
  }

  get role(): Entry['role'] {
    return this.ownKind?.role ?? this.section?.role ?? this.kind?.role
  }

  /** By the prefix of its ID, sound or broken. */
  private get ownKind(): ItemKind | undefined {
    const found = this.decision === 'item' ? this.opening?.id : undefined
    return found?.kind ?? this.opening?.malformed?.kind
  }

  get retired(): boolean {
    return this.saying.retired
  }

  get untouched(): boolean {
    return this.saying.untouched
  }

  /** Offsets count from the start of the lead. */
  private get saying(): Said {
    const { context, row, lead } = this
    if (row === undefined) return lead.scan.said(this.opening !== undefined, context.source, lead.start)
    row.said ??= saidInRow(row, this, context.source, context.lexicon)
    return row.said
  }

  get parts(): readonly Part[] {
    this.knownParts ??= partsOf(this, this.passages, this.kind)
    return this.knownParts
  }

  get parent(): Entry | undefined {
    return entryAround(this.holder)
  }
}

/** The innermost draft around that is an entry. */
export function entryAround(owner: Draft | undefined): Draft | undefined {
  let draft = owner
  while (draft !== undefined && !draft.isEntry) draft = draft.holder
  return draft
}

/** An item's kind has a role, and its ID is what made it one. */
export function isItem(draft: Draft): draft is Draft & Item {
  return draft.decision === 'item'
}

/**
 * `item`: defines an item. `entry`: should be one, and has a broken ID or none. `mention`: opens with the ID of an item
 * that is defined in another place. `group`: holds entries. `none`: a part of something else.
 */
export type Decision = 'item' | 'entry' | 'mention' | 'group' | 'none'

export interface DraftRow {
  readonly row: PlacedRow
  /** Number of its table among the document's. */
  readonly table: number
  readonly header: readonly Cell[]
  /** What it says; `undefined` until it is asked for. */
  said: Said | undefined
}

export interface PlacedRow extends TableRow {
  readonly cells: readonly PlacedCell[]
}

export interface PlacedCell extends Cell {
  readonly passage: PlacedPassage
}
