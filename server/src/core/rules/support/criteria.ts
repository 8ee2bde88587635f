import type { Span as MarkedSpan } from '../../markdown/facts'
import type { ProseChange } from '../../model/prose-change'
import type { Entry, Item, Passage } from '../../model/spec-document'
import type { Recall } from '../rule'
import { languages, type Words } from '../words/index'
import { MEASURE } from './measure'
import { isUnlistedScript, withoutQuotations, wordsOf } from './prose'
import { wholeWords } from './whole-words'

/** A figure with its unit, or a command and how it ends: 1,000 rows in 2 s, `make test` exits with 0. */
export function isMeasured({ passages }: Entry, recall: Recall): boolean {
  return passages.some(
    ({ spans, text }) =>
      recall(hasMeasure, text) ||
      (spans.some(({ type }) => type === 'code') &&
        /\bexit(?:s|ed)?(?:\s+(?:code|status|with))*\s+(?:\d|non-?zero)/i.test(text)),
  )
}

/** Pure. */
function hasMeasure(text: string): boolean {
  return MEASURE.test(text)
}

/** A heading under which the test itself stands, with what it is to yield. */
export function isOwnTest({ form, passages }: Entry, labels: readonly string[]): boolean {
  if (form !== 'heading') return false
  const openings = passages.flatMap(({ text }) => text.split('\n', 20)).map(openingLabel)
  return labels.some((label) => openings.some((opening) => opening.startsWith(label.toLowerCase())))
}

/** What a line says before its colon, `''` where that is no label. */
function openingLabel(line: string): string {
  return /^\W{0,8}(\w[^:]{0,60}):/.exec(line)?.[1]?.toLowerCase() ?? ''
}

const EARS = /^\W{0,8}(?:as long as|if|when|whenever|where|while)\b/i

/** Condition and response in one sentence: “When a ledger is exported, the system shall mail a link”. */
export function isEars({ text }: Entry): boolean {
  return EARS.test(text) && /\b(?:shall|must)\b/i.test(text)
}

const CHECKS = new RegExp(
  wholeWords(({ checks = [] }) => checks),
  'iu',
)

/** Told by what is checked on the code: its tests, its build. */
export function namesChecks({ passages }: Entry, recall: Recall): boolean {
  return passages.some(
    ({ text, spans }) =>
      recall(hasChecks, text) || spans.some(({ type, value }) => type === 'code' && recall(hasChecks, value)),
  )
}

/** Pure. */
function hasChecks(text: string): boolean {
  return CHECKS.test(withoutQuotations(text))
}

export function namesCode({ passages }: Entry): boolean {
  return passages.some(({ spans }) => spans.some(({ type }) => type === 'code'))
}

const UPKEEP = new RegExp(
  wholeWords(({ upkeep = [] }) => upkeep),
  'iu',
)

/**
 * A requirement on the code rather than on what it does: on its tests and its documentation, on a file of the source, on
 * a type or its members.
 */
export function isOnCode(item: Item, recall: Recall): boolean {
  if (recall(speaksOfUpkeep, item.lead.text) || namesSource(item) || listsSignatures(item)) return true
  const types = typesIn(item)
  return types.length > 0 && (isOnType(item, types) || listsMembers(item) || FOLLOWS.test(item.lead.text))
}

/** Whether a change of words is one of what requirements are on. */
export function isOnCodeOtherwise({ entries, entriesBefore }: ProseChange, recall: Recall): boolean {
  return entries.some((entry, at) => {
    const before = entriesBefore[at]
    if (!isRequirement(entry) || before === undefined || !isRequirement(before)) return false
    return isOnCode(entry, recall) !== isOnCode(before, recall)
  })
}

function isRequirement(entry: Entry): entry is Item {
  return entry.id !== undefined && entry.role === 'requirement'
}

/** `src/routes.ts`, `AGENTS.md`. A product that writes such files is told of by their kind. */
const SOURCE =
  /^[\w@*./-]{1,200}\.(?:c|cc|cpp|cs|csproj|go|h|hpp|java|js|jsx|kt|mjs|php|py|rb|rs|scala|sln|svelte|swift|ts|tsx|vue|xaml)$|^(?:[\w.-]{1,60}\/){0,9}[A-Z_]{3,40}\.md$/

/** Not where brackets only point to it: “retries three times (see `retry.ts`)”. */
function namesSource({ lead: { spans, start, text }, textSpan }: Item): boolean {
  return spans.some(
    ({ type, value, offset }) =>
      type === 'code' &&
      start + offset >= textSpan.start &&
      SOURCE.test(value) &&
      !/\([^()]*$/.test(text.slice(Math.max(textSpan.start - start, offset - LONGEST_ASIDE, 0), offset)),
  )
}

/** As far back as an opening bracket is looked for. */
const LONGEST_ASIDE = 200

/** “… MUST follow the existing naming conventions of `ExportView`”. */
const FOLLOWS =
  /\bfollow(?:s|ing)?\s+(?:the\s+)?(?:established|existing|same)\s+(?:[\w-]+\s+){0,3}(?:conventions?|patterns?)\b/i

/** `LedgerExporter`; a command, a route or a field (`ledger export`, `/ledgers`, `dueDate`) is met in use. */
const TYPE = /^(?=[A-Z\d]*[a-z])[A-Z][a-z\d]*(?:[A-Z][a-z\d]*)+(?:<\w+>)?(?:\.\w+)*(?:\(\))?$/
const KIND_OF_TYPE =
  /^\s{1,3}(?:(?:\w{1,20}\s)?(?:class|enum|interface|record|struct)\b|(?:implementation|methods?)\s+(?:calls|must|shall|should|will)\b)/i

function typesIn({ lead: { spans, start }, textSpan }: Item): readonly MarkedSpan[] {
  return spans.filter(
    ({ type, value, offset }) => type === 'code' && start + offset >= textSpan.start && TYPE.test(value),
  )
}

/** “`LedgerExporter` MUST …”, “a new `LedgerFormat` enum MUST …”. */
function isOnType({ lead: { text, start }, textSpan }: Item, types: readonly MarkedSpan[]): boolean {
  return types.some(
    ({ offset, length }) =>
      !/[\p{L}\d\uFFFC]/u.test(text.slice(Math.max(textSpan.start - start, 0), offset)) ||
      KIND_OF_TYPE.test(text.slice(offset + length, offset + length + 40)),
  )
}

/** Whether a text speaks of the code, its tests or its documentation. Pure. */
export function speaksOfUpkeep(text: string): boolean {
  return UPKEEP.test(withoutQuotations(text))
}

/** Each in code. What uses the type is accepted, not the type. */
function listsMembers(item: Item): boolean {
  return mostBelow(item, (passage) => openingCode(passage) !== undefined)
}

/** `Task<string> NameOf(string id)`: with what it returns. A caller of `export(path)` meets what it does. */
const SIGNATURE = /^[A-Za-z][\w.<>?,[\]]{0,80}\s\w{1,80}\(/

function listsSignatures(item: Item): boolean {
  return mostBelow(item, (passage) => SIGNATURE.test(openingCode(passage) ?? ''))
}

function mostBelow({ passages, lead }: Item, test: (passage: Passage) => boolean): boolean {
  const nested = passages.filter((passage) => passage.within === 'listItem' && passage !== lead)
  return nested.length > 0 && nested.filter(test).length * 2 >= nested.length
}

function openingCode({ text, spans }: Passage): string | undefined {
  const first = text.search(/\S/)
  return spans.find(
    ({ type, offset, length }) => type === 'code' && offset <= first && first < offset + length,
  )?.value
}

const DURING = new RegExp(
  `^[\\s*_]*(?:${wholeWords(({ during = [] }) => during)})[^,，、]{1,400}[,，、]`,
  'iu',
)

/** “While an export runs, its button is disabled”: what is given, and nobody acts. */
export function opensWithLastingState({ text }: Entry): boolean {
  return DURING.test(text)
}

const BEING = wordsIn(({ being = [] }) => being)
const EXISTING = wordsIn(({ existing = [] }) => existing)
const RELATIVE = wordsIn(({ relative = [] }) => relative)
const AND = new RegExp(
  wholeWords(({ and = [] }) => and),
  'iu',
)
/** As far as a first clause is looked for; nobody writes longer ones. */
const LONGEST_CLAUSE = 400

/**
 * Whether all that the first clause says is how something is: “Given the drawer is open, then …”. What holds as long as
 * that needs nobody to act. “Given a loan that was renewed” names a thing, and waits for what is done with it.
 */
export function tellsOfLastingState({ text }: Entry): boolean {
  const clause = /^[^,，、。;；\n]*/.exec(text.slice(0, LONGEST_CLAUSE))?.[0] ?? ''
  return EXISTING.has(wordsOf(clause).at(-1) ?? '') || clause.split(AND).every(isState)
}

function isState(sentence: string): boolean {
  if (isUnlistedScript(sentence))
    return [...BEING].some((word) => isUnlistedScript(word) && sentence.includes(word))
  let isRelative = false
  for (const [place, word] of wordsOf(sentence).entries()) {
    // “Given that …” begins the sentence itself.
    if (RELATIVE.has(word) && place !== 1) isRelative = true
    else if (BEING.has(word) && !isRelative) return true
    else if (BEING.has(word)) isRelative = false
  }
  return false
}

function wordsIn(pick: (words: Words) => readonly string[]): ReadonlySet<string> {
  return new Set(languages.flatMap(pick))
}
