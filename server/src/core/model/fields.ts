import type { MarkdownDocument } from '../markdown/document'
import type { Facts, Placed, Prose } from '../markdown/facts'
import type { FieldDefinition, Template } from '../template/template'
import { collapse } from '../text/blanks'
import type { FieldContext, FoundField } from './found-field'
import { frontMatterFields } from './front-matter-fields'
import { labelledLines } from './labelled-lines'
import type { Outline } from './sections'
import type { Field } from './spec-document'
import { tableFields } from './table-fields'
import type { Scan } from './walk-document'

/** How far down a document fields are looked for, in blocks: a head is short, and a long document is read at each key. */
const MOST_BLOCKS = 200

/**
 * The labelled values at the head of a document: in front matter, before the first section and directly in the first
 * one, and, where the template knows their labels, in the second. Bold lines, tables, quotes; list items and plain
 * lines with labels that the template knows; a section named like the status with its value as text.
 */
export function readFields(
  markdown: MarkdownDocument,
  outline: Outline,
  template: Template,
  scan: Scan,
): readonly Field[] {
  const context: FieldContext = { source: markdown.text, scan, define: definer(template) }
  const [, second, third] = outline.sections
  const known = second?.heading.start ?? Number.POSITIVE_INFINITY
  const end = third?.heading.start ?? Number.POSITIVE_INFINITY
  const fields: Field[] = []
  let heading: string | undefined
  for (const { offset, facts } of markdown.blocks.slice(0, MOST_BLOCKS)) {
    if (offset >= end) break
    if (facts.type === 'heading') {
      heading = outline.opened.has(offset)
        ? scan(facts.prose).display(context.source, offset + facts.prose.offset)
        : undefined
      continue
    }
    for (const found of fieldsIn(facts, offset, heading, context)) {
      const definition = context.define(found.label)
      if (definition === undefined && offset >= known) continue
      fields.push({ key: definition?.key ?? found.label.toLowerCase(), definition, ...found })
    }
    heading = undefined
  }
  return fields
}

function definer(template: Template): FieldContext['define'] {
  const byName = new Map<string, FieldDefinition>()
  for (const field of template.fields) {
    for (const name of [field.label, ...field.aliases]) {
      if (!byName.has(fieldName(name))) byName.set(fieldName(name), field)
    }
  }
  return (label) => byName.get(fieldName(label))
}

/** Case, hyphens and underscores make no difference to a label: `last_updated` is `Last Updated`. */
function fieldName(label: string): string {
  return collapse(label.toLowerCase().replace(/[_-]/g, ' '))
}

function fieldsIn(
  facts: Facts,
  start: number,
  heading: string | undefined,
  context: FieldContext,
): FoundField[] {
  switch (facts.type) {
    case 'frontMatter':
      return frontMatterFields(facts, start)
    case 'paragraph': {
      const lines = labelledLines(facts.prose, start + facts.prose.offset, context)
      return lines.length > 0 || heading === undefined
        ? lines
        : headingField(facts.prose, start, heading, context)
    }
    case 'listItem':
      return firstLines(facts.children[0], start, context)
    case 'quote':
      return facts.children.flatMap((child) =>
        fieldsIn(child.facts, start + child.offset, undefined, context),
      )
    case 'table':
      return tableFields(facts, start, context)
    default:
      return []
  }
}

function firstLines(first: Placed | undefined, start: number, context: FieldContext): FoundField[] {
  if (first?.facts.type !== 'paragraph') return []
  const { prose } = first.facts
  return labelledLines(prose, start + first.offset + prose.offset, context)
    .filter(({ label }) => context.define(label) !== undefined)
    .map((field) => ({ ...field, form: 'list' }))
}

/** `## Status` with `Done (2026-01-02)` under it. */
function headingField(prose: Prose, start: number, heading: string, context: FieldContext): FoundField[] {
  if (context.define(heading)?.type !== 'status') return []
  const from = start + prose.offset
  const line = /^[^\r\n]*/.exec(prose.text)?.[0].trimEnd() ?? ''
  const lead = line.length - line.trimStart().length
  const span = { start: from, end: from + line.length }
  const value = context.scan(prose).display(context.source, from)
  return [
    {
      label: heading,
      value,
      form: 'heading',
      span,
      labelSpan: { start: from, end: from },
      valueSpan: { start: from + lead, end: span.end },
    },
  ]
}
