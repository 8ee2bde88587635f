import type { ParagraphFacts, Placed, QuoteFacts } from '../facts'
import { LineScanner } from '../line-scanner'
import { plainProse } from './plain-prose'

/** What surely begins a paragraph, or goes on with one. */
const TEXT = /^(?:\*\*|_|\*(?! )|`(?!``))?["“(]?\[?[\p{L}!]/u
const LOOKED_AT = 40

/**
 * A quote of paragraphs in which every line begins with `>`. `undefined` where it is anything else.
 *
 * @param text a block, from the start of its first line on
 */
export function plainQuote(text: string, margin: number): Placed<QuoteFacts> | undefined {
  const ranges = paragraphsIn(text, margin)
  const last = ranges?.at(-1)
  if (ranges === undefined || last === undefined) return undefined
  const offset = text.indexOf('>')
  const children: Placed<ParagraphFacts>[] = []
  for (const { start, end } of ranges) {
    // White space at the end of a quote's paragraph is text at times.
    const prose = /[ \t]$/.test(text.slice(start, end))
      ? undefined
      : plainProse(text, start, end, { margin, quoted: true })
    if (prose === undefined) return undefined
    const facts = { type: 'paragraph' as const, length: end - start, prose: { offset: 0, ...prose } }
    children.push({ offset: start - offset, facts })
  }
  return { offset, facts: { type: 'quote', length: last.end - offset, children } }
}

interface Range {
  readonly start: number
  end: number
}

function paragraphsIn(text: string, margin: number): readonly Range[] | undefined {
  const line = new LineScanner(text, 0, margin)
  const ranges: Range[] = []
  let isOpen = false
  while (line.advance()) {
    if (line.isBlank) continue
    if (text[line.first] !== '>' || line.indent >= 4) return undefined
    const from = startOf(text, line.first + 1, line.end)
    if (from === line.end) {
      isOpen = false
      continue
    }
    const start = text.slice(from, Math.min(line.end, from + LOOKED_AT))
    // White space after the one blank that belongs to the mark might be the indent of code.
    if (from - line.first > 3 || !TEXT.test(start) || start.includes(']:')) return undefined
    const last = ranges.at(-1)
    if (isOpen && last !== undefined) last.end = line.end
    else ranges.push({ start: from, end: line.end })
    isOpen = true
  }
  return isOpen ? ranges : undefined
}

function startOf(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text[at] === ' ') at++
  return at
}
