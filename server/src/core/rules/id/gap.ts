import type { Item, Reference, SpecDocument } from '../../model/spec-document'
import { lazily } from '../../text/lazily'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { renameIds } from '../support/rename-ids'
import { isToldAway } from '../support/told-away'

export const gap: Rule = {
  name: 'id/gap',
  summary: 'The numbers of a series skip one, or are out of order.',
  reason: 'A reader looks for the one that is not there; while it is a draft, renumbering costs nothing.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-003]** The system MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['hint', 'off', 'off'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Renumbers the series in the order of the document, with all that names its items; in a Draft only, and only where no other file names one of them.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { spec } = context
    const taken = lazily(() => takenNumbers(spec))
    for (const [name, items] of seriesOf(spec.items)) {
      const [first] = items
      if (first === undefined || hasStep(items) || isUnbroken(items)) continue
      const numbers = new Set([...items.map(numberOf), ...(taken().get(name) ?? [])])
      if (isSelection(numbers)) continue
      let before = first
      for (const item of items.slice(1)) {
        const problem = problemOf(before, item, numbers)
        before = item
        if (problem === undefined) continue
        const fix = renumbering(context, items)
        yield { span: item.id.span, message: problem, fixes: fix === undefined ? [] : [fix] }
      }
    }
  },
}

/** With nothing to be found, whatever numbers are taken besides: what is said to be gone takes several searches to tell. */
function isUnbroken(items: readonly Item[]): boolean {
  const numbers = new Set(items.map(numberOf))
  return items.every((item, at) => problemOf(items[at - 1] ?? item, item, numbers) === undefined)
}

/** Larger ones are made on purpose, as when each section begins a hundred of its own. */
const LARGEST = 9

function problemOf(before: Item, item: Item, numbers: ReadonlySet<number>): string | undefined {
  const [last, number] = [numberOf(before), numberOf(item)]
  if (number === last) return undefined
  if (number < last) {
    // Ordered by subject, each section goes back to where its own numbers are.
    return before.section === item.section
      ? `${item.id.text} stands after ${before.id.text}: move or renumber it`
      : undefined
  }
  // A group of its own begins at a round number.
  if (number - last > LARGEST || number % 10 === 0) return undefined
  const skipped: number[] = []
  for (let one = last + 1; one < number; one++) if (!numbers.has(one)) skipped.push(one)
  const [one, ...more] = skipped
  if (one === undefined) return undefined
  const what = more.length === 0 ? `${renumbered(item.id, one)} is` : `${skipped.length} numbers are`
  return `${item.id.text} follows ${before.id.text}: ${what} skipped`
}

/**
 * More numbers are left out than there are: items taken over from a larger series, whose numbers are not to be touched. So
 * are those of one that begins within it.
 */
function isSelection(numbers: ReadonlySet<number>): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)]
  if (least > 1 && least % 10 !== 0) return true
  return numbers.size > 2 && most - least + 1 > 2 * numbers.size
}

function seriesOf(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const series = new Map<string, Item[]>()
  for (const item of items) {
    if (item.id.suffix !== '' || item.id.number.length > 9) continue
    const name = nameOf(item.id)
    const known = series.get(name)
    if (known === undefined) series.set(name, [item])
    else known.push(item)
  }
  return series
}

function nameOf({ prefix, area }: Item['id']): string {
  return `${prefix} ${area.toUpperCase()}`
}

function numberOf({ id }: Item): number {
  return Number(id.number)
}

/** Numbers that lettered parts have (`REQ-004a`), and those that are gone. */
function takenNumbers(spec: SpecDocument): ReadonlyMap<string, readonly number[]> {
  const taken = new Map(goneNumbers(spec))
  for (const { id } of spec.items) {
    if (id.suffix !== '') taken.set(nameOf(id), [...(taken.get(nameOf(id)) ?? []), Number(id.number)])
  }
  return taken
}

/** Numbers that a text says are gone: they are never given out again. */
function goneNumbers({ references, items }: SpecDocument): ReadonlyMap<string, readonly number[]> {
  const defined = new Set(items.map(({ id }) => id.key))
  const gone = new Map<string, number[]>()
  for (const reference of references) {
    if (defined.has(reference.id.key) || !isGone(reference)) continue
    const name = nameOf(reference.id)
    gone.set(name, [...(gone.get(name) ?? []), Number(reference.id.number)])
  }
  return gone
}

function isGone(reference: Reference): boolean {
  return !reference.elsewhere && isToldAway(reference)
}

/** 10, 20, 30: room was left on purpose. */
function hasStep(items: readonly Item[]): boolean {
  const numbers = items.map(numberOf)
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0))
  return steps.length > 1 && steps.every((step) => step > 1 && step === steps[0])
}

function renumbering({ spec, index }: RuleContext, items: readonly Item[]): Fix | undefined {
  const isUnique = items.every(({ id }) => index.definitions(id.key).length === 1)
  if (spec.status.stage !== 'draft' || !isUnique || items.some(({ retired }) => retired)) return undefined
  // An ID that is gone may not come back under another text.
  const first = Math.min(...items.map(numberOf))
  if (takenNumbers(spec).size > 0) return undefined
  const names = new Map(items.map(({ id }, at) => [id.key, renumbered(id, first + at)]))
  const renames = items.filter(({ id }) => names.get(id.key) !== id.text).map(({ id }) => id.text)
  return {
    title: `Renumber all ${items[0]?.id.prefix ?? ''} items in document order`,
    renames,
    edits: () => renameIds(index, names),
  }
}

function renumbered({ text, number }: Item['id'], to: number): string {
  const stem = text.slice(0, text.length - number.length)
  return stem + String(to).padStart(number.startsWith('0') || number.length > 1 ? number.length : 1, '0')
}
