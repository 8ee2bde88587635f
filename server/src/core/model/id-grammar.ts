import type { ItemKind } from '../template/template'

/** An ID found in a text; `start` and `end` are offsets in the text that was searched. */
export interface FoundId {
  /** As written, without brackets: `REQ-ALD-006`, `Task 1.1`. */
  readonly text: string
  /** Equal for IDs that mean the same item; see {@link idKey}. */
  readonly key: string
  /** Upper case. */
  readonly prefix: string
  readonly area: string
  readonly number: string
  readonly suffix: string
  readonly kind: ItemKind
  readonly start: number
  readonly end: number
  /**
   * Written in a way that words have too (`ac1`, `req-1`, `AC1`): where it opens an item it is an ID, elsewhere only
   * where such an item is defined.
   */
  readonly weak: boolean
}

/** Where a known prefix stands; what follows it is not looked at yet. */
export interface FoundPrefix {
  readonly start: number
  readonly end: number
  readonly kind: ItemKind
}

/** Finds IDs of a template's kinds. Stateless. */
export interface IdGrammar {
  kind(prefix: string): ItemKind | undefined
  /** Known prefixes in a text that something which may be an ID follows, in order. Linear in the text. */
  prefixes(text: string): Iterable<FoundPrefix>
  /** The known prefix that begins at an offset. */
  prefixAt(text: string, at: number): FoundPrefix | undefined
  /** The well-formed ID that begins with this prefix. */
  idAt(text: string, prefix: FoundPrefix): FoundId | undefined
}

/** No one writes a longer ID; what is longer is not looked into. */
const LONGEST_ID = 64

const HYPHENS = '-\u2010\u2011'
const HYPHEN = new RegExp(`[${HYPHENS}]`, 'g')

/**
 * The grammar of IDs, for kinds with the prefixes given:
 *
 *     ID     = prefix separator? *(area "-") number
 *     area   = letters and digits in upper case
 *     number = [letters] digits *("." digits) [letter]
 *
 * Without a separator the prefix must be in upper case (`AC1`); a blank separates only in kinds that the template
 * writes so (`Task 1.1`), and then the prefix begins with a capital.
 */
export function createIdGrammar(kinds: readonly ItemKind[]): IdGrammar {
  const byPrefix = new Map<string, ItemKind>()
  for (const kind of kinds) {
    const prefix = kind.prefix.toUpperCase()
    if (/^[A-Z][A-Z0-9]*$/.test(prefix) && !byPrefix.has(prefix)) byPrefix.set(prefix, kind)
  }
  const names = [...byPrefix.keys()].sort((a, b) => b.length - a.length).join('|')
  const source = names === '' ? '(?!)' : `(?:${names})(?=[${HYPHENS}\u2013_ \\d])`
  const anywhere = new RegExp(`(?<![${HYPHENS}A-Za-z0-9_@\\\\])${source}`, 'gi')
  const here = new RegExp(`^${source}`, 'i')
  // A prefix, and the character behind it.
  const longest = Math.max(0, ...[...byPrefix.keys()].map((name) => name.length)) + 1

  const found = (start: number, written: string): FoundPrefix | undefined => {
    const kind = byPrefix.get(written.toUpperCase())
    return kind && { start, end: start + written.length, kind }
  }
  return {
    kind: (prefix) => byPrefix.get(prefix.toUpperCase()),
    *prefixes(text) {
      for (const match of text.matchAll(anywhere)) {
        const prefix = found(match.index, match[0])
        if (prefix) yield prefix
      }
    },
    prefixAt(text, at) {
      const match = here.exec(text.slice(at, at + longest))
      return match ? found(at, match[0]) : undefined
    },
    idAt,
  }
}

/**
 * Finds each place where an ID may be read that counts as the first of an item's (see `firstItems`), whatever markup stands
 * around it, and others: what the grammar reads has blanks where there was markup. Flags `gi`; linear in the text.
 */
export function roughIds(kinds: readonly ItemKind[]): RegExp {
  const names = kinds.filter(({ prefix }) => /^[a-z][a-z0-9]*$/i.test(prefix))
  const joined = (some: readonly ItemKind[]) => some.map(({ prefix }) => prefix).join('|')
  const spaced = names.filter(isSpaced)
  const sources = [
    ...(names.length === 0
      ? []
      : [`(?:${joined(names)})(?:[${HYPHENS}][${HYPHENS}A-Za-z0-9.]{0,${LONGEST_ID}}?)?\\d`]),
    ...(spaced.length === 0 ? [] : [`(?:${joined(spaced)})[^A-Za-z0-9\\r\\n]\\d+\\.\\d`]),
  ]
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), 'gi')
}

function idAt(text: string, { start, end, kind }: FoundPrefix): FoundId | undefined {
  const written = text.slice(start, end)
  const upper = written === written.toUpperCase()
  const separator = text[end] ?? ''
  const from = HYPHENS.includes(separator) || separator === ' ' ? end + 1 : end
  if (separator === ' ' && !(isSpaced(kind) && startsWithCapital(written))) return undefined
  if (from === end && !upper) return undefined
  const tail = (separator === ' ' || from === end ? plainTail : hyphenTail)(text, from)
  if (tail === undefined || !endsThere(text, from + tail.length)) return undefined
  const weak = from === end || !(upper || written === kind.prefix)
  const parts = splitTail(tail, written === written.toLowerCase())
  if (parts === undefined) return undefined
  const prefix = written.toUpperCase()
  const stop = from + tail.length
  return {
    text: text.slice(start, stop),
    key: idKey(prefix, tail),
    prefix,
    ...parts,
    kind,
    start,
    end: stop,
    weak,
  }
}

/** Whether the template puts a blank between prefix and number. */
function isSpaced(kind: ItemKind): boolean {
  return kind.shape?.separator === ' '
}

function startsWithCapital(word: string): boolean {
  return word[0] !== word[0]?.toLowerCase()
}

function plainTail(text: string, from: number): string | undefined {
  return match(/^\d+(?:\.\d+)*[A-Za-z]?/, text, from)
}

function hyphenTail(text: string, from: number): string | undefined {
  return match(/^[A-Za-z0-9]+(?:[-\u2010\u2011][A-Za-z0-9]+)*(?:\.\d+)*[A-Za-z]?/, text, from)
}

function match(pattern: RegExp, text: string, from: number): string | undefined {
  const found = pattern.exec(text.slice(from, from + LONGEST_ID + 1))?.[0]
  return found !== undefined && found.length <= LONGEST_ID ? found : undefined
}

/** An ID ends where no word, no slug (`REQ-001-login`) and no file name (`REQ-001.md`) goes on. */
function endsThere(text: string, at: number): boolean {
  const next = text[at] ?? ''
  if (/[A-Za-z0-9_]/.test(next)) return false
  const after = text[at + 1] ?? ''
  if (next !== '' && HYPHENS.includes(next)) return !/[A-Za-z0-9]/.test(after)
  return !(next === '.' && /[a-z0-9]/.test(after))
}

function splitTail(
  tail: string,
  lowerCase: boolean,
): { area: string; number: string; suffix: string } | undefined {
  const parts = /^(.*?)(\d+)([A-Za-z]?)$/s.exec(tail)
  if (parts === null) return undefined
  const [, before = '', number = '', suffix = ''] = parts
  if (!(lowerCase ? /^[a-z0-9.\u2010\u2011-]*$/ : /^[A-Z0-9.\u2010\u2011-]*$/).test(before)) return undefined
  return { area: before.replace(/[-.\u2010\u2011]$/, ''), number, suffix }
}

/**
 * What equality of IDs goes by: prefix and rest joined by `-`, in upper case, with plain hyphens, without leading
 * zeros. `AC1`, `ac-01` and `AC-001` are one; `Task 1.1` and `TASK-1.1` are one.
 */
function idKey(prefix: string, rest: string): string {
  const unified = rest.toUpperCase().replace(HYPHEN, '-')
  return `${prefix.toUpperCase()}-${unified.replace(/(^|[^0-9])0+(?=[0-9])/g, '$1')}`
}
