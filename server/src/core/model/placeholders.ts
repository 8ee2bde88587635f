import type { Lexicon } from './lexicon'

/** A placeholder text of the template; offsets count from the start of the text that was searched. */
export interface FoundPlaceholder {
  readonly start: number
  readonly end: number
  /** As the template has it. */
  readonly text: string
}

/** Placeholders that count anywhere in prose: those in brackets. The longest at a place wins; none overlap. */
export function findBracketed(text: string, { bracketed }: Lexicon): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = []
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const from = found[found.length - 1]?.end ?? 0
    for (const { text: wanted, bracket } of bracketed.get(text.slice(at, at + 2)) ?? []) {
      const start = at - bracket
      if (start < from || !text.startsWith(wanted, start)) continue
      found.push({ start, end: start + wanted.length, text: wanted })
      break
    }
  }
  return found
}

/** The placeholder without brackets that `text[from, to)`, trimmed already, is as a whole. */
export function wholePlaceholder(
  text: string,
  from: number,
  to: number,
  { whole, longestWhole }: Lexicon,
): FoundPlaceholder | undefined {
  if (to <= from || to - from > longestWhole) return undefined
  const definition = whole.get(text.slice(from, to))
  return definition && { start: from, end: to, text: definition.text }
}
