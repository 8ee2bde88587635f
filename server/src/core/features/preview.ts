import { relativePath } from '../index/relative-link'
import type { ReferenceSymbol } from '../index/workspace/file-symbols'
import type { FoundItem } from '../index/workspace/workspace-index'
import type { Item } from '../model/spec-document'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { type Answers, answersOf } from './support/answers'
import { rangeIn } from './support/locations'
import { checkboxesIn, headingsOf, isSpec } from './support/lookup'

/** What a rendering of a spec shows beside its Markdown. Lines count from 0. */
export interface PreviewFacts {
  /** Those with checkboxes under them, subsections included; in document order. */
  readonly headings: readonly PreviewHeading[]
  /** In document order, and apart. */
  readonly marks: readonly PreviewMark[]
}

export interface PreviewHeading {
  readonly line: number
  readonly done: number
  readonly total: number
}

/** A text on one line that means something. */
export interface PreviewMark {
  readonly line: number
  /** As written. */
  readonly text: string
  /** `dead`: an ID that nothing defines; `open` and `done`: the box of a checklist, brackets included. */
  readonly kind: 'definition' | 'reference' | 'dead' | 'placeholder' | 'open' | 'done'
  /** Name of the place, of letters, digits, `.`, `-` and `_`; of the first definition of an ID only. */
  readonly anchor: string | null
  /** `#` with an anchor of the same document, or a relative link to a line of another file: `other.md#L12`. */
  readonly href: string | null
  /** What it means, or what is wrong with it; plain text. */
  readonly title: string | null
  /** Coverage of a requirement: `2 criteria`, `1 open`. */
  readonly labels: readonly string[]
}

interface Placed {
  readonly span: Span
  readonly mark: Omit<PreviewMark, 'line' | 'text'>
}

const PLAIN = { anchor: null, href: null, title: null, labels: [] } as const

/** A reference that nothing answers to, and why, for a person. */
export interface DeadReference {
  readonly span: Span
  readonly message: string
}

/** `undefined` for what is no spec. */
export function previewFacts(
  context: FeatureContext,
  dead: readonly DeadReference[],
): PreviewFacts | undefined {
  const { spec } = context
  if (!isSpec(spec)) return undefined
  const headings = headingsOf(spec).flatMap(({ heading, span }) => {
    const boxes = checkboxesIn(spec.checkboxes, span)
    if (boxes.length === 0) return []
    const done = boxes.filter(({ checked }) => checked).length
    return [{ line: lineOf(context, heading), done, total: boxes.length }]
  })
  return { headings, marks: marksOf(context, dead) }
}

function marksOf(context: FeatureContext, dead: readonly DeadReference[]): readonly PreviewMark[] {
  const { spec, file } = context
  const placed: Placed[] = [
    ...spec.placeholders.map(({ span }): Placed => ({ span, mark: { ...PLAIN, kind: 'placeholder' } })),
    ...spec.checkboxes.map(({ mark: { start, end }, checked }): Placed => {
      const span = { start: start - 1, end: end + 1 }
      return { span, mark: { ...PLAIN, kind: checked ? 'done' : 'open' } }
    }),
    ...dead.map(({ span, message }): Placed => ({ span, mark: { ...PLAIN, kind: 'dead', title: message } })),
    ...definitions(context),
    ...file.references.flatMap((reference) => referenceMark(context, reference)),
  ]
  // Of what begins at one place the first, so that a dead ID is no reference: sorting is stable.
  placed.sort((a, b) => a.span.start - b.span.start)
  let end = 0
  const marks: PreviewMark[] = []
  for (const { span, mark } of placed) {
    if (span.start < end) continue
    end = span.end
    const text = spec.text.slice(span.start, span.end)
    // A renderer has nothing that goes over a line's end.
    if (!/[\r\n]/.test(text)) marks.push({ ...mark, line: lineOf(context, span), text })
  }
  return marks
}

function lineOf({ document }: FeatureContext, { start }: Span): number {
  return document.positionAt(start).line
}

function definitions(context: FeatureContext): readonly Placed[] {
  const { spec } = context
  const answered = spec.items.map((item) => ({ item, answers: answersOf(context, item) }))
  // Where nobody names what he answers, nothing would be said of each requirement.
  const isTraced = answered.some(({ answers }) => answers !== undefined && answers.all.length > 0)
  const seen = new Set<string>()
  return answered.map(({ item, answers }) => {
    const anchor = seen.has(item.id.key) ? null : anchorOf(item.id.key)
    seen.add(item.id.key)
    const labels = labelsOf(item, isTraced ? answers : undefined)
    return { span: item.id.span, mark: { ...PLAIN, kind: 'definition', anchor, labels } }
  })
}

function labelsOf({ retired }: Item, answers: Answers | undefined): readonly string[] {
  if (retired) return ['retired']
  if (answers === undefined) return []
  if (answers.all.length === 0) return ['nothing answers it']
  const isOpen = answers.open?.found.some(({ item }) => item.checked === false) === true
  const open = isOpen && answers.open !== undefined ? [answers.open] : []
  return [...answers.counts, ...open].map(({ words }) => words)
}

function referenceMark(context: FeatureContext, reference: ReferenceSymbol): readonly Placed[] {
  const { file, workspace } = context
  // What a range implies between its ends stands nowhere.
  if (reference.implied) return []
  const [found, ...others] = workspace.resolve(file, reference)
  if (found === undefined) return []
  const span = { start: reference.start, end: reference.end }
  const isOne = others.length === 0
  const href = isOne ? hrefOf(context, found) : null
  const title = isOne ? meaningOf(context, found) : `${others.length + 1} specifications define it`
  return [{ span, mark: { ...PLAIN, kind: 'reference', href, title } }]
}

function hrefOf({ file }: FeatureContext, found: FoundItem): string {
  if (found.file.uri === file.uri) return `#${anchorOf(found.item.key)}`
  const { start } = rangeIn(found.file, found.item)
  return `${relativePath(file.uri, found.file.uri)}#L${start.line + 1}`
}

function meaningOf({ file }: FeatureContext, { file: owner, item }: FoundItem): string {
  const where = owner.uri === file.uri || owner.title === undefined ? '' : ` (${owner.title.text})`
  return `${item.id}: ${item.text}${where}`
}

function anchorOf(key: string): string {
  return `specmark-${key.replace(/[^A-Za-z\d.-]/g, '_')}`
}
