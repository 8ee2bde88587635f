import type { TableFacts } from '../markdown/facts'
import { type Body, type Part, partsOf, visibleText } from './body'
import { choicesOf } from './choices'
import { normaliseHeading } from './headings'
import type { ColumnDefinition, ItemKind, SectionDefinition, TableDefinition } from './template'

/** A section of the body before anything is known of it but its place. Offsets count from the start of the body. */
export interface OutlineSection {
  readonly title: string
  readonly depth: number
  readonly start: number
  readonly end: number
  /** Where its own content ends: at its first subsection, else with the section. */
  readonly ownEnd: number
}

export interface Outline {
  /** Text of the title: of the level-1 heading that comes before any other heading. */
  readonly title: string | undefined
  readonly sections: readonly OutlineSection[]
  /** Title of the innermost section around an offset, `''` before the first. */
  titleAt(offset: number): string
}

/**
 * The sections of a body.
 *
 * @param items starts of the headings that are items, not sections
 */
export function outlineOf(body: Body, items: ReadonlySet<number>): Outline {
  const parts = partsOf(body).filter(({ start }) => !items.has(start))
  const [first] = parts
  const title = first?.heading.depth === 1 ? titleOf(body, first) : undefined
  const sections = parts.slice(title === undefined ? 0 : 1).map((part, place, all): OutlineSection => {
    const { start, end, heading } = part
    const ownEnd = Math.min(all[place + 1]?.start ?? end, end)
    return { title: titleOf(body, part), depth: heading.depth, start, end, ownEnd }
  })
  return {
    title,
    sections,
    titleAt: (offset) => sections.find((section) => holds(section, offset))?.title ?? '',
  }
}

function titleOf(body: Body, { start, heading: { prose } }: Part): string {
  return visibleText(body, { start: start + prose.offset, prose, within: 'heading' })
}

/** Whether an offset stands directly in a section, in no subsection of it. */
export function holds(section: OutlineSection, offset: number): boolean {
  return offset >= section.start && offset < section.ownEnd
}

/** What the front matter says about a section. */
export interface SectionSettings {
  readonly required: boolean
  readonly from?: string | undefined
  readonly aliases: readonly string[]
  readonly role?: SectionDefinition['role']
}

/** The tree of sections, in document order. */
export function sectionsOf(
  body: Body,
  outline: Outline,
  settingsOf: (title: string) => SectionSettings | undefined,
  kindsIn: (section: OutlineSection) => readonly ItemKind[],
): readonly SectionDefinition[] {
  const tables = body.blocks.filter(({ facts }) => facts.type === 'table')
  const open: Growing[] = []
  return outline.sections.map((section) => {
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop()
    const settings = settingsOf(section.title)
    const table = tables.find(({ offset }) => holds(section, offset))
    const parent = open.at(-1)
    const grown: Growing = {
      title: section.title,
      depth: section.depth,
      parent,
      children: [],
      required: settings?.required ?? false,
      from: settings?.from,
      aliases: settings?.aliases ?? [],
      role: settings?.role,
      names: namesOf(section.title, settings?.aliases ?? []),
      span: { start: section.start, end: section.end },
      kinds: kindsIn(section),
      table: table?.facts.type === 'table' ? tableOf(body, table.facts, table.offset) : undefined,
    }
    parent?.children.push(grown)
    open.push(grown)
    return grown
  })
}

/** A section whose subsections are still to come. */
type Growing = Omit<SectionDefinition, 'children'> & { readonly children: SectionDefinition[] }

/** A title that is a placeholder (`[Feature]`) names nothing that a document could repeat. */
function namesOf(title: string, aliases: readonly string[]): readonly string[] {
  const names = [/^\[[^\]]*\]$/.test(title) ? '' : title, ...aliases].map(normaliseHeading)
  return [...new Set(names.filter((name) => name !== ''))]
}

/** Sections by every name that matches a heading, those whose own title it is first. */
export function sectionsByName(
  sections: readonly SectionDefinition[],
): ReadonlyMap<string, readonly SectionDefinition[]> {
  const byName = new Map<string, SectionDefinition[]>()
  const add = (name: string, section: SectionDefinition): void => {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [section])
    else if (!known.includes(section)) known.push(section)
  }
  for (const section of sections) {
    if (section.names.includes(normaliseHeading(section.title))) add(normaliseHeading(section.title), section)
  }
  for (const section of sections) {
    for (const name of section.names) add(name, section)
  }
  return byName
}

function tableOf(body: Body, table: TableFacts, start: number): TableDefinition {
  const [header, row] = table.rows
  const cellTexts = (placed: typeof header): readonly string[] =>
    placed?.facts.cells.map(({ offset, facts }) => {
      const cellStart = start + placed.offset + offset + facts.prose.offset
      return body.text.slice(cellStart, cellStart + facts.prose.text.length).trim()
    }) ?? []
  const values = cellTexts(row).map(choicesOf)
  const columns = cellTexts(header).map(
    (title, place): ColumnDefinition => ({ title, values: values[place] ?? [] }),
  )
  const rowStart = start + (row?.offset ?? 0)
  return { columns, row: row === undefined ? '' : body.text.slice(rowStart, rowStart + row.facts.length) }
}
