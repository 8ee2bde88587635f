import type { Prose, Span } from '../markdown/facts'
import type { ItemKind } from '../template/template'
import { skipBlanks } from '../text/blanks'
import type { FoundId, IdGrammar } from './id-grammar'

/**
 * How the ID that a prose opens with is set off from the text behind it: it closes the bold or its brackets, is
 * followed by a colon, a dash, a full stop, a note in brackets, a word with a capital (a heading's title), nothing, or
 * plain text.
 */
export type Closing = 'bold' | 'bracket' | 'colon' | 'dash' | 'stop' | 'note' | 'title' | 'end' | 'text'

/** What a prose (or a line of one) opens with; offsets count from the start of the prose. */
export interface Lead {
  readonly id: FoundId | undefined
  readonly malformed: FoundMalformed | undefined
  readonly closing: Closing
  readonly bold: boolean
  /** Where the text begins, behind the ID and what sets it off. */
  readonly textStart: number
}

export interface FoundMalformed {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: ItemKind
  /** The well-formed ID that it seems to mean. */
  readonly meant: FoundId | undefined
}

/** Emoji and other symbols, and brackets meant as a checkbox (`[ x]`, `[]`): they stand before an ID and mean nothing to it. */
const DECORATION = /^(?:[\s\p{S}]|\uFE0F|\u200D|\[[ \t]{0,3}[xX✓✔☑✅✗✘❌~-]?[ \t]{0,3}\])*/u

/**
 * What follows the prefix of a broken ID: a wrong separator before digits, letters that stand for digits, or nothing
 * behind the separator. `AC-A` may be somebody's way of counting, so letters count only where they say "number".
 */
const BROKEN = /^(?:(?:[-_\u2010\u2011\u2013]{1,2}| )\d[\w.-]*|[-_](?:X+|N+|\?+|#+)(?![\w-])|[-_](?![\w-]))/

/** `1.2 `, `§A.3 `, `3) ` before the ID of a heading. */
const NUMBERING = /^(?:§\s?[A-Za-z0-9.]*|\d+(?:\.\d+)*[.):]?)\s+/

/** An ID with more than this before it opens nothing. */
const FARTHEST = 120

/**
 * Reads what `text[from, to)` opens with.
 *
 * @param text the prose's text in which IDs can be read
 * @returns `undefined` where it opens with nothing like an ID
 */
export function readLead(
  prose: Prose,
  text: string,
  grammar: IdGrammar,
  from = 0,
  to = text.length,
): Lead | undefined {
  const start = behind(DECORATION, text, from)
  return (
    leadAt(prose, text, grammar, start, to) ??
    leadAt(prose, text, grammar, behind(NUMBERING, text, start), to)
  )
}

function leadAt(prose: Prose, text: string, grammar: IdGrammar, start: number, to: number): Lead | undefined {
  const bracketed = text[start] === '['
  const at = bracketed ? skipBlanks(text, start + 1, to) : start
  const prefix = grammar.prefixAt(text, at)
  if (prefix === undefined || prefix.end >= to) return undefined
  const strong = prose.spans.find((span) => span.type === 'strong' && covers(span, at))
  const id = grammar.idAt(text, prefix)
  if (id !== undefined) {
    const ending = closingOf(text, id.end, to, bracketed, strong)
    return { id, malformed: undefined, bold: strong !== undefined, ...ending }
  }
  const malformed = malformedAt(text, prefix, bracketed, grammar)
  if (malformed === undefined) return undefined
  const ending = closingOf(text, malformed.end, to, bracketed, strong)
  return { id: undefined, malformed, bold: strong !== undefined, ...ending }
}

function closingOf(
  text: string,
  idEnd: number,
  to: number,
  bracketed: boolean,
  strong: Span | undefined,
): { closing: Closing; textStart: number } {
  let at = skipBlanks(text, idEnd, to)
  const closed = bracketed && text[at] === ']'
  if (bracketed && !closed) return { closing: 'text', textStart: at }
  if (closed) at = skipBlanks(text, at + 1, to)
  const strongEnd = strong === undefined ? -1 : strong.offset + strong.length
  const endsBold = at >= strongEnd && strong !== undefined
  const mark = separatorAt(text, at, idEnd)
  if (mark !== undefined) return { closing: mark, textStart: behindSeparator(text, at, to) }
  if (endsBold) return { closing: 'bold', textStart: at }
  if (!closed && isStop(text, at)) return { closing: 'stop', textStart: skipBlanks(text, at + 1, to) }
  if (closed) return { closing: 'bracket', textStart: at }
  if (at >= to) return { closing: 'end', textStart: to }
  if (text[at] === '(' || text[at] === '（') return noteAt(text, at, to, strongEnd)
  return { closing: /\p{Lu}|\p{Lo}|\uFFFC/u.test(text[at] ?? '') ? 'title' : 'text', textStart: at }
}

/** A note in brackets counts as what follows it does: `REQ-001 (Ubiquitous): …`. */
function noteAt(
  text: string,
  at: number,
  to: number,
  strongEnd: number,
): { closing: Closing; textStart: number } {
  const close = /^[(（][^()（）\r\n]{0,160}[)）]/.exec(text.slice(at, Math.min(to, at + 163)))?.[0]
  if (close === undefined) return { closing: 'text', textStart: at }
  const next = skipBlanks(text, at + close.length, to)
  const closing =
    separatorAt(text, next, at + close.length) ?? (next >= to || next >= strongEnd ? 'note' : 'text')
  return {
    closing: closing === 'text' && strongEnd >= 0 && next >= strongEnd ? 'bold' : closing,
    textStart: at,
  }
}

function separatorAt(text: string, at: number, behindId: number): 'colon' | 'dash' | undefined {
  const mark = text[at]
  if (mark === ':' || mark === '：') return 'colon'
  if (mark === '–' || mark === '—' || mark === '―') return 'dash'
  if (mark !== '-') return undefined
  return at > behindId && !/\S/.test(text[at + 1] ?? ' ') ? 'dash' : undefined
}

/** `REQ-001. The lamp`, `REQ-001) The lamp`. */
function isStop(text: string, at: number): boolean {
  return (text[at] === '.' || text[at] === ')') && /\s/.test(text[at + 1] ?? '')
}

function behindSeparator(text: string, at: number, to: number): number {
  return skipBlanks(text, at + (text.startsWith('--', at) ? 2 : 1), to)
}

/** What stands for an ID and is none: no number, a wrong separator, letters for a number. */
function malformedAt(
  text: string,
  prefix: { start: number; end: number; kind: ItemKind },
  bracketed: boolean,
  grammar: IdGrammar,
): FoundMalformed | undefined {
  const written = text.slice(prefix.start, prefix.end)
  const { kind } = prefix
  if (written !== kind.prefix && written !== written.toUpperCase()) return undefined
  const tail = text.slice(prefix.end, prefix.end + 32)
  const broken = BROKEN.exec(tail)?.[0]
  if (broken === undefined || (bracketed && !/^\s*\]/.test(tail.slice(broken.length)))) return undefined
  const end = prefix.end + broken.length
  return {
    text: text.slice(prefix.start, end),
    start: prefix.start,
    end,
    kind,
    meant: meantBy(kind, broken, grammar),
  }
}

function meantBy(kind: ItemKind, broken: string, grammar: IdGrammar): FoundId | undefined {
  const number = /^\D*(\d+[A-Za-z]?)$/.exec(broken)?.[1]
  if (number === undefined) return undefined
  const written = `${kind.prefix}${kind.shape?.separator ?? '-'}${number}`
  return grammar.idAt(written, { start: 0, end: kind.prefix.length, kind })
}

function covers(span: Span, at: number): boolean {
  return span.offset <= at && at < span.offset + span.length
}

function behind(pattern: RegExp, text: string, from: number): number {
  return from + (pattern.exec(text.slice(from, from + FARTHEST))?.[0].length ?? 0)
}
