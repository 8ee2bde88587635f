import * as v from 'valibot'
import { nearest } from '../rules/support/nearest'

// Messages here follow the name of what they speak of: `"root" must be true or false.`

/** `"a", "b" or "c"`. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => JSON.stringify(name))
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** ` Did you mean "error"?`, or nothing where no name is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const meant = names.find((name) => isShortFor(name, word)) ?? nearest(word, names)
  return meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`
}

/** `warn` for `warning`, `information` for `info`: too far apart to be a slip, and what other tools say. */
function isShortFor(name: string, word: string): boolean {
  const [long, short] = name.length < word.length ? [word, name] : [name, word]
  return short.length > 2 && long.toLowerCase().startsWith(short.toLowerCase())
}

/** `Known: "a", "b".` */
export function known(names: readonly string[]): string {
  return `Known: ${names.map((name) => JSON.stringify(name)).join(', ')}.`
}

/** One of a few words. */
export function choice<const T extends readonly string[]>(names: T) {
  return v.picklist(names, ({ input }) => mustBe(listed(names), input, names))
}

/** A word that is one of `names`, or something else that `wanted` tells. */
export function mustBe(wanted: string, input: unknown, names: readonly string[]): string {
  return `must be ${wanted}.${typeof input === 'string' ? didYouMean(input, names) : ''}`
}

/**
 * A text with something in it, of at most `most` UTF-16 code units.
 *
 * @param allowed what it must match; not a blank text. The JSON Schema can have one pattern only
 */
export function text(
  wanted: string,
  most: number,
  [allowed, problem]: readonly [RegExp, string] = [/\S/u, `must be ${wanted}: it is blank.`],
) {
  return v.pipe(
    v.string(`must be ${wanted}.`),
    v.nonEmpty(`must be ${wanted}: it is empty.`),
    v.maxLength(most, `is longer than ${most} characters.`),
    v.regex(allowed, problem),
  )
}

/** Known keys; those that may be left out are `optional`. */
export function keys<T extends v.ObjectEntries>(message: string, entries: T) {
  const names = Object.keys(entries)
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isRecord, message),
    // All at once: the schema library tells the first only.
    rejectKeys(
      (key) => !names.includes(key),
      (key) => unknownKey(key, names),
    ),
    v.strictObject(entries, ({ expected }) => `must have ${expected}.`),
  )
}

/** A value for each of at most `most` names. */
export function mapping<T extends v.GenericSchema>(message: string, value: T, most: number) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isRecord, message),
    v.maxEntries(most, tooMany(most)),
    rejectKeys(
      (key) => LEFT_OUT.includes(key),
      () => 'cannot be a name here.',
    ),
    v.record(v.string(), value),
  )
}

/** Names that the schema library passes over. */
const LEFT_OUT: readonly string[] = ['__proto__', 'prototype', 'constructor']

/** At most `most` values. None is looked at where there are more: a hundred thousand mistakes are one. */
export function list<T extends v.GenericSchema>(message: string, value: T, most: number) {
  return v.pipe(v.array(v.unknown(), message), v.maxLength(most, tooMany(most)), v.array(value))
}

function tooMany(most: number) {
  return ({ received }: { readonly received: string }) =>
    `has ${received} entries: it may have ${most}. It is left out.`
}

function unknownKey(key: string, names: readonly string[]): string {
  const hint = didYouMean(key, names)
  return `${NOTHING}${hint === '' ? ` ${known(names)}` : hint}`
}

function rejectKeys(isWrong: (key: string) => boolean, messageOf: (key: string) => string) {
  return v.rawCheck<Readonly<Record<string, unknown>>>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const wrong = Object.entries(dataset.value).filter(([key]) => isWrong(key))
    for (const [place, [key, value]] of wrong.entries()) {
      // Looking for a name that is near takes long, and nobody reads the hundredth.
      const message = place < MOST_LOOKED_INTO ? messageOf(key) : NOTHING
      addIssue({ message, path: [{ type: 'object', origin: 'key', input: dataset.value, key, value }] })
    }
  })
}

const MOST_LOOKED_INTO = 100
const NOTHING = 'means nothing here.'

/** Lists are objects to the schema library. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
