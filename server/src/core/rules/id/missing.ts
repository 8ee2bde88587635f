import type { Entry, Item, Section, SpecDocument } from '../../model/spec-document'
import type { ItemKind, Span } from '../../template/template'
import { lineStart } from '../../text/lines'
import type { Edit, Rule, RuleContext, RuleFinding } from '../rule'
import { brokenBoxAt } from '../support/boxes'
import { isNotApplicable } from '../support/wording'

export const missing: Rule = {
  name: 'id/missing',
  summary: 'An item of a section whose items carry IDs has none.',
  reason: 'Nothing can answer, test or discuss a requirement that has no name.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. The system MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Inserts the next free ID, written as its siblings have theirs; where a whole list has none, those of all its items.',
  reach: ({ entries }) => entries.some(({ id }) => id === undefined),
  *check(context: RuleContext): Iterable<RuleFinding> {
    const missing = [...withoutId(context)]
    const whole = wholeLists(missing, context.spec)
    for (const one of missing) {
      const list = whole.get(one)
      if (list === undefined) yield alone(one)
      else if (list[0] === one) yield together(one, list)
    }
  },
}

interface Missing {
  readonly entry: Entry
  readonly kind: ItemKind
  /** The ID that it should have. */
  readonly free: string
  /** Where the finding stands. */
  readonly span: Span
  /** Inserts the ID. */
  readonly edit: Edit
}

function* withoutId({ spec, index }: RuleContext): Iterable<Missing> {
  const parents = new Set(spec.entries.map((entry) => entry.parent))
  const numbered = new Set(spec.items.map((item) => item.section))
  const firstCells = cellsOfIds(spec)
  const issue = index.issuer()
  for (const entry of spec.entries) {
    const cell = entry.form === 'row' ? firstCells.get(entry.lead.start) : undefined
    const kind = cell === undefined ? kindWanted(entry, numbered, spec.text) : kindOfRow(entry)
    if (kind === undefined || parents.has(entry)) continue
    // As its neighbours are numbered: a task in its phase, FR where the section has FR.
    const [series] = index.seriesAt(entry.span.start)
    const free = series === undefined ? issue(kind.prefix) : issue(series.kind.prefix, series.area)
    const at = cell?.start ?? entry.textSpan.start
    const text = cell === undefined ? openingOf(spec, series?.example, kind, free) : ` ${free} `
    yield { entry, kind, free, span: cell ?? place(entry), edit: { span: { start: at, end: at }, text } }
  }
}

/** From so many on, a list without any ID is one omission, not one for each of its items. */
const MANY = 3

/** Those that stand in a section in which no item of their kind has an ID, with all the others there. */
function wholeLists(
  missing: readonly Missing[],
  { items }: SpecDocument,
): ReadonlyMap<Missing, readonly Missing[]> {
  const lists = new Map<Section | undefined, Map<ItemKind, Missing[]>>()
  for (const one of missing) {
    const { section } = one.entry
    const kinds = lists.get(section) ?? new Map<ItemKind, Missing[]>()
    const list = kinds.get(one.kind) ?? []
    list.push(one)
    lists.set(section, kinds.set(one.kind, list))
  }
  for (const { section, kind } of items) {
    const kinds = lists.get(section)
    for (const known of kinds?.keys() ?? []) if (known.role === kind?.role) kinds?.delete(known)
  }
  return new Map(
    [...lists.values()].flatMap((kinds) =>
      [...kinds.values()]
        .filter((list) => list.length >= MANY)
        .flatMap((list) => list.map((one) => [one, list] as const)),
    ),
  )
}

function alone({ kind, free, span, edit }: Missing): RuleFinding {
  return {
    span,
    message: `This ${kind.role} has no ID: begin it with ${free}, the next one free`,
    fixes: [{ title: `Insert the ID ${free}`, edits: () => [edit] }],
  }
}

function together({ kind, free, span }: Missing, list: readonly Missing[]): RuleFinding {
  const things = kind.role === 'criterion' ? 'criteria' : `${kind.role}s`
  const last = list.at(-1)?.free ?? free
  return {
    span,
    message: `None of the ${list.length} ${things} here has an ID: begin this one with ${free}, and number on to ${last}`,
    fixes: [{ title: `Insert the IDs ${free} to ${last}`, edits: () => list.map(({ edit }) => edit) }],
  }
}

/** The ID with the marks around it that an item beside it has, else those of the template. */
function openingOf(
  { text }: SpecDocument,
  example: Item | undefined,
  { shape }: ItemKind,
  id: string,
): string {
  if (example?.form === 'listItem' && example.textSpan.start > example.id.span.start) {
    const before =
      /[[(*_`]*$/.exec(text.slice(lineStart(text, example.id.span.start), example.id.span.start))?.[0] ?? ''
    return before + id + text.slice(example.id.span.end, example.textSpan.start)
  }
  return shape === undefined ? `**${id}**: ` : shape.before + id + shape.after
}

/** In tables whose first column holds IDs, the cells of that column that are empty, by the place of their text. */
function cellsOfIds({ tables, items, text: source }: SpecDocument): ReadonlyMap<number, Span> {
  const ids = new Set(items.filter(({ form }) => form === 'row').map(({ lead }) => lead.start))
  const cells = new Map<number, Span>()
  for (const { rows } of tables) {
    const column = rows.flatMap((row) => row.cells.slice(0, 1))
    if (!column.some(({ passage }) => ids.has(passage.start))) continue
    for (const { text, passage, span } of column) {
      // The cell's own bar is no place to write.
      const bar = source[span.start] === '|' ? 1 : 0
      if (text === '') cells.set(passage.start, { start: span.start + bar, end: span.end })
    }
  }
  return cells
}

function kindOfRow({ id, malformed, untouched, retired, text, kind }: Entry): ItemKind | undefined {
  if (id !== undefined || malformed !== undefined || untouched || retired) return undefined
  return text === '' || isNotApplicable(text) ? undefined : kind
}

function kindWanted(
  entry: Entry,
  numbered: ReadonlySet<Section | undefined>,
  text: string,
): ItemKind | undefined {
  if (entry.id !== undefined || entry.malformed !== undefined || entry.untouched || entry.retired)
    return undefined
  if (brokenBoxAt(entry.lead.text) !== undefined) return undefined
  if (
    entry.form !== 'listItem' ||
    entry.text === '' ||
    /[:：]$/.test(entry.text) ||
    isNotApplicable(entry.text)
  )
    return undefined
  const kinds =
    entry.section?.definition?.kinds ?? (numbered.has(entry.section) ? inherited(entry.section) : [])
  const kind = kinds.find((candidate) => candidate.shape !== undefined)
  if (kind?.shape === undefined) return undefined
  // A plan without phases, none of whose tasks has a number, is one of the author's own.
  if (kind.shape.levels === 2 && !isIndented(entry, text) && !numbered.has(entry.section)) return undefined
  // Under an item stand its details. Where the kind hangs below a group (a task in its phase), the box tells it apart.
  if (kind.shape.levels === 2 || entry.parent !== undefined) {
    return kind.shape.checkbox && entry.checkbox !== undefined && entry.parent?.id === undefined
      ? kind
      : undefined
  }
  return kind
}

function isIndented({ span }: Entry, text: string): boolean {
  return /^[ \t]/.test(text.slice(lineStart(text, span.start), span.start))
}

/** The kinds of the section around a subsection that the template does not know but whose items have IDs. */
function inherited(section: Section | undefined): readonly ItemKind[] {
  for (let at = section; at !== undefined; at = at.parent)
    if (at.definition !== undefined) return at.definition.kinds
  return []
}

/** The first line of what the entry says. */
function place(entry: Entry): { readonly start: number; readonly end: number } {
  const line = entry.lead.text.slice(entry.textSpan.start - entry.lead.start).search(/\n|\r/)
  return line < 0
    ? entry.textSpan
    : { start: entry.textSpan.start, end: Math.min(entry.textSpan.end, entry.textSpan.start + line) }
}
