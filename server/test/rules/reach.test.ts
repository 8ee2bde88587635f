import { describe, expect, test } from 'vitest'
import type { Reach, Rule } from '../../src/core/rules/rule'
import { createRuleRunner } from '../../src/core/rules/run'
import { inputOf } from './support/judge'

const TEXT = `# Specification: Ledger

### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST print the ledger.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a file is there (REQ-001)

## Notes

Some words of prose.
`

/** Finds every entry, and offers to write a letter before its ID; keeps what it was asked of. */
function spy(reach?: Reach) {
  const asked: string[][] = []
  const rule: Rule = {
    name: 'test/spy',
    summary: '',
    reason: '',
    bad: '',
    good: '',
    severity: ['info', 'info', 'info'],
    templateOnly: false,
    whenClosed: false,
    ...(reach && { reach }),
    check({ spec, whole }) {
      expect(whole.entries.length).toBe(3)
      asked.push(spec.entries.map(({ id }) => id?.text ?? ''))
      return spec.entries.flatMap(({ id }) => {
        if (id === undefined) return []
        const { start } = id.span
        const edits = () => [{ span: { start, end: start }, text: 'x' }]
        return [{ span: id.span, message: id.text, fixes: [{ title: 'Write a letter', edits }] }]
      })
    },
  }
  return { rule, asked }
}

/** What a rule is asked of, and what is found, after a change of the text. */
function after(reach: Reach | undefined, change: (text: string) => string) {
  const { rule, asked } = spy(reach)
  const runner = createRuleRunner({ rules: [rule] })
  const input = inputOf(TEXT)
  const before = runner.run(input).said
  const text = change(TEXT)
  const now = { ...inputOf(text), surroundings: input.surroundings }
  asked.length = 0
  const { findings } = runner.run({ ...now, before })
  const found = findings.map(({ span }) => text.slice(span.start, span.end))
  const again = asked.splice(0)
  const edited = findings.map(({ fixes = [] }) => {
    const [edit] = fixes[0]?.edits() ?? []
    return edit && text.slice(edit.span.start, edit.span.start + 3)
  })
  return { again, found, edited }
}

const WHOLE = [['REQ-001', 'REQ-002', 'AC-1']]
const FOUND = ['REQ-001', 'REQ-002', 'AC-1']
const EDITED = ['REQ', 'REQ', 'AC-']

const inRequirement = (text: string) => text.replace('export the', 'exxport the')
const inNotes = (text: string) => text.replace('words of', 'woords of')

describe('when letters are typed in the words of a requirement', () => {
  test.each<[string, Reach | undefined, string[][]]>([
    ['a rule of which nothing is known judges the whole document', undefined, WHOLE],
    ['one that goes by no words judges nothing', 'nothing', []],
    ['one that judges each entry by itself judges this one', 'entry', [['REQ-001']]],
    ['one that goes by requirements judges the whole', ['requirement'], WHOLE],
    ['one that goes by criteria judges nothing', ['criterion'], []],
    ['one that says so itself', ({ passage }) => passage.text.includes('exxport'), WHOLE],
    ['one that says that it does not', ({ before }) => before.text.includes('exxport'), []],
  ])('%s', (_, reach, expected) => {
    const { again, found, edited } = after(reach, inRequirement)
    expect(again).toEqual(expected)
    expect(found).toEqual(FOUND)
    expect(edited).toEqual(EDITED)
  })
})

describe('words of no entry', () => {
  test.each<[Reach, string[][]]>([
    ['nothing', []],
    ['entry', [[]]],
    [['criterion'], WHOLE],
  ])('%s', (reach, expected) => {
    expect(after(reach, inNotes).again).toEqual(expected)
  })
})

describe('the whole is judged again', () => {
  test.each<[string, (text: string) => string]>([
    ['where a line came', (text) => text.replace('Some words', 'Some\nwords')],
    ['where an ID is another', (text) => text.replace('REQ-002', 'REQ-003')],
    ['where another ID is named', (text) => text.replace('(REQ-001)', '(REQ-002)')],
    ['where a heading is another', (text) => text.replace('## Notes', '## Notess')],
    ['where a box was ticked', (text) => text.replace('[ ]', '[x]')],
    ['where two places changed', (text) => inNotes(inRequirement(text))],
    [
      'where something is struck through',
      (text) => text.replace('**[REQ-002]** The', '~~**[REQ-002]** The~~'),
    ],
  ])('%s', (_, change) => {
    expect(after('nothing', change).again).toHaveLength(1)
  })

  test('where it is judged by other settings', () => {
    const { rule, asked } = spy('nothing')
    const runner = createRuleRunner({ rules: [rule] })
    const input = inputOf(TEXT)
    const before = runner.run(input).said
    const now = { ...inputOf(inNotes(TEXT)), surroundings: input.surroundings, before }
    runner.run(now)
    expect(asked).toHaveLength(1)
    runner.run({ ...now, today: '2027-01-01' })
    expect(asked).toHaveLength(2)
  })
})
