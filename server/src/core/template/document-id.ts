import type { DocumentIdPattern } from './template'

/** `YYYY-MM-DD`, or a run of N, X or digits, or `NUMBER`; and text in brackets, whose meaning its words give. */
const PART = /\[(?<inside>[^[\]]+)\]|(?<date>YYYY-MM-DD)|(?<number>(?<![\p{L}])(?:N+|X+)(?![\p{L}])|\d+)/gu

/**
 * The pattern that a shape such as `SPEC-[YYYY-MM-DD]-[NUMBER]` stands for. Any other text in brackets (`[AREA]`) is
 * words of letters and digits joined by hyphens.
 *
 * @param recognise the front matter's, if it gives one
 * @returns `undefined` for a shape that has nothing variable: it is one document's ID, or no ID
 */
export function documentIdOf(shape: string, recognise: RegExp | undefined): DocumentIdPattern | undefined {
  const used = new Set<string>()
  let source = ''
  let end = 0
  for (const match of shape.matchAll(PART)) {
    source += escaped(shape.slice(end, match.index)) + partPattern(match[0], match.groups ?? {}, used)
    end = match.index + match[0].length
  }
  if (end === 0) return undefined
  const pattern = new RegExp(`^${source}${escaped(shape.slice(end))}$`, 'u')
  return { shape, pattern, recognise: recognise ?? pattern }
}

function partPattern(
  text: string,
  { inside, date, number }: Record<string, string | undefined>,
  used: Set<string>,
): string {
  if (date !== undefined || inside === 'YYYY-MM-DD') return group('date', '\\d{4}-\\d{2}-\\d{2}', used)
  if (number !== undefined || isNumber(inside ?? text)) return group('number', '\\d+', used)
  return '[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*'
}

function isNumber(inside: string): boolean {
  return /^(?:N+|X+|#+|\d+|number|num|no)$/iu.test(inside)
}

/** A regular expression has each group name once. */
function group(name: string, source: string, used: Set<string>): string {
  if (used.has(name)) return source
  used.add(name)
  return `(?<${name}>${source})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
