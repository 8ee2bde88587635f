import type { SpecDocument, Suppression } from '../../model/spec-document'
import { afterLineEnd, lineEnd, lineStart } from '../../text/lines'
import type { Edit, Fix } from '../rule'

/** A fix that takes rules out of a suppression, or the whole comment where it names no other: without a rule it is for all. */
export function removing(
  { text, suppressions }: SpecDocument,
  suppression: Suppression,
  rules: readonly string[],
): Fix {
  // A comment whose rules end at different places is several suppressions.
  const named = suppressions
    .filter(({ span }) => span.start === suppression.span.start)
    .flatMap((one) => one.rules)
  if (named.every((rule) => rules.includes(rule))) {
    return { title: 'Remove this comment', edits: () => [withoutComment(text, suppression)] }
  }
  return {
    title: `Remove ${rules.join(', ')} from the comment`,
    edits: () => [withoutRules(text, suppression, rules)],
  }
}

/** Edits that leave the other names, what parts them and the reason as they are. */
function withoutRules(text: string, { span }: Suppression, rules: readonly string[]): Edit {
  const source = text.slice(span.start, span.end)
  const reason = source.search(/\s--\s/)
  const command = reason < 0 ? source : source.slice(0, reason)
  const kept = command.replace(/(,?\s+|,)([^\s,>]+)(?=[\s,]|-->|$)/g, (all, _, name: string) =>
    rules.includes(name) ? '' : all,
  )
  const written = kept.replace(/(specmark-[a-z-]+),/, '$1')
  return { span: { start: span.start, end: span.start + command.length }, text: written }
}

/** With its line where nothing else stands there, and one of two blank lines around it; else with the blanks before it. */
function withoutComment(text: string, { span }: Suppression): Edit {
  const start = lineStart(text, span.start)
  const end = lineEnd(text, span.end)
  const before = text.slice(start, span.start)
  if (before.replace('\uFEFF', '').trim() !== '' || text.slice(span.end, end).trim() !== '') {
    return { span: { start: start + before.trimEnd().length, end: span.end }, text: '' }
  }
  const from = text.startsWith('\uFEFF') ? Math.max(1, start) : start
  const next = afterLineEnd(text, end)
  const blank = lineEnd(text, next)
  const isApart = isBlankBefore(text, from) && blank > end && text.slice(next, blank).trim() === ''
  return { span: { start: from, end: isApart ? afterLineEnd(text, blank) : next }, text: '' }
}

/** The line before is blank, closes the front matter, or is none. */
function isBlankBefore(text: string, start: number): boolean {
  const line = text.slice(lineStart(text, Math.max(0, start - 1)), Math.max(0, start - 1))
  return /^[\uFEFF\s]*(?:---)?\s*$/.test(line)
}
