import type { Prose } from '../markdown/facts'
import { FILLER } from '../markdown/facts'
import { sentencesElsewhere } from './elsewhere'
import type { FoundId, IdGrammar } from './id-grammar'
import type { Lexicon } from './lexicon'

/** An ID named in a prose; offsets count from the start of the prose. */
export interface Mention {
  readonly id: FoundId
  /** It is all that a code span says. */
  readonly code: boolean
  /** Before a `#`: `SPEC-2026-01-15-001`. */
  readonly qualifier: string | undefined
  readonly elsewhere: boolean
  /** Begins a range that ends with this ID, which is the next mention unless `bare`. */
  readonly through: FoundId | undefined
  /** The range ends in a number only: `REQ-001..004`. */
  readonly bare: boolean
  /** Named behind it by their numbers only: `REQ-001/002`, `REQ-001, 002 and 004`. Each spans the whole list. */
  readonly listed: readonly FoundId[]
}

/** The masked text of a prose in which code spans that hold nothing but IDs can be read (`` `[REQ-001]` ``). */
export function readableText(prose: Prose, grammar: IdGrammar): string {
  let text = prose.text
  for (const span of prose.spans) {
    if (span.type !== 'code' || !holdsOnlyIds(span.value, grammar)) continue
    const marks = (span.length - span.value.length) >> 1
    const shown = (' '.repeat(marks) + span.value).padEnd(span.length)
    text = text.slice(0, span.offset) + shown + text.slice(span.offset + span.length)
  }
  return text
}

function holdsOnlyIds(code: string, grammar: IdGrammar): boolean {
  if (code.length > 200 || !/\d/.test(code) || /[\r\n]/.test(code)) return false
  let rest = ''
  let at = 0
  for (const prefix of grammar.prefixes(code)) {
    const id = prefix.start >= at ? grammar.idAt(code, prefix) : undefined
    if (id === undefined) continue
    rest += code.slice(at, id.start)
    at = id.end
  }
  return at > 0 && /^[\s[\](),;&+.~–—-]*$/.test(rest + code.slice(at))
}

/** All IDs that a prose names, in order, the one it opens with included. Linear in the prose. */
export function findMentions(prose: Prose, text: string, lexicon: Lexicon): readonly Mention[] {
  if (!/\d/.test(text)) return []
  const ids = [...findIds(text, lexicon.grammar)]
  if (ids.length === 0) return []
  const elsewhere = sentencesElsewhere(prose, text, lexicon)
  return ids.map((id, i) => {
    const qualifier = qualifierBefore(text, id.start)
    const next = ids[i + 1]
    const whole = next && isRange(text, id, next) ? next : undefined
    const bare = whole ? undefined : bareEnd(text, id)
    return {
      id,
      code: prose.text[id.start] === FILLER,
      qualifier,
      elsewhere: qualifier !== undefined || elsewhere(id.start),
      through: whole ?? bare,
      bare: bare !== undefined,
      listed: whole || bare ? NONE : listedBehind(text, id),
    }
  })
}

function* findIds(text: string, grammar: IdGrammar): Iterable<FoundId> {
  let end = 0
  for (const prefix of grammar.prefixes(text)) {
    if (prefix.start < end || !mayBegin(text, prefix.start)) continue
    const id = grammar.idAt(text, prefix)
    if (id === undefined) continue
    end = id.end
    yield id
  }
}

/** No ID begins inside a path (`docs/REQ-001`), behind an anchor's mark (`#req-001`) or in a dotted name. */
function mayBegin(text: string, at: number): boolean {
  const before = text[at - 1]
  const beyond = text[at - 2] ?? ' '
  if (before === '/') return /[\s\d\])]/.test(beyond)
  if (before === '#') return /[A-Za-z0-9]/.test(beyond)
  return !(before === '.' && /[A-Za-z0-9]/.test(beyond))
}

function qualifierBefore(text: string, at: number): string | undefined {
  if (text[at - 1] !== '#') return undefined
  return /[A-Za-z0-9][\w-]*$/.exec(text.slice(Math.max(0, at - 81), at - 1))?.[0]
}

const CONNECTORS = /^[\s)\]]*(?:through|thru|to|until|-|–|—|~|〜|～|\.{2,3}|…)[\s([]*$/i

function isRange(text: string, from: FoundId, to: FoundId): boolean {
  if (to.start - from.end > 24 || !sameSeries(from, to)) return false
  return joinsRange(text.slice(from.end, to.start)) && isLess(from.number, to.number)
}

/** Whether what stands between two IDs of a series makes a range of them: `through`, a dash, `..`. */
export function joinsRange(between: string): boolean {
  return CONNECTORS.test(between)
}

function sameSeries(a: FoundId, b: FoundId): boolean {
  const series = ({ key, number }: FoundId) => key.slice(0, key.length - withoutZeros(number).length)
  return a.suffix === '' && b.suffix === '' && series(a) === series(b)
}

/** `REQ-001..004` and `REQ-001–004`; with a dash only where both ends have as many digits. */
function bareEnd(text: string, from: FoundId): FoundId | undefined {
  const match = /^\]?(\.{2,3}|[–~〜～])(\d{1,9})(?![\w.-]*\d)/.exec(text.slice(from.end, from.end + 14))
  if (match === null || from.suffix !== '') return undefined
  const [whole, connector = '', number = ''] = match
  if (!connector.startsWith('.') && number.length !== from.number.length) return undefined
  if (!isLess(from.number, number)) return undefined
  return { ...renumbered(from, number), start: from.start, end: from.end + whole.length }
}

const NONE: readonly FoundId[] = []
const SLASHED = /^[\]\s]{0,4}\/\s?(\d{2,9})(?![\w%]|\.\w)/
const JOINED = /^[\]\s]{0,4}(?:,\s?|(?:and|&)\s)(\d{3,9})(?![\w%]|\.\w)/
const LETTER = /^\/([A-Za-z])(?!\w)/

/** Of as many digits as the first one: behind a comma a figure may stand, and no figure begins with a zero. */
function listedBehind(text: string, id: FoundId): readonly FoundId[] {
  const listed: FoundId[] = []
  let end = id.end
  for (let next = nextListed(text, end, id); next !== undefined; next = nextListed(text, end, next)) {
    listed.push(next)
    end = next.end
  }
  return listed.map((one) => ({ ...one, start: id.start, end }))
}

/** @param before the one before it; its place is not asked for */
function nextListed(text: string, at: number, before: FoundId): FoundId | undefined {
  if (!/[\]\s/,]/.test(text[at] ?? '')) return undefined
  const tail = text.slice(at, at + 20)
  const { number, suffix } = before
  const letter = suffix === '' ? undefined : LETTER.exec(tail)
  if (letter) return { ...lettered(before, letter[1] ?? ''), end: at + letter[0].length }
  const joined = JOINED.exec(tail)
  const match = SLASHED.exec(tail) ?? (/^0/.test(joined?.[1] ?? '') ? joined : null)
  if (suffix !== '' || match?.[1]?.length !== number.length) return undefined
  return { ...renumbered(before, match[1]), end: at + match[0].length }
}

function lettered(id: FoundId, suffix: string): FoundId {
  const without = (written: string) => written.slice(0, written.length - id.suffix.length)
  return { ...id, text: without(id.text) + suffix, key: without(id.key) + suffix.toUpperCase(), suffix }
}

/** Compares runs of digits as numbers, whatever their length. */
function isLess(a: string, b: string): boolean {
  const [x, y] = [withoutZeros(a), withoutZeros(b)]
  return x.length === y.length ? x < y : x.length < y.length
}

/** The ID with another number in the same series, at the same place. */
export function renumbered(id: FoundId, number: string): FoundId {
  const stem = id.text.slice(0, id.text.length - id.number.length - id.suffix.length)
  const series = id.key.slice(0, id.key.length - withoutZeros(id.number).length - id.suffix.length)
  return { ...id, text: stem + number, key: series + withoutZeros(number), number, suffix: '' }
}

function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}

/** The IDs between the ends of a range, at most `limit` of them; each spans the whole range. */
export function between(from: FoundId, through: FoundId, limit: number): FoundId[] {
  const span = { start: from.start, end: through.end }
  if (from.number.length > 15 || through.number.length > 15) return []
  const [first, last] = [Number(from.number), Number(through.number)]
  if (last - first - 1 > limit) return []
  const ids: FoundId[] = []
  for (let number = first + 1; number < last; number++) {
    ids.push({ ...renumbered(from, String(number).padStart(from.number.length, '0')), ...span })
  }
  return ids
}
