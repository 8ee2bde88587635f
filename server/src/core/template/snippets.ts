import { createMarkdownReader } from '../markdown/reader'
import type { Body } from './body'
import { type Snippet, snippetPrefix } from './snippet'
import { sourceWriter, type WriteSource } from './snippet-source'
import { createSnippetWriter } from './snippet-syntax'
import { groupSnippets } from './snippets-of-groups'
import { kindSnippets } from './snippets-of-kinds'
import { sectionItemSnippets, tableSnippets } from './snippets-of-sections'
import type { Template } from './template'

/**
 * Snippets of a template and of each of its parts: the whole, its fields, an item of each kind, a group of items (a
 * phase), a table row, an item of each section with a role, and each top-level section. Reads the body with remark: to
 * be called once for a template, not at each completion.
 */
export function templateSnippets(template: Template): readonly Snippet[] {
  const body: Body = { text: template.body, blocks: createMarkdownReader().read(template.body).blocks }
  const write = sourceWriter(template)
  const snippets = [
    wholeSnippet(template, write),
    ...fieldSnippets(template, write),
    ...kindSnippets(template, write),
    ...groupSnippets(template, body, write),
    ...tableSnippets(template, write),
    ...sectionItemSnippets(template, body, write),
    ...sectionSnippets(template, write),
  ]
  const seen = new Set<string>()
  return snippets.filter(({ prefix }) => !seen.has(prefix) && seen.add(prefix))
}

function wholeSnippet(template: Template, write: WriteSource): Snippet {
  return {
    name: `New document: ${template.name}`,
    prefix: template.name.startsWith('spec') ? template.name : snippetPrefix(template.name),
    description: `The whole template "${template.name}", dated today`,
    body: write(template.body, createSnippetWriter()).split('\n'),
  }
}

function fieldSnippets({ fields }: Template, write: WriteSource): readonly Snippet[] {
  if (fields.length === 0) return []
  const lines = fields.map((field) => field.line)
  const all: Snippet = {
    name: 'Fields',
    prefix: snippetPrefix('header'),
    description: `The fields at the head: ${fields.map((field) => field.label).join(', ')}`,
    body: write(lines.join('\n'), createSnippetWriter()).split('\n'),
  }
  const each = fields.map(
    ({ label, line }): Snippet => ({
      name: `Field: ${label}`,
      prefix: snippetPrefix(label),
      description: `The field "${label}"`,
      body: [write(line, createSnippetWriter())],
    }),
  )
  return [all, ...each]
}

function sectionSnippets({ sections, body }: Template, write: WriteSource): readonly Snippet[] {
  return sections
    .filter((section) => section.parent === undefined && section.names.length > 0)
    .map(({ title, span }) => ({
      name: `Section: ${title}`,
      prefix: snippetPrefix('section', title),
      description: `The section "${title}" with all that stands in it`,
      body: withoutBlankEnd(write(body.slice(span.start, span.end), createSnippetWriter()).split('\n')),
    }))
}

/** The blanks that end a line of fields are line breaks: only blank lines go. */
function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
}
