import type { SpecDocument, Suppression } from '../model/spec-document'
import type { Span } from '../template/template'
import { lastStartingBefore } from '../text/search'

/** What the comments of a document silence, and which of them have silenced anything. */
export interface Suppressions {
  /** Whether a comment silences a rule at a place. One that does counts as used. */
  silences(rule: string, span: Span): boolean
  /**
   * Comments, and rules of them, that have silenced nothing so far.
   *
   * @param heard names of the rules that have said all that they had to say: of others nothing is known
   * @param isAll whether no rule has said less than it would have, knowing more: else nothing is known of comments for all
   */
  unused(heard: ReadonlySet<string>, isAll: boolean): readonly UnusedSuppression[]
}

/** A comment, and what of it silenced nothing. */
export interface UnusedSuppression {
  readonly suppression: Suppression
  /** The rules named in vain; `[]` where it names none. */
  readonly rules: readonly string[]
}

/** A rule that a comment names, `''` for every rule, and where it is silenced. */
interface Silence {
  readonly rule: string
  readonly span: Span
  used: boolean
}

/** Silences that touch each other: looked up as one. */
interface Stretch {
  readonly start: number
  end: number
  readonly silences: Silence[]
}

const EVERY_RULE = ''

/** Sorts a document's comments by the rules that they silence once, so that many findings beside many comments stay cheap. */
export function suppressedIn({ suppressions, text }: SpecDocument): Suppressions {
  const comments = suppressions
    .filter(({ kind }) => kind !== 'enable' && kind !== 'unknown')
    .map((suppression) => ({ suppression, silences: silencesOf(suppression, text.length) }))
  const byRule = new Map<string, Silence[]>()
  for (const silence of comments.flatMap(({ silences }) => silences)) {
    const known = byRule.get(silence.rule)
    if (known === undefined) byRule.set(silence.rule, [silence])
    else known.push(silence)
  }
  const stretches = new Map([...byRule].map(([rule, silences]) => [rule, join(silences)]))
  return {
    silences(rule, span) {
      let isSilent = false
      for (const name of [EVERY_RULE, rule]) {
        for (const silence of covering(stretches.get(name) ?? [], span, text.length)) {
          silence.used = true
          isSilent = true
        }
      }
      return isSilent
    },
    unused: (heard, isAll) =>
      comments.flatMap(({ suppression, silences }) => {
        const idle = silences.filter(
          ({ rule, used }) => !used && (rule === EVERY_RULE ? isAll : heard.has(rule)),
        )
        const rules = idle.map(({ rule }) => rule).filter((rule) => rule !== EVERY_RULE)
        return idle.length === 0 ? [] : [{ suppression, rules }]
      }),
  }
}

function silencesOf({ kind, rules, covers }: Suppression, length: number): readonly Silence[] {
  const span = kind === 'file' ? { start: 0, end: length } : covers
  const named = rules.length === 0 ? [EVERY_RULE] : [...new Set(rules)]
  return named.map((rule) => ({ rule, span, used: false }))
}

function join(silences: readonly Silence[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const silence of [...silences].sort((a, b) => a.span.start - b.span.start)) {
    const { start, end } = silence.span
    const last = joined.at(-1)
    if (last === undefined || start > last.end) joined.push({ start, end, silences: [silence] })
    else {
      last.end = Math.max(last.end, end)
      last.silences.push(silence)
    }
  }
  return joined
}

function covering(stretches: readonly Stretch[], span: Span, textEnd: number): readonly Silence[] {
  const stretch = stretches[lastStartingBefore(stretches, span.start, ({ start }) => start)]
  return stretch?.silences.filter((silence) => isWithin(span, silence.span, textEnd)) ?? []
}

function isWithin(span: Span, place: Span, textEnd: number): boolean {
  // An empty span at the very end of what is covered (an empty field, the end of the text) belongs to it.
  const isAtEnd = span.start === place.end && (span.end === place.end || place.end === textEnd)
  return place.start <= span.start && (span.start < place.end || isAtEnd)
}
