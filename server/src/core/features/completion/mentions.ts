import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types'
import type { Item, SpecDocument } from '../../model/spec-document'
import { shorten } from '../../text/shorten'
import { entryAt } from '../support/lookup'
import { ROLE_NAMES } from '../support/words'
import { dataOf, type Place, rangeOf, sortKey } from './place'

/** What is typed of a mention. */
interface Begun {
  readonly start: number
  readonly end: number
  readonly bracket: boolean
  readonly typed: string
}

const DESCRIPTION_LENGTH = 60
/** Words by which an item is found; the rest of a long text finds nothing more. */
const FILTER_LENGTH = 160

/** `[`, `[RE`, `[Task 1.`; not behind a word, `]`, `!` or a backslash, where brackets mean something else. */
const BRACKET = /(?<![\p{Script=Latin}\p{N}\]!\\)])\[(?<typed>[\p{L}\p{N}_.-]*(?: [\d.]*)?)$/u
/** `REQ-`, `REQ-00`, `Task 1.`: not in a path, an anchor, a mail address or a longer word. */
const PREFIX =
  /(?<![\p{Script=Latin}\p{N}_\-/\\.@#])(?<typed>\p{L}[\p{L}\p{N}]*(?:[-‐‑][\p{L}\p{N}.-]*| \d[\d.]*)?)$/u
const CHECKBOX = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]?$/
const LOOK_BACK = 80
const OPENING: readonly string[] = ['(', '[', '（']

/**
 * Every item of the document where an ID may be named: behind an opening bracket, or behind the beginning of an ID as
 * the document writes them. Found by the ID or by words of the item's text; written as the document writes its mentions.
 */
export function mentions(place: Place): readonly CompletionItem[] | undefined {
  const begun = begunAt(place)
  if (begun === undefined) return undefined
  const own = entryAt(place.context.spec, place.offset)
  const typed = stem(begun.typed).toUpperCase()
  const items = place.context.index.items
    .filter((item) => item !== own && item.id.span.start !== own?.id?.span.start)
    .filter((item) => begun.bracket || item.id.text.toUpperCase().startsWith(typed))
  return items.length > 0 ? mentionItems(place, begun, items) : undefined
}

function begunAt({ offset, line }: Place): Begun | undefined {
  const before = line.before.slice(-LOOK_BACK)
  if (CHECKBOX.test(line.before.slice(0, LOOK_BACK)) && line.before.length < LOOK_BACK) return undefined
  const bracket = BRACKET.exec(before)?.groups?.typed
  if (bracket !== undefined) return bracketAt(offset, line.after, bracket)
  const typed = PREFIX.exec(before)?.groups?.typed
  if (typed === undefined || !isBeginningOfId(typed, before.charAt(before.length - typed.length - 1)))
    return undefined
  return { start: offset - typed.length, end: offset + restOfId(typed, line.after), bracket: false, typed }
}

/** A bracket that is closed and followed by a destination is a link's own; in the middle of a word nothing is begun. */
function bracketAt(offset: number, after: string, typed: string): Begun | undefined {
  if (typed !== '' && /^\p{Ll}/u.test(after)) return undefined
  const rest = restOfId(typed, after)
  const closed = after.charAt(rest) === ']'
  if (closed && /^[([:]/.test(after.slice(rest + 1))) return undefined
  return { start: offset - typed.length - 1, end: offset + rest + (closed ? 1 : 0), bracket: true, typed }
}

/**
 * Letters alone are words, unless all are capitals; so is what is in lower case before a dash (`test-driven`), unless it
 * stands directly behind a bracket.
 */
function isBeginningOfId(typed: string, before: string): boolean {
  if (/\d/.test(typed)) return true
  const letters = typed.replace(/[-‐‑].*$/u, '')
  const hasDash = letters.length < typed.length
  if (letters === letters.toUpperCase()) return hasDash || (typed.length > 1 && /\p{Lu}/u.test(typed))
  return hasDash && OPENING.includes(before)
}

function restOfId(typed: string, after: string): number {
  return typed === '' ? 0 : (/^[\p{L}\p{N}.-]*[\p{L}\p{N}]/u.exec(after)?.[0].length ?? 0)
}

/** What is typed without its last digits: a client that takes them back still finds the others. */
function stem(typed: string): string {
  return typed.replace(/\d+$/, '')
}

function mentionItems(place: Place, begun: Begun, items: readonly Item[]): readonly CompletionItem[] {
  const range = rangeOf(place, begun.start, begun.end)
  const bracketed = begun.bracket ? bracketedPrefixes(place.context.spec) : new Set<string>()
  return items.map((item, index) => {
    const { text } = item.id
    return {
      label: text,
      labelDetails: { description: shorten(item.text, DESCRIPTION_LENGTH) },
      detail: item.retired ? `retired ${ROLE_NAMES[item.role]}` : ROLE_NAMES[item.role],
      data: dataOf(place, { uri: place.context.file.uri, key: item.id.key }),
      kind: CompletionItemKind.Reference,
      ...(item.retired ? { tags: [CompletionItemTag.Deprecated] } : {}),
      sortText: sortKey(index),
      filterText: `${begun.bracket ? '[' : ''}${text} ${shorten(item.text, FILTER_LENGTH)}`,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: bracketed.has(item.id.prefix) ? `[${text}]` : text },
    }
  })
}

/** Prefixes whose IDs the document names in brackets: most mentions do; with none, most definitions. */
function bracketedPrefixes(spec: SpecDocument): ReadonlySet<string> {
  const mentioned = new Map<string, number>()
  for (const { id, implied } of spec.references) {
    if (!implied) mentioned.set(id.prefix, (mentioned.get(id.prefix) ?? 0) + vote(spec, id.span.start))
  }
  const defined = new Map<string, number>()
  for (const { id } of spec.items) {
    defined.set(id.prefix, (defined.get(id.prefix) ?? 0) + vote(spec, id.span.start))
  }
  return new Set(
    [...defined].filter(([prefix, votes]) => (mentioned.get(prefix) || votes) > 0).map(([prefix]) => prefix),
  )
}

function vote(spec: SpecDocument, start: number): number {
  return spec.text.charAt(start - 1) === '[' ? 1 : -1
}
