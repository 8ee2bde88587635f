import type { MarkdownDocument } from '../markdown/document'
import type { Facts, Placed } from '../markdown/facts'
import type { SectionDefinition, Template } from '../template/template'
import { readFields } from './fields'
import { NO_TEMPLATE } from './no-template'
import { openingOf } from './openings'
import { createScans, type Scans } from './scans'
import { type Outline, readOutline } from './sections'
import type { Field, Recognition } from './spec-document'
import type { Scan } from './walk-document'

export interface RecogniseInput {
  readonly uri: string
  readonly markdown: MarkdownDocument
  /** In order of preference; the first is the default. */
  readonly templates: readonly Template[]
  /** The config says that the document is a spec; of which template, or of the default one. */
  readonly configured?: { readonly template?: string } | undefined
  /** The config names the document as a template. */
  readonly isTemplateFile?: boolean | undefined
}

/**
 * What a document is: a spec of a template, a loose spec, a template, or none. Looks at headings and at what paragraphs,
 * items and rows open with; a document without any of the marks costs that one look.
 *
 * Never throws. Without templates every document is `none`.
 */
export function recognise(input: RecogniseInput, scans: Scans = createScans()): Recognition {
  const { uri, markdown, templates, configured } = input
  const [standard] = templates
  if (standard === undefined) return { kind: 'none', template: NO_TEMPLATE, reason: 'there is no template' }
  if (markdown.refused !== undefined) return { kind: 'none', template: standard, reason: markdown.refused }
  if (input.isTemplateFile) {
    return { kind: 'template', template: standard, reason: 'the configuration names it as a template' }
  }
  const named = configured && configuredTemplate(configured, templates)
  if (named)
    return {
      kind: 'spec',
      template: named,
      reason: `the configuration says that it is a spec of ${named.name}`,
    }
  const marks = templates.map((template) => ({ template, reason: markOf(template, markdown, scans) }))
  const marked = marks.find(({ reason }) => reason !== undefined)
  if (saysTemplate(uri) && !hasRealId(marked?.template, markdown, scans)) {
    return {
      kind: 'template',
      template: marked?.template ?? standard,
      reason: 'its path says that it is a template',
    }
  }
  if (marked?.reason !== undefined) return { kind: 'spec', template: marked.template, reason: marked.reason }
  const items = firstItems(markdown, scans.of(standard).scan)
  if (items.length > 1) {
    return {
      kind: 'loose',
      template: standard,
      reason: `it defines items with IDs (${items.slice(0, 2).join(', ')} …)`,
    }
  }
  return { kind: 'none', template: standard, reason: noMark(items) }
}

function noMark([only]: readonly string[]): string {
  const why = 'neither its ID, its title nor its headings are those of a template'
  return only === undefined
    ? `${why}, and it defines no items with IDs`
    : `${why}, and ${only} is its only item with an ID`
}

function configuredTemplate(
  { template }: { readonly template?: string },
  templates: readonly Template[],
): Template | undefined {
  return templates.find(({ name }) => name === template) ?? templates[0]
}

/** `templates/spec.md`, `spec-template.md`, `TEMPLATE.md`; not `email-templates-editor.md`. */
function saysTemplate(uri: string): boolean {
  const path = uri.replace(/[?#].*$/, '').toLowerCase()
  return (
    /\/[._]?templates?\/[^/]*$/.test(path) ||
    /(?:^|\/)(?:template[^a-z/][^/]*|[^/]*[^a-z/]template|template)\.[a-z]+$/.test(path)
  )
}

/** The mark by which a document is a spec of a template, as a sentence. */
function markOf(template: Template, markdown: MarkdownDocument, scans: Scans): string | undefined {
  const { scan } = scans.of(template)
  const outline = readOutline(markdown, (facts) => scan(facts.prose))
  const id = idOf(template, markdown, outline, scan)
  if (id !== undefined && hasPattern(template, id.value))
    return `its document ID ${id.value} has the pattern of the template ${template.name}`
  const topLevel = matched(outline)
  const title = outline.title?.text ?? ''
  if (template.titlePattern?.test(title) && topLevel.size >= 2) {
    return `its title "${title}" and its headings ${quoted([...topLevel].slice(0, 2))} are those of the template ${template.name}`
  }
  const required = template.sections.filter((section) => section.required && section.depth === 2)
  const present = required.filter((section) => topLevel.has(section))
  if (required.length > 0 && present.length * 2 >= required.length) {
    return `it has ${present.length} of the ${required.length} required headings of the template ${template.name}`
  }
  return undefined
}

/** The template's level-2 sections that a document has, at whatever level its headings stand. */
function matched(outline: Outline): ReadonlySet<SectionDefinition> {
  const found = new Set<SectionDefinition>()
  for (const { definition } of outline.sections) if (definition?.depth === 2) found.add(definition)
  return found
}

function quoted(sections: readonly SectionDefinition[]): string {
  return sections.map(({ title }) => `"${title}"`).join(' and ')
}

function idOf(
  template: Template,
  markdown: MarkdownDocument,
  outline: Outline,
  scan: Scan,
): Field | undefined {
  if (template.documentId === undefined) return undefined
  return readFields(markdown, outline, template, scan).find(({ definition }) => definition?.type === 'id')
}

function hasPattern({ documentId }: Template, id: string): boolean {
  return (
    documentId !== undefined &&
    (id === documentId.shape || documentId.pattern.test(id) || documentId.recognise.test(id))
  )
}

/** A document with a real ID is a spec, even in a folder of templates. */
function hasRealId(template: Template | undefined, markdown: MarkdownDocument, scans: Scans): boolean {
  if (template?.documentId === undefined) return false
  const { scan } = scans.of(template)
  const id = idOf(
    template,
    markdown,
    readOutline(markdown, (facts) => scan(facts.prose)),
    scan,
  )
  return id !== undefined && template.documentId.pattern.test(id.value)
}

/** The first two items that a document defines, by their IDs. `Task 1` may be a step of a tutorial and does not count. */
function firstItems(markdown: MarkdownDocument, scan: Scan): readonly string[] {
  const found = new Map<string, string>()
  collectItems(markdown.blocks, scan, found)
  return [...found.values()]
}

function collectItems(blocks: readonly Placed[], scan: Scan, found: Map<string, string>): void {
  for (const { facts } of blocks) {
    if (found.size > 1) return
    collectFrom(facts, scan, found)
  }
}

function collectFrom(facts: Facts, scan: Scan, found: Map<string, string>): void {
  switch (facts.type) {
    case 'heading':
      if (facts.depth > 1) note(scan(facts.prose), 'heading', found)
      return
    case 'paragraph':
      for (const piece of scan(facts.prose).pieces) note(piece.scan, 'paragraph', found)
      return
    case 'listItem': {
      const first = facts.children[0]?.facts
      if (first?.type === 'paragraph') note(scan(first.prose), 'listItem', found)
      collectItems(facts.children.slice(1), scan, found)
      return
    }
    case 'table':
      for (const row of facts.rows.slice(1)) {
        const cell = row.facts.cells[0]?.facts
        if (cell) note(scan(cell.prose), 'row', found)
      }
  }
}

function note(
  scan: ReturnType<Scan>,
  form: Parameters<typeof openingOf>[1],
  found: Map<string, string>,
): void {
  const id = openingOf(scan.lead, form, scan.prose)?.id
  if (id === undefined || (/\s/.test(id.text) && id.area === '')) return
  if (!found.has(id.key)) found.set(id.key, id.text)
}
