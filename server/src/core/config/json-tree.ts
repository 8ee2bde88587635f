import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'

/** A place in a JSON text, and what is wrong there. Offsets count UTF-16 code units. */
export interface PlacedProblem {
  readonly message: string
  readonly start: number
  readonly end: number
}

export interface JsonFile {
  /** What the file is called in a message: `config`. */
  readonly name: string
  /** Longer texts are refused, in UTF-16 code units. */
  readonly maxLength: number
}

/**
 * The object that a JSON text is, comments and trailing commas allowed, or the one thing that is wrong with it.
 *
 * @throws {RangeError} where it is nested so deeply that the stack does not suffice: see {@link guardNesting}
 */
export function objectOf(
  text: string,
  { name, maxLength }: JsonFile,
): { readonly tree: Node } | { readonly problem: PlacedProblem } {
  const problem = (message: string, start = 0, end = 0) => ({ problem: { message, start, end } })
  if (text.length > maxLength) return problem(`The ${name} is too large: it was not read.`)
  if (/^\s*$/.test(text)) return problem(`The ${name} is empty: it must be an object, { … }.`)
  const errors: ParseError[] = []
  // A byte-order mark is no JSON; a blank in its place keeps the offsets.
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true })
  const [error] = errors
  if (error !== undefined) {
    const place = placeOf(text, error.offset, error.length)
    return problem(`${syntaxMessage(error)} The ${name} was not read.`, ...place)
  }
  if (tree?.type !== 'object') {
    const place = tree === undefined ? [] : placeOf(text, tree.offset, tree.length)
    return problem(`The ${name} must be an object: { … }.`, ...place)
  }
  return { tree }
}

/** What `read` makes of a JSON text, or what `refuse` makes of the problem where it is nested too deeply. */
export function guardNesting<T>(name: string, read: () => T, refuse: (problem: PlacedProblem) => T): T {
  try {
    return read()
  } catch (error) {
    // Parser and reader recurse: thousands of brackets exhaust the stack.
    if (!(error instanceof RangeError)) throw error
    return refuse({ message: `The ${name} is nested too deeply: it was not read.`, start: 0, end: 0 })
  }
}

/** Where a node stands. */
export function extent(node: Node): { start: number; end: number } {
  return { start: node.offset, end: node.offset + node.length }
}

/** An error at the end of the text has no length: its place is then the last character that is no blank. */
function placeOf(text: string, offset: number, length: number): [start: number, end: number] {
  if (length > 0 || offset < text.length) return [offset, Math.max(offset + length, offset + 1)]
  const last = text.trimEnd().length
  return [Math.max(0, last - 1), last]
}

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value.',
  InvalidNumberFormat: 'This number is not valid JSON.',
  PropertyNameExpected: 'A property name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A ":" is expected here.',
  CommaExpected: 'A "," is expected here.',
  CloseBraceExpected: 'A "}" is missing.',
  CloseBracketExpected: 'A "]" is missing.',
  EndOfFileExpected: 'Nothing may follow the closing "}".',
  UnexpectedEndOfComment: 'The comment is not closed.',
  UnexpectedEndOfString: 'The text is not closed: a double quote is missing.',
}

function syntaxMessage(error: ParseError): string {
  const code = printParseErrorCode(error.error)
  return SYNTAX_MESSAGES[code] ?? `This is not valid JSON (${code}).`
}

/** More marks than that help nobody. */
const MOST_PROBLEMS = 100

/** Problems by place, and of too many the first ones and their number. */
export function limited(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const sorted = [...problems].sort((a, b) => a.start - b.start)
  const next = sorted[MOST_PROBLEMS]
  if (next === undefined) return sorted
  const message = `${sorted.length - MOST_PROBLEMS} more mistakes from here on are not listed.`
  return [...sorted.slice(0, MOST_PROBLEMS), { ...next, message }]
}
