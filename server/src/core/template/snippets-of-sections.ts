import type { Body } from './body'
import { normaliseHeading } from './headings'
import { type Snippet, snippetPrefix } from './snippet'
import type { WriteSource } from './snippet-source'
import { createSnippetWriter } from './snippet-syntax'
import type { SectionDefinition, Template } from './template'

/** A row of each table of the template, named for its first column: `spec-risk`. */
export function tableSnippets({ sections }: Template, write: WriteSource): readonly Snippet[] {
  return sections.flatMap(({ title, table, kinds }) => {
    const first = table?.columns[0]?.title
    if (table === undefined || first === undefined || table.row === '' || kinds.length > 0) return []
    return {
      name: `Row: ${first}`,
      prefix: snippetPrefix(first),
      description: `A row of the table of ${title}`,
      body: [write(table.row, createSnippetWriter())],
    }
  })
}

/**
 * A list item of each section that has a role, but neither kinds nor a table: a goal, a metric. Its prefix is the role
 * (`spec-goal`); where an earlier section has the role too, the first letters of the title's words (`spec-nfr`).
 */
export function sectionItemSnippets(template: Template, body: Body, write: WriteSource): readonly Snippet[] {
  return template.sections.flatMap((section, place) => {
    const { role, title, kinds, table } = section
    const [first, ...others] = ownItems(body, section)
    if (role === undefined || kinds.length > 0 || table !== undefined || first === undefined) return []
    const isSecond = template.sections.slice(0, place).some((other) => other.role === role)
    return {
      name: `Item: ${title}`,
      prefix: isSecond ? snippetPrefix(initials(title)) : snippetPrefix(role),
      description: `An item of ${title}`,
      body: itemSnippet(first, others, write).split('\n'),
    }
  })
}

function initials(title: string): string {
  return normaliseHeading(title)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

/** Source of the list items that stand directly in a section. */
function ownItems(body: Body, { span, children }: SectionDefinition): readonly string[] {
  const end = children[0]?.span.start ?? span.end
  const own = body.blocks.filter(
    ({ offset, facts }) => facts.type === 'listItem' && offset >= span.start && offset < end,
  )
  return own.map(({ offset, facts }) => body.text.slice(offset, offset + facts.length).trimEnd())
}

/** Marker and checkbox; label in bold, if any; text. */
const ITEM =
  /^(?<marker>(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)(?:\*\*(?<label>[^*\n]{1,40})\*\*(?<colon>:[ \t]*))?/u

function itemSnippet(first: string, others: readonly string[], write: WriteSource): string {
  const groups = ITEM.exec(first)?.groups ?? {}
  const { marker = '', label, colon } = groups
  const writer = createSnippetWriter()
  if (label !== undefined && colon !== undefined) {
    const labels = [first, ...others].map((item) => ITEM.exec(item)?.groups?.label)
    const known = labels.filter((one) => one !== undefined)
    const lead = known.length > 1 ? writer.choice(known) : writer.stop(label)
    const text = first.slice(marker.length + label.length + 4 + colon.length)
    return `${writer.text(marker)}**${lead}**${writer.text(colon)}${write(text, writer)}`
  }
  // The whole item is written, since a placeholder without brackets is known by what stands before it.
  const written = write(first, writer)
  return writer.count > 0 ? written : writer.text(marker) + writer.stop(first.slice(marker.length))
}
