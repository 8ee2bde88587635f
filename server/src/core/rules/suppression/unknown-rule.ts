import type { SpecDocument, Suppression } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { nearest } from '../support/nearest'
import { removing } from '../support/suppression-comment'

export const unknownRule: Rule = {
  name: 'suppression/unknown-rule',
  summary: 'A suppression names no rule, or is none by its command.',
  reason: 'It silences nothing, and whoever wrote it believes that it does.',
  bad: `## Why (Purpose & Context)
<!-- specmark-disable-next-line structure/placholder -- asked for on Monday -->
Accountants need the figures in their own tools.
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools.
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Names the rule that is nearest to it, or takes the name out of the comment; mends the command, or marks a reason as one.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const suppression of context.spec.suppressions) {
      if (suppression.kind === 'unknown') yield* misspelt(context.spec, suppression)
      else yield* unknownNames(context, suppression)
    }
  },
}

const COMMANDS = ['disable', 'disable-next-line', 'disable-line', 'disable-file', 'enable'].map(
  (command) => `specmark-${command}`,
)

/** A comment of ours that is none of its commands. */
function* misspelt(spec: SpecDocument, suppression: Suppression): Iterable<RuleFinding> {
  const { span, rules } = suppression
  const [command = ''] = /specmark-[^\s>]+?(?=\s|-->)/.exec(spec.text.slice(span.start, span.end)) ?? []
  const meant = nearest(command, COMMANDS)
  if (meant === undefined && !/^specmark-(?:dis|en)able/.test(command)) return
  const start = span.start + spec.text.slice(span.start).indexOf(command)
  const place = { start, end: start + command.length }
  yield {
    span: place,
    message: `“${command}” silences nothing. ${meant === undefined ? `There are ${COMMANDS.join(', ')}` : `Did you mean ${meant}?`}`,
    fixes: [
      ...(meant === undefined ? [] : [renaming(place, command, meant)]),
      removing(spec, suppression, rules),
    ],
  }
}

function* unknownNames({ spec, ruleNames }: RuleContext, suppression: Suppression): Iterable<RuleFinding> {
  const { span, rules } = suppression
  const source = spec.text.slice(span.start, span.end)
  const unknown = rules.filter((name) => !ruleNames.includes(name) && !name.startsWith('internal/'))
  const reason = reasonOf(suppression, unknown, source)
  if (reason !== undefined) yield unmarkedReason(spec, suppression, reason, unknown.length < rules.length)
  for (const name of reason === undefined ? unknown : unknown.filter((one) => one.includes('/'))) {
    const at = source.indexOf(name)
    const place = at < 0 ? span : { start: span.start + at, end: span.start + at + name.length }
    const meant = at < 0 ? undefined : nearest(name, ruleNames)
    yield {
      span: place,
      message: `There is no rule “${name}”${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
      fixes: [
        ...(meant === undefined ? [] : [renaming(place, name, meant)]),
        removing(spec, suppression, [name]),
      ],
    }
  }
}

/** Where several words that end a comment are those of a sentence: no rule has a name without a group. */
function reasonOf(
  { span, reason }: Suppression,
  unknown: readonly string[],
  source: string,
): Span | undefined {
  if (reason !== '' || unknown.filter((name) => !name.includes('/')).length < 2) return undefined
  const words = /(?<=[\s,])[^\s,/]+(?:[\s,]+[^\s,/]+)+(?=\s*-->$)/.exec(source)
  if (words === null) return undefined
  return { start: span.start + words.index, end: span.start + words.index + words[0].length }
}

/** @param namesRules it names a rule too; else a reason alone would silence every rule */
function unmarkedReason(
  spec: SpecDocument,
  suppression: Suppression,
  place: Span,
  namesRules: boolean,
): RuleFinding {
  const words = spec.text.slice(place.start, place.end)
  const before = { start: place.start, end: place.start }
  const mark: Fix = {
    title: 'Insert “--” before it',
    likely: true,
    edits: () => [{ span: before, text: '-- ' }],
  }
  return {
    span: place,
    message: `“${shorten(words, 40)}” are no rules: write “--” before a reason`,
    fixes: [...(namesRules ? [mark] : []), removing(spec, suppression, words.split(/[\s,]+/))],
  }
}

function renaming(span: Span, name: string, meant: string): Fix {
  return { title: `Change ${name} to ${meant}`, likely: true, edits: () => [{ span, text: meant }] }
}
