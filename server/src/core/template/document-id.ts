import type { DocumentIdPattern } from './template'

/** A stretch of a shape: text that stays, or something that varies. */
export interface ShapePart {
  readonly type: 'text' | 'date' | 'number' | 'words'
  readonly source: string
}

const PART = /\[(?<inside>[^[\]]+)\]|(?<date>YYYY-MM-DD)|(?<number>(?<!\p{L})(?:N+|X+)(?!\p{L})|\d+)/gu

/**
 * What a shape such as `SPEC-[YYYY-MM-DD]-[NUMBER]` is made of: a date is `YYYY-MM-DD`, a number is `NUMBER`, digits or a
 * run of N or X, and any other text in brackets (`[AREA]`) is words.
 */
export function shapeParts(shape: string): readonly ShapePart[] {
  const parts: ShapePart[] = []
  let end = 0
  for (const match of shape.matchAll(PART)) {
    const [source] = match
    if (match.index > end) parts.push({ type: 'text', source: shape.slice(end, match.index) })
    parts.push({ type: typeOf(source, match.groups ?? {}), source })
    end = match.index + source.length
  }
  if (end < shape.length) parts.push({ type: 'text', source: shape.slice(end) })
  return parts
}

function typeOf(
  source: string,
  { inside, date, number }: Record<string, string | undefined>,
): ShapePart['type'] {
  if (date !== undefined || inside === 'YYYY-MM-DD') return 'date'
  return number !== undefined || isNumber(inside ?? source) ? 'number' : 'words'
}

function isNumber(inside: string): boolean {
  return /^(?:N+|X+|#+|\d+|number|num|no)$/iu.test(inside)
}

const PATTERNS = {
  date: '\\d{4}-\\d{2}-\\d{2}',
  number: '\\d+',
  words: '[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*',
} as const

/**
 * The pattern that a shape stands for; words are letters and digits joined by hyphens.
 *
 * @param recognise the front matter's, if it gives one
 * @returns `undefined` for a shape that has nothing variable: it is one document's ID, or no ID
 */
export function documentIdOf(shape: string, recognise: RegExp | undefined): DocumentIdPattern | undefined {
  const parts = shapeParts(shape)
  if (parts.every(({ type }) => type === 'text')) return undefined
  const sources = parts.map((part, place) => {
    if (part.type === 'text') return escaped(part.source)
    const source = PATTERNS[part.type]
    // A regular expression has each group name once.
    const isFirst = parts.findIndex(({ type }) => type === part.type) === place
    return part.type === 'words' || !isFirst ? source : `(?<${part.type}>${source})`
  })
  const pattern = new RegExp(`^${sources.join('')}$`, 'u')
  return { shape, pattern, recognise: recognise ?? pattern }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Digits of the first number of a shape that does not say how many it wants. */
const WIDTH = 3

/**
 * The first document ID of a day in the shape of a pattern: `SPEC-2026-01-15-001`.
 *
 * @param today `YYYY-MM-DD`
 * @returns `undefined` for a shape with words, which only its author knows
 */
export function firstDocumentId({ shape }: DocumentIdPattern, today: string): string | undefined {
  const parts = shapeParts(shape)
  if (parts.some(({ type }) => type === 'words')) return undefined
  return parts
    .map(({ type, source }) => {
      if (type === 'date') return today
      return type === 'number' ? '1'.padStart(widthOf(source), '0') : source
    })
    .join('')
}

/** `NNNN`, `[XX]`, `[##]` and `0001` show how many digits; `[NUMBER]` does not. */
function widthOf(source: string): number {
  const digits = /^\[?(N+|X+|#+|\d+)\]?$/iu.exec(source)?.[1]
  return digits === undefined || digits.length < 2 ? WIDTH : digits.length
}
