import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isJudgedRequirement } from '../support/requirement-text'

const MOST_WORDS = 60
const MOST_CHARACTERS = 500

export const tooLong: Rule = {
  name: 'requirement/too-long',
  summary: `A requirement has more than ${MOST_WORDS} words, or ${MOST_CHARACTERS} characters.`,
  reason: 'It demands several things at once, and a reader loses the first before the last.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST list the loans of a member ${'with the title, the branch, and the day they are due, '.repeat(6)}newest first.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST list the loans of a member, newest first.
2. **[REQ-002]** Each line of the list MUST show the title, the branch, and the day the loan is due.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      // A row is as long as its table has columns.
      if (!isJudgedRequirement(entry) || entry.form === 'row') continue
      const said = recall(lengthOf, entry.form === 'heading' ? entry.lead.text : entry.text)
      if (said.words <= MOST_WORDS && said.characters <= MOST_CHARACTERS) continue
      const figure = said.words > MOST_WORDS ? `${said.words} words` : `${said.characters} characters`
      yield {
        span: entry.id?.span ?? entry.textSpan,
        message: `${entry.id?.text ?? 'This requirement'} has ${figure}: split it, or move what explains it below it`,
      }
    }
  },
}

function lengthOf(text: string): { readonly words: number; readonly characters: number } {
  return { words: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0, characters: text.length }
}
