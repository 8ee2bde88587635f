import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types'
import type { Item, Section, SpecDocument } from '../../model/spec-document'
import type { SectionDefinition } from '../../template/template'
import type { FeatureContext } from '../context'
import { styleOf, templateStyle } from '../support/item-style'
import { insertions } from './item-insertion'
import { type Place, rangeOf, sortKey } from './place'
import { createFiller } from './snippet'

const HEADING = /^(?<indent> {0,3})(?<marks>#{1,6})(?<typed>(?:[ \t][^#]*)?)$/

/**
 * Where a heading is begun: the sections of the template that the document has not, each with its body, and the next
 * item where the section's items are headings.
 */
export function headings(place: Place): readonly CompletionItem[] | undefined {
  const groups = HEADING.exec(place.line.before.slice(0, 200))?.groups
  if (groups === undefined) return undefined
  if (place.line.after.trim() !== '' || place.line.before.length > 200) return []
  const start = place.line.start + (groups.indent?.length ?? 0)
  const depth = groups.marks?.length ?? 1
  return [...itemHeadings(place, start, depth), ...missingSections(place, start, depth)]
}

function missingSections(place: Place, start: number, depth: number): readonly CompletionItem[] {
  const { spec, template } = place.context
  if (spec.recognition.kind === 'loose') return []
  const others = spec.sections.filter((section) => section.heading.start !== start)
  const present = new Set(others.map((section) => section.definition))
  const shift = shiftOf(others)
  const around = headingAround(spec, start, depth)
  return template.sections
    .filter((definition) => !present.has(definition) && !hasMissingParent(definition, present))
    .filter((definition) => belongs(definition, depth, shift, around))
    .map((definition, index) => sectionItem(place, { definition, start, shift, index, present }))
}

/** Whoever inserts the parent gets its subsections with it. */
function hasMissingParent(
  definition: SectionDefinition,
  present: ReadonlySet<SectionDefinition | undefined>,
): boolean {
  return definition.parent !== undefined && !present.has(definition.parent)
}

/**
 * A section fits where as many marks are typed as it has, under the section that the template puts it in; a single mark,
 * which begins the title, may become any section at the top.
 */
function belongs(
  definition: SectionDefinition,
  depth: number,
  shift: number,
  around: Section | undefined,
): boolean {
  if (depth === 1) return definition.parent === undefined
  if (definition.depth + shift !== depth) return false
  return (
    definition.parent === undefined ||
    around?.definition === undefined ||
    around.definition === definition.parent
  )
}

/** By how many levels the document's headings are deeper than the template's: as most of them are. */
function shiftOf(sections: readonly Section[]): number {
  const counts = new Map<number, number>()
  for (const { depth, definition } of sections) {
    if (definition === undefined) continue
    const shift = depth - definition.depth
    counts.set(shift, (counts.get(shift) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}

interface Insertion {
  readonly definition: SectionDefinition
  readonly start: number
  readonly shift: number
  readonly index: number
  readonly present: ReadonlySet<SectionDefinition | undefined>
}

function sectionItem(place: Place, insertion: Insertion): CompletionItem {
  const { definition, start, shift, index, present } = insertion
  const { context, offset, line } = place
  const source = withDepth(bodyOf(context, definition, present), shift)
  const marks = '#'.repeat(clampedDepth(definition.depth + shift))
  return {
    label: definition.title,
    kind: CompletionItemKind.Module,
    detail: definition.required ? 'missing section, required' : 'missing section',
    sortText: sortKey(index + 1000),
    filterText: `${marks} ${definition.title}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(place, start, Math.max(offset, line.end)),
      newText: createFiller(context).fill(source),
    },
  }
}

/** The section as the template has it, without the subsections that the document has elsewhere. */
function bodyOf(
  context: FeatureContext,
  definition: SectionDefinition,
  present: ReadonlySet<SectionDefinition | undefined>,
): string {
  const { body } = context.template
  let text = ''
  let at = definition.span.start
  for (const child of definition.children) {
    text += body.slice(at, child.span.start)
    if (!present.has(child)) text += bodyOf(context, child, present)
    at = child.span.end
  }
  return (text + body.slice(at, definition.span.end)).trimEnd()
}

function withDepth(source: string, shift: number): string {
  if (shift === 0) return source
  return source.replace(/^#{1,6}(?=[ \t])/gm, (marks) => '#'.repeat(clampedDepth(marks.length + shift)))
}

function clampedDepth(depth: number): number {
  return Math.min(6, Math.max(1, depth))
}

/** Items that are headings: the next one of the kind that stands nearest before under the same heading. */
function itemHeadings(place: Place, start: number, depth: number): readonly CompletionItem[] {
  const { spec, index } = place.context
  const around = headingAround(spec, start, depth)
  const end = Math.max(place.offset, place.line.end)
  const example = exampleBefore(spec, start, depth, around)
  const style = example && styleOf(spec, example)
  if (example?.kind !== undefined && style !== undefined) {
    const id = index.nextFree(example.kind.prefix, example.id.area)
    return insertions(place, { kind: example.kind, id, style, start, end })
  }
  return (around?.definition?.kinds ?? []).flatMap((kind) => {
    const own = templateStyle(kind)
    if (own === undefined || !own.marker.startsWith(`${'#'.repeat(depth)} `)) return []
    return insertions(place, { kind, id: index.nextFree(kind.prefix), style: own, start, end })
  })
}

/** The heading under which one of this depth stands. */
function headingAround(spec: SpecDocument, start: number, depth: number): Section | undefined {
  return spec.sections.findLast((section) => section.heading.start < start && section.depth < depth)
}

function exampleBefore(
  spec: SpecDocument,
  start: number,
  depth: number,
  around: Section | undefined,
): Item | undefined {
  const example = spec.items.findLast((item) => item.form === 'heading' && item.span.start < start)
  if (example === undefined || example.span.start < (around?.heading.start ?? 0)) return undefined
  const marks = /^#{1,6}/.exec(spec.text.slice(example.span.start, example.span.start + 6))?.[0].length
  return marks === depth ? example : undefined
}
