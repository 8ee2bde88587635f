import type { MarkdownDocument } from '../markdown/document'
import { normaliseHeading } from '../template/headings'
import type { SectionDefinition, Template } from '../template/template'
import type { Head } from './head'
import type { Scans } from './scans'
import type { Outline } from './sections'

/** What shows that a document is a spec of a template. */
export interface Mark {
  readonly template: Template
  /** An ID says more than a title, and that more than headings. */
  readonly by: 'id' | 'title' | 'headings'
  /** A sentence for a person, without its full stop. */
  readonly reason: string
}

const ORDER: readonly Mark['by'][] = ['id', 'title', 'headings']

/** The strongest mark that a document bears of any template; of equal ones that of the template named first. */
export function strongestMark(
  markdown: MarkdownDocument,
  templates: readonly Template[],
  scans: Scans,
): Mark | undefined {
  const marks = templates.flatMap((template) => markOf(template, scans.of(template).head(markdown)) ?? [])
  return ORDER.flatMap((by) => marks.filter((mark) => mark.by === by))[0]
}

/** Whether the document has an ID of its own, not only the shape of one. */
export function hasRealId({ documentId }: Template, head: Head): boolean {
  return documentId?.pattern.test(idIn(head)) ?? false
}

function markOf(template: Template, head: Head): Mark | undefined {
  const id = idIn(head)
  if (hasPattern(template, id)) {
    return {
      template,
      by: 'id',
      reason: `its document ID ${id} has the pattern of the template "${template.name}"`,
    }
  }
  const named = matched(head.outline)
  const required = requiredSections(template)
  const present = required.filter((section) => named.has(section))
  const title = head.outline.title?.text ?? ''
  if (template.titlePattern?.test(title) && present.length >= BESIDE_TITLE) {
    const headings = present.slice(0, BESIDE_TITLE).map((section) => `"${section.title}"`)
    const reason = `its title and its headings ${headings.join(' and ')} are those of the template "${template.name}"`
    return { template, by: 'title', reason }
  }
  if (present.length === 0 || present.length < withoutTitle(required)) return undefined
  const reason = `it has ${present.length} of the ${required.length} required headings of the template "${template.name}"`
  return { template, by: 'headings', reason }
}

/** How many required headings beside its title show that a document is of a template. */
const BESIDE_TITLE = 2

/** How many do by themselves. */
function withoutTitle(required: readonly SectionDefinition[]): number {
  return Math.ceil(required.length / 2)
}

/** Those that a document is recognised by: `References`, which is not required, stands in the specs of every school. */
export function requiredSections({ sections }: Template): readonly SectionDefinition[] {
  return sections.filter(({ required, depth }) => required && depth === 2)
}

/** Of fewer required headings no document shows that it is of the template. */
export function fewestHeadings(template: Template): number {
  const half = Math.max(1, withoutTitle(requiredSections(template)))
  return template.titlePattern === undefined ? half : Math.min(BESIDE_TITLE, half)
}

function idIn({ fields }: Head): string {
  return fields.find(({ definition }) => definition?.type === 'id')?.value ?? ''
}

function hasPattern({ documentId }: Template, id: string): boolean {
  if (documentId === undefined || id === '') return false
  return id === documentId.shape || documentId.pattern.test(id) || documentId.recognise.test(id)
}

/**
 * The template's level-2 sections that a document has, at whatever level its headings stand. Under their own names only:
 * the aliases are headings of all schools (`Requirements`, `Risks`), and a spec of another one must not be taken for ours.
 */
function matched({ sections }: Outline): ReadonlySet<SectionDefinition> {
  const found = new Set<SectionDefinition>()
  for (const { title, definition } of sections) {
    if (definition?.depth === 2 && normaliseHeading(title) === normaliseHeading(definition.title)) {
      found.add(definition)
    }
  }
  return found
}
