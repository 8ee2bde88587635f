import type { Span } from '../template/template'
import { afterLineEnd, lineEnd, lineStart } from '../text/lines'
import type { Suppression } from './spec-document'

/** No one writes more; a comment is not read beyond. */
const LONGEST_COMMENT = 4000

const COMMENT = /<!--\s*specmark-([^\s>]+?)(?=\s|-->)(.*?)-->/gs

interface Found {
  readonly kind: Suppression['kind']
  readonly rules: readonly string[]
  readonly reason: string
  readonly span: Span
}

/**
 * What the comments of a document switch off, in document order. A region reaches from its comment to the `enable` that
 * names its rules or none, else to the end; one that is ended for some of its rules only is two.
 *
 * @param html where HTML stands; a comment in code is text
 */
export function readSuppressions(text: string, html: readonly Span[]): readonly Suppression[] {
  if (!text.includes('specmark-')) return []
  const found: Found[] = []
  for (const { start, end } of html) {
    for (const match of text.slice(start, end).matchAll(COMMENT)) {
      const [comment, name = '', said = ''] = match
      if (comment.length > LONGEST_COMMENT) continue
      const at = start + match.index
      found.push({ kind: kindOf(name), ...contentOf(said), span: { start: at, end: at + comment.length } })
    }
  }
  const ends = new RegionEnds(text.length)
  return found
    .reverse()
    .flatMap((one) => withCover(one, ends, text))
    .reverse()
}

/** Where a region ends; asked from the last comment of a document to the first, so that each is looked at once. */
class RegionEnds {
  private readonly byRule = new Map<string, number>()

  constructor(private all: number) {}

  enable({ rules, span }: Found): void {
    if (rules.length === 0) {
      this.all = span.start
      this.byRule.clear()
    } else for (const rule of rules) this.byRule.set(rule, span.start)
  }

  endOf(rule: string): number {
    return this.byRule.get(rule) ?? this.all
  }

  get endOfAll(): number {
    return this.all
  }
}

function kindOf(name: string): Suppression['kind'] {
  switch (name) {
    case 'disable-next-line':
      return 'next-line'
    case 'disable-line':
      return 'line'
    case 'disable-file':
      return 'file'
    case 'disable':
    case 'enable':
      return name
    default:
      return 'unknown'
  }
}

function contentOf(said: string): { rules: readonly string[]; reason: string } {
  const split = /(?:^|\s)--(?:\s|$)/.exec(said)
  const names = split === null ? said : said.slice(0, split.index)
  const reason = split === null ? '' : said.slice(split.index + split[0].length)
  return { rules: names.split(/[\s,]+/).filter((name) => name !== ''), reason: reason.trim() }
}

function withCover(found: Found, ends: RegionEnds, text: string): Suppression[] {
  const { start, end } = found.span
  switch (found.kind) {
    case 'file':
      return [{ ...found, covers: { start: 0, end: text.length } }]
    case 'line':
      return [{ ...found, covers: { start: lineStart(text, start), end: lineEnd(text, end) } }]
    case 'next-line':
      return [{ ...found, covers: nextLine(text, end) }]
    case 'unknown':
      return [{ ...found, covers: found.span }]
    case 'enable':
      ends.enable(found)
      return [{ ...found, covers: found.span }]
    case 'disable':
      return regions(found, ends)
  }
}

/** The next line that is not blank: Markdown wants a blank line between a comment and a list. */
function nextLine(text: string, from: number): Span {
  let start = afterLineEnd(text, lineEnd(text, from))
  let end = lineEnd(text, start)
  while (end < text.length && text.slice(start, end).trim() === '') {
    start = afterLineEnd(text, end)
    end = lineEnd(text, start)
  }
  return { start, end }
}

function regions(found: Found, ends: RegionEnds): Suppression[] {
  const { start } = found.span
  if (found.rules.length === 0) return [{ ...found, covers: { start, end: ends.endOfAll } }]
  const byEnd = new Map<number, string[]>()
  for (const rule of found.rules) {
    const end = ends.endOf(rule)
    const rules = byEnd.get(end)
    if (rules) rules.push(rule)
    else byEnd.set(end, [rule])
  }
  return [...byEnd].map(([end, rules]) => ({ ...found, rules, covers: { start, end } }))
}
