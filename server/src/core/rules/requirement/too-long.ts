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
  reach: 'entry',
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

/** Of a text that counts its parts, (a), (b) …, the longest: it is taken apart already. Pure. */
function lengthOf(text: string): Length {
  const parts = partsOf(text)
  return {
    words: Math.max(...parts.map((part) => part.match(WORD)?.length ?? 0)),
    characters: Math.max(...parts.map((part) => part.length)),
  }
}

interface Length {
  readonly words: number
  readonly characters: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu
const MARK = /(?:^|\s)\(?([a-z]|\d{1,2})[.)]\s/g

function partsOf(text: string): readonly string[] {
  const starts: number[] = []
  let next: string | undefined
  for (const { index, 1: mark = '' } of text.matchAll(MARK)) {
    const isNext = next === undefined ? mark === 'a' || mark === '1' : mark === next
    if (!isNext) continue
    starts.push(index)
    next = /\d/.test(mark) ? String(Number(mark) + 1) : String.fromCharCode(mark.charCodeAt(0) + 1)
  }
  if (starts.length < 2) return [text]
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]))
}
