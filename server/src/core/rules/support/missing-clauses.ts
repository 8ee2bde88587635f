import type { Entry, SpecDocument } from '../../model/spec-document'
import type { ItemShape } from '../../template/template'
import type { Edit, Fix } from '../rule'
import { enumerate } from './wording'

/** A clause of an item, by the template's word for it. */
interface Clause {
  readonly word: string
  /** As the template's item has it, to be filled in: `when [action]`. */
  readonly source: string
  /** Where the item has it, an offset into the document; `undefined` where it has not and lacks it. */
  readonly at: number | undefined
}

/**
 * A fix that puts in the clauses an item lacks, each before the next one that it has, else at its end. `undefined` where it
 * has them out of order, in another language than the template's, or on more than its first lines.
 *
 * @param missing the clause words that it lacks
 */
export function insertingClauses(
  spec: SpecDocument,
  entry: Entry,
  shape: ItemShape,
  missing: readonly string[],
): Fix | undefined {
  const { form, passages } = entry
  if (form !== 'listItem' || passages.length !== 1 || missing.length === 0) return undefined
  const clauses = clausesOf(entry, shape, missing)
  if (
    clauses === undefined ||
    clauses.some(({ word, at }) => (at === undefined) !== missing.includes(word))
  ) {
    return undefined
  }
  const places = clauses.flatMap(({ at }) => at ?? [])
  if (places.some((place, at) => at > 0 && place <= (places[at - 1] ?? 0))) return undefined
  const wanted = clauses.filter(({ at }) => at === undefined).map(({ source }) => source)
  return { title: `Insert ${enumerate(wanted)}`, edits: () => edits(spec, entry, clauses) }
}

/** The clauses as the template's own item has them, and where this one has them. */
function clausesOf(
  { lead, textSpan }: Entry,
  { clauses, sample }: ItemShape,
  missing: readonly string[],
): readonly Clause[] | undefined {
  const said = lead.text.toLowerCase()
  // Of a few letters the small one is longer, and every place behind it another.
  if (said.length !== lead.text.length) return undefined
  const [line = ''] = sample.split(/\r\n?|\n/)
  const starts = clauses.map((word) => wordAt(line.toLowerCase(), word, 0))
  if (starts.some((start, at) => start < 0 || start < (starts[at - 1] ?? 0))) return undefined
  return clauses.map((word, at) => {
    const isLast = at > 0 && at === clauses.length - 1 && !missing.includes(word)
    const written = wordAt(said, word, textSpan.start - lead.start)
    const own = written < 0 && isLast ? behindComma(said) : written
    const source = line.slice(starts[at], starts[at + 1]).replace(/[,\s]+$/, '')
    return { word, source, at: own < 0 ? undefined : lead.start + own }
  })
}

/** The last clause may follow on a comma, without its word: “when it is read, it closes”. */
function behindComma(text: string): number {
  const comma = text.lastIndexOf(', ')
  return comma < 0 ? -1 : comma + 2
}

function wordAt(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ')
    if (!/[\p{L}\p{N}_-]/u.test(around)) return at
  }
  return -1
}

function edits(spec: SpecDocument, { textSpan }: Entry, clauses: readonly Clause[]): readonly Edit[] {
  const made: Edit[] = []
  let opened = ''
  for (const { at, source } of clauses) {
    if (at === undefined) opened += `${lower(source)}, `
    else if (opened !== '') {
      made.push(before(spec, at, opened, textSpan.start))
      opened = ''
    }
  }
  if (opened === '') return made
  const isAll = clauses.every(({ at }) => at === undefined)
  // What it says without any clause is what must come of it.
  return [...made, isAll ? outcome(spec, textSpan.start, clauses) : atEnd(spec, textSpan, opened)]
}

/** Before a clause, with the marks around its word; the first one of the item has the capital. */
function before({ text }: SpecDocument, at: number, clauses: string, start: number): Edit {
  let from = at
  while (from > start && /[*_]/.test(text[from - 1] ?? '')) from--
  if (from > start) return inserting(from, from, clauses, '')
  return inserting(from, at + 1, upper(clauses), text.slice(from, at) + (text[at] ?? '').toLowerCase())
}

/** Before the full stop, and before the IDs in brackets, at the end of the item. */
function atEnd({ text }: SpecDocument, { start, end }: Entry['textSpan'], clauses: string): Edit {
  const said = text.slice(start, end).trimEnd()
  const withoutStop = said.replace(/[.;]$/, '')
  const open = withoutStop.endsWith(')') ? withoutStop.lastIndexOf('(') : -1
  const at = start + (open > 0 ? withoutStop.slice(0, open) : withoutStop).trimEnd().length
  return inserting(at, at, `, ${clauses.slice(0, -2)}`, '')
}

function outcome({ text }: SpecDocument, start: number, clauses: readonly Clause[]): Edit {
  const words = clauses.slice(0, -1).map(({ source }, at) => (at === 0 ? source : lower(source)))
  const last = clauses.at(-1)?.word ?? ''
  const first =
    /^(?:A|All|An|Any|Each|Every|It|No|The|They|This)(?=\s)/.exec(text.slice(start, start + 10))?.[0] ?? ''
  return inserting(start, start + first.length, `${[...words, last].join(', ')} `, first.toLowerCase())
}

/** What the template has in brackets is there to be typed over. */
function inserting(start: number, end: number, clauses: string, kept: string): Edit {
  const blanks = [...clauses.matchAll(/\[[^[\]]*\]/g)].map(({ index, 0: blank }) => ({
    start: index,
    end: index + blank.length,
  }))
  return { span: { start, end }, text: clauses + kept, blanks }
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
