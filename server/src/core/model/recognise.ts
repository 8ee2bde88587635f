import type { MarkdownDocument } from '../markdown/document'
import type { Template } from '../template/template'
import { firstItems } from './first-items'
import { hasRealId, strongestMark } from './marks'
import { NO_TEMPLATE } from './no-template'
import { createScans, type Scans } from './scans'
import type { Recognition } from './spec-document'

export interface RecogniseInput {
  readonly uri: string
  readonly markdown: MarkdownDocument
  /** In order of preference; the first is the default. */
  readonly templates: readonly Template[]
  /** The config says that the document is a spec; of which template, or of the default one. */
  readonly configured?: { readonly template?: string } | undefined
  /** The config names the document as a template. */
  readonly isTemplateFile?: boolean | undefined
  /** Why the document is none, whatever stands in it. */
  readonly ignored?: string | undefined
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
  if (input.ignored !== undefined) return { kind: 'none', template: standard, reason: input.ignored }
  const named = configured && configuredTemplate(configured, templates)
  if (named)
    return {
      kind: 'spec',
      template: named,
      reason: `the configuration says that it is a spec of the template "${named.name}"`,
    }
  const mark = strongestMark(markdown, templates, scans)
  if (saysTemplate(uri) && !(mark && hasRealId(mark.template, scans.of(mark.template).head(markdown)))) {
    return {
      kind: 'template',
      template: mark?.template ?? standard,
      reason: 'its path says that it is a template',
    }
  }
  if (mark) return { kind: 'spec', template: mark.template, reason: mark.reason }
  // A team's own template may know none of the IDs that the built-in ones do.
  let only: readonly string[] = []
  for (const template of templates) {
    const items = firstItems(markdown.blocks, scans.of(template).scan)
    if (items.length > 1) {
      const reason = `it defines items with IDs (${items.slice(0, 2).join(', ')} …)`
      return { kind: 'loose', template, reason }
    }
    if (items.length > 0) only = items
  }
  return { kind: 'none', template: standard, reason: noMark(only) }
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
export function saysTemplate(uri: string): boolean {
  const path = uri.replace(/[?#].*$/, '').toLowerCase()
  return (
    /\/[._]?templates?\/[^/]*$/.test(path) ||
    /(?:^|\/)(?:template[^a-z/][^/]*|[^/]*[^a-z/]template|template)\.[a-z]+$/.test(path)
  )
}
