import type { SpecDocument, Suppression } from '../model/spec-document'
import type { Span } from '../template/template'
import { lastStartingBefore } from '../text/search'

/** What the comments of a document silence, and which of them have silenced anything. */
export interface Suppressions {
  /** Whether a comment silences a rule at a place. One that does counts as used. */
  silences(rule: string, span: Span): boolean
  unused(): readonly UnusedSuppression[]
}

/** A comment, and what of it silenced nothing. */
export interface UnusedSuppression {
  readonly suppression: Suppression
  /** The rules named in vain; all of the comment's, or `[]` where it names none, if it silenced nothing at all. */
  readonly rules: readonly string[]
}

const EVERY_RULE = ''

/** Sorts a document's comments by the rules that they silence once, so that many findings beside many comments stay cheap. */
export function suppressedIn({ suppressions, text }: SpecDocument): Suppressions {
  const byRule = new Map<string, Span[]>()
  for (const { kind, rules, covers } of suppressions) {
    if (kind === 'enable') continue
    const silent = kind === 'file' ? { start: 0, end: text.length } : covers
    for (const rule of rules.length === 0 ? [EVERY_RULE] : rules) {
      const known = byRule.get(rule)
      if (known === undefined) byRule.set(rule, [silent])
      else known.push(silent)
    }
  }
  const joined = new Map([...byRule].map(([rule, spans]) => [rule, join(spans)]))
  return {
    silences: (rule, span) =>
      [EVERY_RULE, rule].some((name) => isWithin(span, joined.get(name) ?? [], text.length)),
    unused: () => [],
  }
}

/** The same places, ascending and apart. */
function join(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || span.start > last.end) joined.push(span)
    else if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end }
  }
  return joined
}

function isWithin(span: Span, places: readonly Span[], textEnd: number): boolean {
  const place = places[lastStartingBefore(places, span.start, ({ start }) => start)]
  if (place === undefined) return false
  // An empty span at the very end of what is covered (an empty field, the end of the text) belongs to it.
  return (
    span.start < place.end || (span.start === place.end && (span.end === place.end || place.end === textEnd))
  )
}
