import type { Section, SpecDocument } from '../../model/spec-document'
import { countWhile } from '../../text/search'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isSectionDue } from '../support/due'
import { isNotApplicable } from '../support/wording'

export const emptySection: Rule = {
  name: 'structure/empty-section',
  summary: 'A heading has nothing under it.',
  reason: 'It promises an answer; a reader cannot tell whether there is none or it was forgotten.',
  bad: `## Why (Purpose & Context)
Accountants need the figures in their own tools.

### Background

### Goals
- [ ] No figure is typed twice
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools.

### Background
N/A, there was no export before.

### Goals
- [ ] No figure is typed twice
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec, template }: RuleContext): Iterable<RuleFinding> {
    const items = new Set(spec.entries.filter(({ form }) => form === 'heading').map(({ span }) => span.start))
    for (const section of spec.sections) {
      if (section.children.length > 0 || !isEmpty(spec, section)) continue
      // A heading that is an item says what it has to say.
      if (items.has(section.heading.start) || section.title === '' || SAYS_IT.test(section.title)) continue
      if (isStacked(spec, section)) continue
      if (!isSectionDue(section, spec.status, template.lifecycle)) continue
      yield {
        span: section.heading,
        message: `“${section.title}” is empty: say what belongs here, write “N/A” and the reason, or delete the heading`,
      }
    }
  },
}

/** `Review date: 2026-01-17`, `Review – 2026-01-17`: the heading has its content in itself. */
const SAYS_IT = /[:：]\s*\S|\d{4}-\d{2}-\d{2}/

/** Another heading of its level on the very next line: what follows is said of both. */
function isStacked({ markdown, text }: SpecDocument, { heading, depth }: Section): boolean {
  const { blocks } = markdown
  const next = blocks[countWhile(blocks.length, (at) => (blocks[at]?.offset ?? 0) < heading.end)]
  if (next?.facts.type !== 'heading' || next.facts.depth !== depth) return false
  return !/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(text.slice(heading.end, next.offset))
}

/** No block but rules and comments between its heading and the next. A heading may be all that a title page has. */
function isEmpty({ markdown, text }: SpecDocument, { heading, span }: Section): boolean {
  const { blocks } = markdown
  const first = countWhile(blocks.length, (at) => (blocks[at]?.offset ?? 0) < heading.end)
  for (let at = first; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined || block.offset >= span.end) break
    const { facts, offset } = block
    if (facts.type === 'thematicBreak') continue
    const said = facts.type === 'html' ? commentIn(text.slice(offset, offset + facts.length)) : undefined
    if (said === undefined || isNotApplicable(said) || KEEPS_PLACE.test(said)) return false
  }
  return true
}

/** `<!-- add new entries below this line -->`: a log that has none yet. */
const KEEPS_PLACE = /\bbelow this line\b|\bnew (?:entry|entries)\b/i

/** What an HTML block says that is one comment. */
function commentIn(html: string): string | undefined {
  const source = html.trim()
  const isOne = source.startsWith('<!--') && source.indexOf('-->') === source.length - '-->'.length
  return isOne ? source.slice('<!--'.length, -'-->'.length).trim() : undefined
}
