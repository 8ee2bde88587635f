import type { MarkdownDocument } from '../markdown/document'
import type { Facts, ListItemFacts, Placed, Prose, RowFacts, TableFacts } from '../markdown/facts'
import type { Span } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import { lineStart } from '../text/lines'
import type { Draft, OpenCheckbox, OwnedPassage } from './drafts'
import { openingOf } from './openings'
import type { ProseScan } from './prose-scan'
import type { Outline } from './sections'
import type { Cell, Passage, Section, Table, TableRow } from './spec-document'

/** All that one walk over a document meets, each kind in document order. */
export interface Walked {
  readonly passages: readonly OwnedPassage[]
  readonly drafts: readonly Draft[]
  readonly checkboxes: readonly OpenCheckbox[]
  readonly tables: readonly Table[]
  /** Code, HTML and front matter. */
  readonly opaque: readonly Span[]
  /** Of these what is HTML: the places of comments. */
  readonly html: readonly Span[]
}

export type Scan = (prose: Prose) => ProseScan

export function walkDocument(markdown: MarkdownDocument, outline: Outline, scan: Scan): Walked {
  const walk = new Walk(markdown.text, outline, scan)
  for (const { offset, facts } of markdown.blocks) walk.block(facts, offset, TOP)
  return walk
}

/** What a block stands in. */
interface Around {
  readonly item: Draft | undefined
  readonly box: OpenCheckbox | undefined
  readonly quoted: boolean
}

const TOP: Around = { item: undefined, box: undefined, quoted: false }
const NO_PROSE: Prose = { offset: 0, text: '', spans: [] }

class Walk implements Walked {
  readonly passages: OwnedPassage[] = []
  readonly drafts: Draft[] = []
  readonly checkboxes: OpenCheckbox[] = []
  readonly tables: Table[] = []
  readonly opaque: Span[] = []
  readonly html: Span[] = []
  private section: Section | undefined
  /** A heading, and a paragraph, that opens with an ID: what stands under it is its own, up to the next heading. */
  private heading: Draft | undefined
  private paragraph: Draft | undefined
  /** The last top-level list item that is indented no deeper than those before it in its lists. */
  private above: { readonly indent: number; readonly around: Around } | undefined

  constructor(
    private readonly source: string,
    private readonly outline: Outline,
    private readonly scan: Scan,
  ) {}

  block(facts: Facts, start: number, around: Around): void {
    const end = start + facts.length
    switch (facts.type) {
      case 'heading':
        this.headingBlock(facts.prose, start, around)
        return
      case 'paragraph':
        if (around === TOP) this.topParagraph(facts.prose, start, end)
        else this.plain(this.scan(facts.prose), start, 'paragraph', around)
        break
      case 'listItem':
        if (around === TOP) this.topItem(facts, start)
        else this.listItem(facts, start, around)
        break
      case 'table':
        this.table(facts, start, around)
        break
      case 'quote':
      case 'footnote':
        this.children(facts.children, start, { ...around, quoted: true })
        break
      case 'code':
      case 'frontMatter':
        this.opaque.push({ start, end })
        break
      case 'html':
        this.opaque.push({ start, end })
        this.html.push({ start, end })
    }
    if (around !== TOP) return
    if (facts.type !== 'listItem') this.above = undefined
    if (this.paragraph) this.paragraph.span.end = end
  }

  private children(children: readonly Placed[], start: number, around: Around): void {
    for (const { offset, facts } of children) this.block(facts, start + offset, around)
  }

  /** The draft in whose text a block stands that opens nothing itself. */
  private owner(around: Around): Draft | undefined {
    return around.item ?? this.paragraph ?? this.heading
  }

  private headingBlock(prose: Prose, start: number, around: Around): void {
    const scan = this.scan(prose)
    if (around !== TOP) {
      this.plain(scan, start, 'heading', around)
      return
    }
    this.heading = this.paragraph = this.above = undefined
    const section = this.outline.opened.get(start)
    this.section = section
    const opening = openingOf(scan.lead, 'heading', prose)
    if (section === undefined || opening === undefined) {
      this.plain(scan, start, 'heading', around)
      return
    }
    const passage = this.passage(scan, start, 'heading', false)
    this.heading = this.draft({ form: 'heading', span: section.span, passage, scan, opening }, TOP)
    this.own(passage, scan, this.heading)
  }

  /** Each line of a paragraph that opens with an ID begins an item. */
  private topParagraph(prose: Prose, start: number, end: number): void {
    for (const piece of this.scan(prose).pieces) {
      const { scan } = piece
      const opening = openingOf(scan.lead, 'paragraph', scan.prose)
      const at = start + prose.offset + piece.start - scan.prose.offset
      const passage = this.passage(scan, at, 'paragraph', false)
      if (opening) {
        if (this.paragraph) this.paragraph.span.end = Math.min(this.paragraph.span.end, passage.start)
        this.paragraph = undefined
        const span = { start: passage.start, end }
        this.paragraph = this.draft({ form: 'paragraph', span, passage, scan, opening }, TOP)
      }
      this.own(passage, scan, this.owner(TOP))
    }
  }

  /**
   * Below `10. text`, a bullet indented by three blanks is a list of its own in Markdown, where below `9. text` it is
   * nested. People mean it as nested in both.
   */
  private topItem(facts: ListItemFacts, start: number): void {
    const indent = start - lineStart(this.source, start)
    const { above } = this
    if (above !== undefined && indent > above.indent) {
      this.listItem(facts, start, above.around)
      if (above.around.item) above.around.item.span.end = start + facts.length
    } else {
      this.above = { indent, around: this.listItem(facts, start, TOP) }
    }
  }

  /** @returns what blocks nested in the item stand in */
  private listItem(facts: ListItemFacts, start: number, around: Around): Around {
    const first = facts.children[0]
    const prose = first?.facts.type === 'paragraph' ? first.facts.prose : NO_PROSE
    const at = prose === NO_PROSE ? start + facts.marker.length : start + (first?.offset ?? 0)
    const scan = this.scan(prose)
    const passage = this.passage(scan, at, 'listItem', around.quoted)
    const checkbox = this.checkbox(facts, start, passage, around)
    const opening = around.quoted ? undefined : openingOf(scan.lead, 'listItem', prose)
    const span = { start, end: start + facts.length }
    const item = this.draft({ form: 'listItem', span, passage, scan, opening, checkbox }, around)
    if (prose !== NO_PROSE) this.own(passage, scan, item)
    const rest = prose === NO_PROSE ? facts.children : facts.children.slice(1)
    const inside = { item, box: checkbox ?? around.box, quoted: around.quoted }
    this.children(rest, start, inside)
    return inside
  }

  private checkbox(
    { checked, box, length }: ListItemFacts,
    start: number,
    { start: at, text }: Passage,
    around: Around,
  ): OpenCheckbox | undefined {
    if (checked === null || box < 0) return undefined
    const from = skipBlanks(text, 0)
    const checkbox: OpenCheckbox = {
      checked,
      mark: { start: start + box, end: start + box + 1 },
      span: { start, end: start + length },
      textSpan: { start: at + from, end: at + trimEnd(text, from, text.length) },
      section: this.section,
      parent: around.box,
      children: [],
      role: this.section?.role,
    }
    around.box?.children.push(checkbox)
    this.checkboxes.push(checkbox)
    return checkbox
  }

  private table(facts: TableFacts, start: number, around: Around): void {
    const [head, ...body] = facts.rows
    const { cells: header, scans } = this.cells(head, start, around)
    header.forEach(({ passage }, i) => {
      const scan = scans[i]
      if (scan) this.own(passage, scan, this.owner(around))
    })
    const rows = body.map((row) => this.row(row, start, header, around))
    this.tables.push({ section: this.section, span: { start, end: start + facts.length }, header, rows })
  }

  private row(placed: Placed<RowFacts>, start: number, header: readonly Cell[], around: Around): TableRow {
    const { cells, scans } = this.cells(placed, start, around)
    const from = start + placed.offset
    const row = { span: { start: from, end: from + placed.facts.length }, cells }
    const passage = cells[0]?.passage
    const scan = scans[0]
    if (passage === undefined || scan === undefined) return row
    const opening = around.quoted ? undefined : openingOf(scan.lead, 'row', scan.prose)
    const context = { row, table: this.tables.length, header, scans }
    const draft = this.draft({ form: 'row', span: row.span, passage, scan, opening, row: context }, around)
    cells.forEach((cell, i) => {
      this.own(cell.passage, scans[i] ?? scan, draft)
    })
    return row
  }

  private cells(
    row: Placed<RowFacts> | undefined,
    tableStart: number,
    around: Around,
  ): { cells: Cell[]; scans: ProseScan[] } {
    const cells: Cell[] = []
    const scans: ProseScan[] = []
    for (const { offset, facts } of row?.facts.cells ?? []) {
      const start = tableStart + (row?.offset ?? 0) + offset
      const scan = this.scan(facts.prose)
      const passage = this.passage(scan, start, 'cell', around.quoted)
      const text = scan.display(this.source, passage.start)
      cells.push({ text, span: { start, end: start + facts.length }, passage })
      scans.push(scan)
    }
    return { cells, scans }
  }

  private draft(
    made: Pick<Draft, 'form' | 'span' | 'passage' | 'scan' | 'opening'> &
      Partial<Pick<Draft, 'checkbox' | 'row'>>,
    around: Around,
  ): Draft {
    const parent = around.item ?? (made.form === 'heading' ? undefined : (this.paragraph ?? this.heading))
    const draft: Draft = {
      form: made.form,
      section: this.section,
      span: made.span,
      passage: made.passage,
      scan: made.scan,
      opening: made.opening,
      checkbox: made.checkbox,
      parent,
      nested: [],
      quoted: around.quoted,
      row: made.row,
      decision: 'none',
      entry: undefined,
    }
    parent?.nested.push(draft)
    this.drafts.push(draft)
    return draft
  }

  private plain(scan: ProseScan, start: number, within: Passage['within'], around: Around): void {
    this.own(this.passage(scan, start, within, around.quoted), scan, this.owner(around))
  }

  /** @param start offset of the facts that own the prose */
  private passage(scan: ProseScan, start: number, within: Passage['within'], quoted: boolean): Passage {
    const { offset, text, spans } = scan.prose
    return { start: start + offset, text, spans, section: this.section, within, quoted }
  }

  private own(passage: Passage, scan: ProseScan, owner: Draft | undefined): void {
    this.passages.push({ passage, scan, owner })
    for (const { start, end } of scan.comments) {
      const comment = { start: passage.start + start, end: passage.start + end }
      this.opaque.push(comment)
      this.html.push(comment)
    }
  }
}
