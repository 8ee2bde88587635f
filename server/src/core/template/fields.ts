import { parse } from 'yaml'
import type { Facts, TableFacts } from '../markdown/facts'
import type { Body } from './body'
import { choicesOf } from './choices'
import { documentIdOf } from './document-id'
import type { Outline, OutlineSection } from './outline'
import type { FieldDefinition } from './template'

/** A labelled value of the template, as written. */
interface LabelledLine {
  readonly label: string
  readonly value: string
  readonly line: string
}

export interface FieldSettings {
  /** Label of the field that is the status. */
  readonly status: string
  aliasesOf(label: string): readonly string[]
}

/**
 * The fields of a template: the labelled values of its front matter, of what stands before its first section, and of the
 * first section that has any, unless that section is for items.
 *
 * @param isForItems whether a section has a role or items: labels in it name something else
 */
export function fieldsOf(
  body: Body,
  outline: Outline,
  settings: FieldSettings,
  isForItems: (section: OutlineSection) => boolean,
): readonly FieldDefinition[] {
  const first = outline.sections[0]?.start ?? body.text.length
  const preamble = linesBetween(body, 0, first)
  const head = outline.sections.find(
    (section) => linesBetween(body, section.start, section.ownEnd).length > 0,
  )
  const inHead = head === undefined || isForItems(head) ? [] : linesBetween(body, head.start, head.ownEnd)
  const fields = [...preamble, ...inHead].map((line) => fieldOf(line, settings))
  return fields.filter((field, place) => fields.findIndex((other) => other.key === field.key) === place)
}

function fieldOf({ label, value, line }: LabelledLine, settings: FieldSettings): FieldDefinition {
  const values = choicesOf(value)
  const type = typeOf(label, value, values, settings.status)
  const aliases = settings.aliasesOf(label)
  return { key: label.toLowerCase(), label, type, values, placeholder: value, line, aliases }
}

function typeOf(
  label: string,
  value: string,
  values: readonly string[],
  status: string,
): FieldDefinition['type'] {
  if (label.toLowerCase() === status.toLowerCase()) return 'status'
  if (values.length > 0) return 'text'
  if (isIdShape(value)) return 'id'
  return /\bdate\b|YYYY-MM-DD/iu.test(value) ? 'date' : 'text'
}

/** `SPEC-[YYYY-MM-DD]-[NUMBER]`, `RFC-NNNN`: letters, a hyphen, and something that varies. */
function isIdShape(value: string): boolean {
  return /^(?!YYYY)\p{Lu}[\p{Lu}\p{N}]*-\S*$/u.test(value) && documentIdOf(value, undefined) !== undefined
}

function linesBetween(body: Body, start: number, end: number): readonly LabelledLine[] {
  const blocks = body.blocks.filter(({ offset }) => offset >= start && offset < end)
  return blocks.flatMap(({ offset, facts }) => labelledLines(body, facts, offset))
}

function labelledLines(body: Body, facts: Facts, start: number): readonly LabelledLine[] {
  const source = body.text.slice(start, start + facts.length)
  switch (facts.type) {
    case 'paragraph':
      return paragraphLines(linesOf(body.text, start, start + facts.length))
    case 'listItem':
      return boldLine(linesOf(body.text, start, start + facts.length)[0] ?? '')
    case 'table':
      return tableLines(body, facts, start)
    case 'frontMatter':
      return yamlLines(facts.value, source)
    default:
      return []
  }
}

/** Whole lines, trailing blanks included: remark ends a paragraph before them. */
function linesOf(text: string, start: number, end: number): readonly string[] {
  const rest = text.slice(start, end) + (/^[ \t]*/.exec(text.slice(end))?.[0] ?? '')
  return rest.split(/\r\n?|\n/)
}

const BOLD =
  /^(?:[-*+][ \t]+)?(?<mark>\*\*|__)(?<label>\p{L}[^*_:[\]]{0,40}?)(?::\k<mark>|\k<mark>[ \t]*:)[ \t]*(?<value>.*)$/u
const PLAIN = /^(?<label>\p{Lu}[\p{L} ]{0,30}):[ \t]+(?<value>\S.*)$/u

/** Plain `Label: value` lines count where all lines of a paragraph are such: one alone may be a sentence. */
function paragraphLines(lines: readonly string[]): readonly LabelledLine[] {
  const plain = lines.flatMap((line) => matchLine(PLAIN, line))
  return plain.length === lines.length && lines.length > 1 ? plain : lines.flatMap(boldLine)
}

function boldLine(line: string): readonly LabelledLine[] {
  return matchLine(BOLD, line)
}

function matchLine(pattern: RegExp, line: string): readonly LabelledLine[] {
  const { label, value } = pattern.exec(line)?.groups ?? {}
  return label === undefined || value === undefined
    ? []
    : [{ label: label.trim(), value: value.trim(), line }]
}

/** A table of two columns is labels and values, its header too where that is no caption. */
function tableLines(body: Body, table: TableFacts, start: number): readonly LabelledLine[] {
  return table.rows.flatMap(({ offset, facts }, place) => {
    if (facts.cells.length !== 2) return []
    const [label = '', value = ''] = facts.cells.map((cell) => {
      const cellStart = start + offset + cell.offset + cell.facts.prose.offset
      return body.text.slice(cellStart, cellStart + cell.facts.prose.text.length).trim()
    })
    const plain = label.replace(/[*_:]/g, '').trim()
    const isCaption = place === 0 && value.length > 0 && choicesOf(value).length === 0 && !/[[\d]/.test(value)
    if (plain === '' || isCaption) return []
    return [{ label: plain, value, line: body.text.slice(start + offset, start + offset + facts.length) }]
  })
}

function yamlLines(yaml: string, source: string): readonly LabelledLine[] {
  const values: unknown = parseQuietly(yaml)
  if (typeof values !== 'object' || values === null) return []
  const lines = source.split(/\r\n?|\n/)
  return Object.entries(values).flatMap(([label, value]) => {
    const line = lines.find((candidate) => candidate.startsWith(`${label}:`))
    return line === undefined || typeof value === 'object'
      ? []
      : [{ label, value: String(value ?? ''), line }]
  })
}

/** A body's own front matter with placeholders in it may be no YAML: then it holds no fields. */
function parseQuietly(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch {
    return undefined
  }
}
