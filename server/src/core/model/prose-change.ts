import type { Span as MarkedSpan } from '../markdown/facts'
import type { Span } from '../template/template'
import { commonEnd, commonStart } from '../text/common'
import { lastStartingBefore } from '../text/search'
import type { Checkbox, Entry, Passage, Reference, SpecDocument } from './spec-document'

/**
 * A change of a document that is one of words: letters came or went within one passage, and all that the model says is
 * what it was, but for that text, what parts it names, and the places behind it.
 */
export interface ProseChange {
  readonly passage: Passage
  readonly before: Passage
  /** The entry whose text it is, and those around it, innermost first; `[]` where it is none's. */
  readonly entries: readonly Entry[]
  readonly entriesBefore: readonly Entry[]
  /** Where a place of the version before is now; `undefined` where it touches what has changed. */
  moved(span: Span): Span | undefined
}

/** What changed between two versions of a document, if that was words only. `undefined` is always true. */
export function proseChange(before: SpecDocument, after: SpecDocument): ProseChange | undefined {
  if (before.conflict !== undefined || !areAlike(before, after)) return undefined
  const change = changeOf(before.text, after.text)
  const at = lastStartingBefore(before.passages, change.start, ({ start }) => start)
  const [from, to] = [before.passages[at], after.passages[at]]
  if (from === undefined || to === undefined || !isWithin(change, from, to)) return undefined
  const same =
    areSame(before.passages, after.passages, (a, b) => a === from || isSamePassage(a, b)) &&
    areSame(from.spans, to.spans, (a, b) => isMovedSpan(a, b, change, from.start)) &&
    areSame(before.entries, after.entries, isSameEntry) &&
    areSame(before.references, after.references, isSameReference) &&
    areSame(before.checkboxes, after.checkboxes, isSameBox) &&
    isApart(before, from) &&
    isApart(after, to)
  if (!same) return undefined
  const place = ownerOf(from, before.entries)
  const [entries, entriesBefore] = [around(after.entries[place]), around(before.entries[place])]
  if (!areSame(entriesBefore, entries, isSaidAlike)) return undefined
  return { passage: to, before: from, entries, entriesBefore, moved: (span) => moved(span, change) }
}

/** `[start, end)` of the version before became as many characters more as `shift` says. */
interface Change {
  readonly start: number
  readonly end: number
  readonly shift: number
  /** A line ending came or went. */
  readonly ofLines: boolean
}

function changeOf(before: string, after: string): Change {
  const start = commonStart(before, after)
  const most = Math.min(before.length, after.length) - start
  const kept = Math.min(commonEnd(before, after), most)
  const [end, endAfter] = [before.length - kept, after.length - kept]
  const ofLines = /[\r\n]/.test(before.slice(start, end) + after.slice(start, endAfter))
  return { start, end, shift: endAfter - end, ofLines }
}

function isWithin({ start, end, shift, ofLines }: Change, before: Passage, after: Passage): boolean {
  if (ofLines || before.within === 'heading' || before.within !== after.within) return false
  if (before.start !== after.start || before.quoted !== after.quoted || start < before.start) return false
  return end <= before.start + before.text.length && end + shift <= after.start + after.text.length
}

function areAlike(a: SpecDocument, b: SpecDocument): boolean {
  return (
    a.recognition.kind === b.recognition.kind &&
    a.recognition.template === b.recognition.template &&
    a.markdown.refused === undefined &&
    b.markdown.refused === undefined &&
    a.markdown.blocks.length === b.markdown.blocks.length &&
    b.conflict === undefined &&
    a.items.length === b.items.length &&
    a.suppressions.length === b.suppressions.length &&
    a.placeholders.length === b.placeholders.length &&
    a.opaque.length === b.opaque.length &&
    a.status.raw === b.status.raw &&
    a.documentId?.value === b.documentId?.value &&
    areSame(a.fields, b.fields, (one, two) => one.key === two.key && one.value === two.value) &&
    areSame(a.sections, b.sections, (one, two) => one.title === two.title && one.depth === two.depth) &&
    areSame(a.tables, b.tables, ({ rows }, table) => rows.length === table.rows.length)
  )
}

function areSame<T>(a: readonly T[], b: readonly T[], isSame: (one: T, two: T) => boolean): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) {
    const [one, two] = [a[at], b[at]]
    if (one === undefined || two === undefined || !isSame(one, two)) return false
  }
  return true
}

function isSamePassage(a: Passage, b: Passage): boolean {
  return a.text === b.text && a.within === b.within && a.quoted === b.quoted
}

function isMovedSpan(a: MarkedSpan, b: MarkedSpan, change: Change, base: number): boolean {
  const start = base + a.offset
  const now = moved({ start, end: start + a.length }, change)
  if (now === undefined || a.type !== b.type || a.value !== b.value) return false
  return now.start === base + b.offset && now.end === now.start + b.length
}

function isSameEntry(a: Entry, b: Entry): boolean {
  return (
    a.form === b.form &&
    a.kind === b.kind &&
    a.role === b.role &&
    a.id?.text === b.id?.text &&
    a.malformed?.text === b.malformed?.text &&
    a.malformed?.meant === b.malformed?.meant
  )
}

function isSameReference(a: Reference, b: Reference): boolean {
  return (
    a.id.text === b.id.text &&
    a.qualifier === b.qualifier &&
    a.elsewhere === b.elsewhere &&
    a.implied === b.implied &&
    a.bareEnd === b.bareEnd &&
    a.code === b.code
  )
}

function isSameBox(a: Checkbox, b: Checkbox): boolean {
  return a.checked === b.checked && a.role === b.role
}

/** What a passage may hold beside words: a field, a comment, a text of the template. */
function isApart({ fields, opaque, placeholders }: SpecDocument, { start, text }: Passage): boolean {
  const end = start + text.length
  const isInside = (span: Span) => start <= span.end && span.start <= end
  return !(
    fields.some(({ span }) => isInside(span)) ||
    opaque.some(isInside) ||
    placeholders.some(({ span }) => isInside(span))
  )
}

function isSaidAlike(a: Entry, b: Entry): boolean {
  return a.retired === b.retired && a.untouched === b.untouched && (a.text === '') === (b.text === '')
}

/** Place of the entry whose text a passage is; `-1` where it is none's. */
function ownerOf(passage: Passage, entries: readonly Entry[]): number {
  let place = lastStartingBefore(entries, passage.start, ({ span }) => span.start)
  for (let entry = entries[place]; entry !== undefined; entry = entries[--place]) {
    if (entry.span.end >= passage.start && entry.passages.includes(passage)) return place
  }
  return -1
}

function around(entry: Entry | undefined): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = entry; at !== undefined; at = at.parent) entries.push(at)
  return entries
}

function moved(span: Span, { start, end, shift }: Change): Span | undefined {
  if (span.end < start) return span
  if (span.start > end) return { start: span.start + shift, end: span.end + shift }
  return span.start < start && span.end > end ? { start: span.start, end: span.end + shift } : undefined
}
