/** How much of an ID or a title is held against a pattern; what marks a spec stands at the beginning. */
const TEXT_LENGTH = 200
const PATTERN_LENGTH = 200
/** Ways that a matcher which tries them one by one may have at most: a fraction of a second. */
const MAX_WAYS = 100_000_000

/**
 * A pattern of a template, which may come from anyone: looks at the first 200 code units of a text, and was seen by
 * `patternProblem` to have few ways to match them.
 */
export class TemplatePattern extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    return super.exec(text.slice(0, TEXT_LENGTH))
  }
}

/**
 * Why a pattern cannot serve, `undefined` where it can. Refused is what makes a backtracking matcher run for ever:
 * repeats in a repeated group, references to groups, looking around, and too many repeats and alternatives one after
 * another. Takes linear time.
 */
export function patternProblem(pattern: string): string | undefined {
  if (!compiles(pattern)) return 'is not a regular expression'
  if (pattern.length > PATTERN_LENGTH) return `is longer than ${PATTERN_LENGTH} characters`
  const tokens = [...pattern.matchAll(TOKEN)].map(([token]) => token)
  if (tokens.some((token) => REFERENCE.test(token))) return 'refers to a group: that may take too long'
  if (tokens.some((token) => LOOK_AROUND.test(token))) return 'looks around: that may take too long'
  const ways = countWays(tokens)
  if (ways === undefined)
    return 'repeats a group that holds a repeat or an alternative: that may take too long'
  if (ways <= MAX_WAYS) return undefined
  return 'may take too long: begin it with "^", and use counts such as {1,9} instead of "*" and "+"'
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

/** Escapes, classes, openings of groups, quantifiers, and single characters, of a pattern that compiles. */
const TOKEN =
  /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu
const REFERENCE = /^\\(?:[1-9]|k)/
const LOOK_AROUND = /^\(\?<?[=!]/
const QUANTIFIER = /^(?:[*+?]|\{\d)/

/** A group that is still open, or the whole. */
interface Open {
  /** Of the alternatives that are complete. */
  ways: number
  /** Of the alternative that is being read. */
  current: number
  /** Whether nothing in it leaves a choice or repeats. */
  flat: boolean
}

/**
 * An upper bound of the ways in which a matcher may try the pattern on a text: those of parts in a row multiply, those
 * of alternatives add up. `undefined` where a repeat of what itself has a choice makes them grow exponentially.
 */
function countWays(tokens: readonly string[]): number | undefined {
  const around: Open[] = []
  let open: Open = { ways: 0, current: startsOf(tokens[0]), flat: true }
  /** Ways of the part read last, to which a quantifier belongs. */
  let last: { readonly ways: number; readonly flat: boolean } = { ways: 1, flat: true }
  for (const [place, token] of tokens.entries()) {
    if (QUANTIFIER.test(token)) {
      const most = mostOf(token)
      if (most > 1 && !last.flat) return undefined
      open.current *= most === 1 ? (last.ways + 1) / last.ways : most
      open.flat = false
    } else if (token === '|') {
      open.ways += open.current
      open.current = around.length === 0 ? startsOf(tokens[place + 1]) : 1
      open.flat = false
    } else if (token.startsWith('(')) {
      around.push(open)
      open = { ways: 0, current: 1, flat: true }
    } else if (token === ')') {
      last = { ways: open.ways + open.current, flat: open.flat }
      open = around.pop() ?? open
      open.current *= last.ways
      open.flat &&= last.flat
    } else last = { ways: 1, flat: true }
  }
  return open.ways + open.current
}

/** Places at which a match of an alternative may begin, by its first token. */
function startsOf(token: string | undefined): number {
  return token === '^' ? 1 : TEXT_LENGTH
}

/** How often it lets a part stand, at least 1: a part that may not stand at all must not make the rest count as nothing. */
function mostOf(quantifier: string): number {
  if (quantifier.startsWith('?')) return 1
  const [, least, comma, most] = quantifier.match(/^\{(\d+)(,?)(\d*)\}/) ?? []
  if (least === undefined) return TEXT_LENGTH
  if (comma === '') return Math.max(1, Number(least))
  return most ? Math.max(1, Number(most)) : Math.max(Number(least), TEXT_LENGTH)
}
