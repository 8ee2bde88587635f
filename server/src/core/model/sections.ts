import type { MarkdownDocument } from '../markdown/document'
import type { HeadingFacts } from '../markdown/facts'
import type { Role, SectionDefinition } from '../template/template'
import type { ProseScan } from './prose-scan'
import type { Section, Title } from './spec-document'

/** A section that is being put together: the same object is handed out, as a {@link Section}. */
export interface OpenSection extends Section {
  parent: OpenSection | undefined
  children: OpenSection[]
  span: { start: number; end: number }
  /** The template section it is, or the nearest around it is. */
  readonly around: SectionDefinition | undefined
  readonly role: Role | undefined
}

export interface Outline {
  readonly title: Title | undefined
  readonly sections: readonly OpenSection[]
  /** Section that a heading opens, by the heading's offset. */
  readonly opened: ReadonlyMap<number, OpenSection>
}

/**
 * The section tree of a document. The first heading, where it is of level 1, is the title and no section; headings in
 * quotes and list items make no sections.
 */
export function readOutline(markdown: MarkdownDocument, scan: (facts: HeadingFacts) => ProseScan): Outline {
  const sections: OpenSection[] = []
  const opened = new Map<number, OpenSection>()
  const path: OpenSection[] = []
  let title: Title | undefined
  let first = true
  for (const { offset, facts } of markdown.blocks) {
    if (facts.type !== 'heading') continue
    const text = scan(facts).display(markdown.text, offset + facts.prose.offset)
    if (first && facts.depth === 1) {
      title = { text, span: { start: offset, end: offset + facts.length } }
    } else {
      while ((path.at(-1)?.depth ?? 0) >= facts.depth) close(path, offset)
      const section = open(offset, facts, text, path.at(-1), scan(facts))
      path.push(section)
      sections.push(section)
      opened.set(offset, section)
    }
    first = false
  }
  while (path.length > 0) close(path, markdown.text.length)
  return { title, sections, opened }
}

function open(
  offset: number,
  facts: HeadingFacts,
  title: string,
  parent: OpenSection | undefined,
  scan: ProseScan,
): OpenSection {
  const definition = scan.section(parent?.around)
  const end = offset + facts.length
  const section: OpenSection = {
    title,
    depth: facts.depth,
    parent,
    children: [],
    heading: { start: offset, end },
    span: { start: offset, end },
    definition,
    around: definition ?? parent?.around,
    role: definition === undefined ? parent?.role : (definition.role ?? inheritedRole(definition)),
  }
  parent?.children.push(section)
  return section
}

/** Role of the nearest template section around one that has none of its own. */
function inheritedRole(definition: SectionDefinition): Role | undefined {
  for (let at = definition.parent; at !== undefined; at = at.parent) if (at.role !== undefined) return at.role
  return undefined
}

function close(path: OpenSection[], end: number): void {
  const section = path.pop()
  if (section) section.span.end = end
}
