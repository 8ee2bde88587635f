import type { Span as MarkedSpan } from '../../markdown/facts'
import type { Passage, SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { enumerate } from '../support/wording'
import type { LinkTarget } from '../surroundings'

export const brokenLink: Rule = {
  name: 'reference/broken-link',
  summary: 'A relative link, or the heading that it names, leads nowhere.',
  reason: 'A reader who follows it finds nothing, and nobody notices until somebody needs it.',
  bad: `## Why
Members wait for [the answer](#how-we-anser).

## How we answer
By mail.
`,
  good: `## Why
Members wait for [the answer](#how-we-answer).

## How we answer
By mail.
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  reach: 'passage',
  fix: 'Takes the file or heading that is nearest to what was written.',
  asks: 'links',
  *check({ spec, surroundings }: RuleContext): Iterable<RuleFinding> {
    for (const passage of spec.passages) {
      for (const link of passage.spans) {
        if (link.type !== 'link' && link.type !== 'image') continue
        const target = surroundings.linkTarget(link.value)
        if (target === undefined || target.found === 'yes') continue
        const destination = destinationOf(spec, passage, link)
        yield {
          span: destination ?? wholeOf(passage, link),
          message: messageOf(link.value, target),
          fixes: destination === undefined ? [] : fixesOf(destination, target),
        }
      }
    }
  },
}

function messageOf(url: string, { found, nearest }: LinkTarget): string {
  const what =
    found === 'no file'
      ? `There is no “${url}”`
      : `No heading has the anchor “${url.slice(url.indexOf('#'))}”`
  return nearest.length === 0 ? what : `${what}. Did you mean ${enumerate(nearest, 'or')}?`
}

function fixesOf(span: Span, { nearest }: LinkTarget): readonly Fix[] {
  return nearest.map((url) => ({ title: `Change the link to ${url}`, edits: () => [{ span, text: url }] }))
}

function wholeOf(passage: Passage, { offset, length }: MarkedSpan): Span {
  const start = passage.start + offset
  return { start, end: start + length }
}

/** Where the destination is written; `undefined` where that is another place, or it is written with escapes. */
function destinationOf({ text }: SpecDocument, passage: Passage, link: MarkedSpan): Span | undefined {
  const { start, end } = wholeOf(passage, link)
  const source = text.slice(start, end)
  const at = source.lastIndexOf(link.value)
  if (at < 0 || !/[(<\s]$/.test(source.slice(0, at)) || !source.slice(0, at).includes('](')) return undefined
  return { start: start + at, end: start + at + link.value.length }
}
