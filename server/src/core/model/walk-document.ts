import type { MarkdownDocument } from '../markdown/document'
import type { Facts, ListItemFacts, Placed, Prose, RowFacts, TableFacts } from '../markdown/facts'
import type { Span } from '../template/template'
import { lineStart } from '../text/lines'
import { Draft, type DraftContext, type DraftRow, type PlacedCell, type PlacedRow } from './drafts'
import { PlacedCheckbox } from './placed-checkbox'
import { PlacedPassage } from './placed-passage'
import type { ProseScan } from './prose-scan'
import type { Outline } from './sections'
import type { Cell, Section, Table } from './spec-document'

/** All that one walk over a document meets, each kind in document order. */
export interface Walked {
  readonly passages: readonly PlacedPassage[]
  readonly drafts: readonly Draft[]
  readonly checkboxes: readonly PlacedCheckbox[]
  readonly tables: readonly Table[]
  /** Code, HTML and front matter. */
  readonly opaque: readonly Span[]
  /** Of these what is HTML: the places of comments. */
  readonly html: readonly Span[]
}

export type Scan = (prose: Prose) => ProseScan

export function walkDocument(
  markdown: MarkdownDocument,
  outline: Outline,
  scan: Scan,
  context: DraftContext,
): Walked {
  const walk = new Walk(context, outline, scan)
  const { blocks } = markdown
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (block !== undefined) walk.block(block.facts, block.offset, TOP)
  }
  return walk
}

/** What a block stands in. */
interface Around {
  readonly item: Draft | undefined
  readonly box: PlacedCheckbox | undefined
  readonly quoted: boolean
}

const TOP: Around = { item: undefined, box: undefined, quoted: false }
const NO_PROSE: Prose = { offset: 0, text: '', spans: [] }

class Walk implements Walked {
  readonly passages: PlacedPassage[] = []
  readonly drafts: Draft[] = []
  readonly checkboxes: PlacedCheckbox[] = []
  readonly tables: Table[] = []
  readonly opaque: Span[] = []
  readonly html: Span[] = []
  private section: Section | undefined
  /** A heading, and a paragraph, that opens with an ID: what stands under it is its own, up to the next heading. */
  private heading: Draft | undefined
  private paragraph: Draft | undefined
  /** The last top-level list item that is indented no deeper than those before it. */
  private above: Draft | undefined
  private aboveIndent = 0

  constructor(
    private readonly context: DraftContext,
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

  private children(children: readonly Placed[], start: number, around: Around, from = 0): void {
    for (let i = from; i < children.length; i++) {
      const child = children[i]
      if (child) this.block(child.facts, start + child.offset, around)
    }
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
    if (section === undefined || scan.opening('heading') === undefined) {
      this.plain(scan, start, 'heading', around)
      return
    }
    const passage = this.passage(scan, start, 'heading', false)
    this.heading = this.draft(section.span, passage, TOP)
    this.own(passage, this.heading)
  }

  /** Each line of a paragraph that opens with an ID begins an item. */
  private topParagraph(prose: Prose, start: number, end: number): void {
    for (const piece of this.scan(prose).pieces) {
      const { scan } = piece
      const at = start + prose.offset + piece.start - scan.prose.offset
      const passage = this.passage(scan, at, 'paragraph', false)
      if (scan.opening('paragraph')) {
        if (this.paragraph) this.paragraph.span.end = Math.min(this.paragraph.span.end, passage.start)
        this.paragraph = undefined
        const span = { start: passage.start, end }
        this.paragraph = this.draft(span, passage, TOP)
      }
      this.own(passage, this.owner(TOP))
    }
  }

  /**
   * Below `10. text`, a bullet indented by three blanks is a list of its own in Markdown, where below `9. text` it is
   * nested. People mean it as nested in both.
   */
  private topItem(facts: ListItemFacts, start: number): void {
    const indent = start - lineStart(this.context.source, start)
    if (this.above !== undefined && indent > this.aboveIndent) {
      const box = this.above.checkbox
      this.listItem(facts, start, { item: this.above, box, quoted: false })
      this.above.span.end = start + facts.length
    } else {
      this.above = this.listItem(facts, start, TOP)
      this.aboveIndent = indent
    }
  }

  private listItem(facts: ListItemFacts, start: number, around: Around): Draft {
    const first = facts.children[0]
    const prose = first?.facts.type === 'paragraph' ? first.facts.prose : NO_PROSE
    const at = prose === NO_PROSE ? start + facts.marker.length : start + (first?.offset ?? 0)
    const scan = this.scan(prose)
    const passage = this.passage(scan, at, 'listItem', around.quoted)
    const span = { start, end: start + facts.length }
    const checkbox = this.checkbox(facts, span, passage, around)
    const item = this.draft(span, passage, around, checkbox)
    if (prose !== NO_PROSE) this.own(passage, item)
    const rest = prose === NO_PROSE ? 0 : 1
    if (facts.children.length > rest) {
      const inside = { item, box: checkbox ?? around.box, quoted: around.quoted }
      this.children(facts.children, start, inside, rest)
    }
    return item
  }

  private checkbox(
    facts: ListItemFacts,
    span: Span,
    lead: PlacedPassage,
    around: Around,
  ): PlacedCheckbox | undefined {
    if (facts.checked === null || facts.box < 0) return undefined
    const checkbox = new PlacedCheckbox(facts, span, lead, around.box)
    this.checkboxes.push(checkbox)
    return checkbox
  }

  private table(facts: TableFacts, start: number, around: Around): void {
    const [head, ...body] = facts.rows
    const header = this.cells(head, start, around)
    for (const { passage } of header) this.own(passage, this.owner(around))
    const rows = body.map((row) => this.row(row, start, header, around))
    this.tables.push({ section: this.section, span: { start, end: start + facts.length }, header, rows })
  }

  private row(placed: Placed<RowFacts>, start: number, header: readonly Cell[], around: Around): PlacedRow {
    const cells = this.cells(placed, start, around)
    const from = start + placed.offset
    const row = { span: { start: from, end: from + placed.facts.length }, cells }
    const passage = cells[0]?.passage
    if (passage === undefined) return row
    const context = { row, table: this.tables.length, header, said: undefined }
    const draft = this.draft(row.span, passage, around, undefined, context)
    for (const cell of cells) this.own(cell.passage, draft)
    return row
  }

  private cells(
    row: Placed<RowFacts> | undefined,
    tableStart: number,
    around: Around,
  ): readonly PlacedCell[] {
    if (row === undefined) return []
    return row.facts.cells.map(({ offset, facts }) => {
      const start = tableStart + row.offset + offset
      const scan = this.scan(facts.prose)
      const passage = this.passage(scan, start, 'cell', around.quoted)
      const text = scan.display(this.context.source, passage.start)
      return { text, span: { start, end: start + facts.length }, passage }
    })
  }

  private draft(
    span: Draft['span'],
    lead: PlacedPassage,
    around: Around,
    checkbox?: PlacedCheckbox,
    row?: DraftRow,
  ): Draft {
    const isHeading = lead.within === 'heading'
    const holder = around.item ?? (isHeading ? undefined : (this.paragraph ?? this.heading))
    const opening = around.quoted ? undefined : openingOf(lead, holder)
    const draft = new Draft(this.context, span, lead, opening, checkbox, holder, row)
    this.drafts.push(draft)
    return draft
  }

  private plain(scan: ProseScan, start: number, within: PlacedPassage['within'], around: Around): void {
    this.own(this.passage(scan, start, within, around.quoted), this.owner(around))
  }

  /** @param start offset of the facts that own the prose */
  private passage(
    scan: ProseScan,
    start: number,
    within: PlacedPassage['within'],
    quoted: boolean,
  ): PlacedPassage {
    return new PlacedPassage(scan, start + scan.prose.offset, this.section, within, quoted)
  }

  private own(passage: PlacedPassage, owner: Draft | undefined): void {
    passage.owner = owner
    this.passages.push(passage)
    const { comments } = passage.scan
    if (comments.length === 0) return
    for (const { start, end } of comments) {
      const comment = { start: passage.start + start, end: passage.start + end }
      this.opaque.push(comment)
      this.html.push(comment)
    }
  }
}

/** How a lead begins, where it may open an item of its form. */
function openingOf({ scan, within, section }: PlacedPassage, holder: Draft | undefined): Draft['opening'] {
  if (within !== 'listItem') return scan.opening(within === 'cell' ? 'row' : within)
  return scan.opening(within) ?? plainOpening(scan, section, holder)
}

/** An ID that nothing sets off opens an item only where the section is for such, and not below another item. */
function plainOpening(
  scan: ProseScan,
  section: Section | undefined,
  holder: Draft | undefined,
): Draft['opening'] {
  if (section?.role === undefined || holder?.opening !== undefined) return undefined
  if (scan.lead?.id?.kind.role !== section.role) return undefined
  return scan.plainOpening
}
