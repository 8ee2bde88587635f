import type { Body } from './body'
import { itemsOf, type TemplateItem } from './items'
import { samePrefix } from './kinds'
import { type Snippet, snippetPrefix } from './snippet'
import type { WriteSource } from './snippet-source'
import { createSnippetWriter, type SnippetWriter } from './snippet-syntax'
import type { Template } from './template'

/**
 * A snippet for each sort of numbered group: a list item that opens like an item (`**Phase 1: Foundation**`), is of no
 * kind, and holds items. Its number is asked for once and repeated in the items that are numbered by it (`Task 1.2`).
 */
export function groupSnippets(template: Template, body: Body, write: WriteSource): readonly Snippet[] {
  const all = itemsOf(body)
  const isKind = (item: TemplateItem) =>
    template.kinds.some(({ prefix }) => samePrefix(prefix, item.lead.prefix))
  const items = all.filter(isKind)
  const groups = all.filter((group) => group.form === 'listItem' && !isKind(group))
  return groups.flatMap((group) => {
    const [first] = items.filter((item) => item.start > group.start && item.end <= group.end)
    if (first === undefined) return []
    return {
      name: `Group: ${group.lead.prefix}`,
      prefix: snippetPrefix(group.lead.prefix),
      description: `A ${group.lead.prefix} with its items`,
      body: groupLines(group, first, write),
    }
  })
}

function groupLines(group: TemplateItem, first: TemplateItem, write: WriteSource): readonly string[] {
  const { lead, list, checkbox, text } = group
  const writer = createSnippetWriter()
  const number = writer.stop(lead.number)
  const marker = list === 'ordered' ? `${number}.` : '-'
  const ownNumber = list === 'ordered' ? writer.mirror() : number
  const id = writer.text(lead.before + lead.prefix + lead.separator) + ownNumber
  const mirror = writer.mirror()
  const [title = '', ...nested] = text.split('\n')
  const titleLine = `${marker} ${checkbox ? '[ ] ' : ''}${id}${writer.text(lead.after)}${titleStop(title, writer)}`
  const lines = nested.map((line) => numberedLine(line, group, first, mirror, write, writer))
  return [titleLine, ...lines]
}

/** The group's own words, closing marks left outside. */
function titleStop(title: string, writer: SnippetWriter): string {
  const words = title.replace(/(?:\*\*|__)?[ \t]*$/u, '')
  return words === '' ? writer.text(title) : writer.stop(words) + writer.text(title.slice(words.length))
}

/** A nested line, the number of the group in it repeated where its item has one. */
function numberedLine(
  line: string,
  group: TemplateItem,
  first: TemplateItem,
  mirror: string,
  write: WriteSource,
  writer: SnippetWriter,
): string {
  const own = `${first.lead.prefix}${first.lead.separator}${group.lead.number}.`
  const at = line.indexOf(own)
  if (at < 0) return write(line, writer)
  const numberAt = at + own.length - group.lead.number.length - 1
  const rest = line.slice(numberAt + group.lead.number.length)
  return writer.text(line.slice(0, numberAt)) + mirror + write(rest, writer)
}
