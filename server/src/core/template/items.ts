import type { ListItemFacts, Placed, TableFacts } from '../markdown/facts'
import { visit } from '../markdown/walk'
import { type Body, type Part, partsOf } from './body'
import { type ItemLead, leadLength, leadOf } from './item-lead'

/** An item of the template, or what looks like one. Offsets count from the start of the body. */
export interface TemplateItem {
  readonly form: 'listItem' | 'heading' | 'row'
  readonly list: 'ordered' | 'bullet'
  /** Depth of the heading; 0 for other forms. */
  readonly depth: number
  readonly checkbox: boolean
  readonly lead: ItemLead
  /** What it says after its lead, nested content included; indented as if the item stood at column 0. */
  readonly text: string
  /** Labels of its nested lines, `Input` for `- Input: …`. */
  readonly parts: readonly string[]
  /** The whole item. */
  readonly start: number
  readonly end: number
}

/** Everything in the body that opens with an ID, whatever its prefix, in document order. */
export function itemsOf(body: Body): readonly TemplateItem[] {
  const items: TemplateItem[] = []
  for (const part of partsOf(body)) {
    const item = headingItem(body, part)
    if (item !== undefined) items.push(item)
  }
  visit(body.blocks, (facts, start) => {
    if (facts.type === 'listItem') items.push(...listItem(body, facts, start))
    if (facts.type === 'table') items.push(...rowItems(body, facts, start))
  })
  return items.toSorted((one, other) => one.start - other.start)
}

function headingItem(body: Body, { start, end, heading }: Part): TemplateItem | undefined {
  const textStart = start + heading.prose.offset
  const lead = leadOf(firstLine(body.text.slice(textStart, end)))
  if (lead === undefined) return undefined
  const text = textOf(body, textStart + leadLength(lead), end, 0)
  const form = { form: 'heading', list: 'bullet', depth: heading.depth, checkbox: false } as const
  return { ...form, lead, text, parts: labelsOf(body, start + heading.length, end), start, end }
}

function listItem(body: Body, facts: ListItemFacts, start: number): readonly TemplateItem[] {
  const first = facts.children[0]
  if (first?.facts.type !== 'paragraph') return []
  const textStart = start + first.offset + first.facts.prose.offset
  const end = start + facts.length
  const lead = leadOf(firstLine(body.text.slice(textStart, end)))
  if (lead === undefined) return []
  const column = start - (body.text.lastIndexOf('\n', start - 1) + 1)
  const text = textOf(body, textStart + leadLength(lead), end, column)
  const list = /\d/.test(facts.marker) ? 'ordered' : 'bullet'
  const parts = facts.children.flatMap((child) => partLabel(body, child, start))
  const form = { form: 'listItem', list, depth: 0, checkbox: facts.checked !== null } as const
  return [{ ...form, lead, text, parts, start, end }]
}

function rowItems(body: Body, table: TableFacts, tableStart: number): readonly TemplateItem[] {
  return table.rows.slice(1).flatMap(({ offset, facts }): readonly TemplateItem[] => {
    const start = tableStart + offset
    const end = start + facts.length
    const [first, second] = facts.cells
    if (first === undefined) return []
    const idStart = start + first.offset + first.facts.prose.offset
    const lead = leadOf(body.text.slice(idStart, idStart + first.facts.prose.text.length).trimEnd())
    if (lead === undefined) return []
    const textStart = second === undefined ? end : start + second.offset + second.facts.prose.offset
    const before = body.text.slice(start, idStart) + lead.before
    const after = body.text.slice(idStart + leadLength(lead) - lead.after.length, textStart)
    const form = { form: 'row', list: 'bullet', depth: 0, checkbox: false, parts: [] } as const
    return [{ ...form, lead: { ...lead, before, after }, text: body.text.slice(textStart, end), start, end }]
  })
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? ''
}

/** Source from `start` to `end` without the outer indentation of its further lines, which is `column` wide. */
function textOf(body: Body, start: number, end: number, column: number): string {
  const [first = '', ...further] = body.text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n?|\n/)
  const indent = new RegExp(`^[ \\t]{0,${column}}`)
  return [first, ...further.map((line) => line.replace(indent, ''))].join('\n')
}

/** `Input` of `- Input: …` or `- **Input**: …`. */
const LABEL = /^(?:\*\*|__)?(?<label>\p{L}[^:*_[\]\n]{0,40}?)(?:\*\*|__)?:/u

function partLabel(body: Body, { offset, facts }: Placed, base: number): readonly string[] {
  const first = facts.type === 'listItem' ? facts.children[0] : undefined
  if (first?.facts.type !== 'paragraph') return []
  const start = base + offset + first.offset + first.facts.prose.offset
  const line = firstLine(body.text.slice(start, base + offset + facts.length))
  const label = leadOf(line) === undefined ? LABEL.exec(line)?.groups?.label : undefined
  return label === undefined ? [] : [label]
}

function labelsOf(body: Body, start: number, end: number): readonly string[] {
  const within = body.blocks.filter(({ offset }) => offset >= start && offset < end)
  return within.flatMap((block) => partLabel(body, block, 0))
}
