import { describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules/index'
import { createJudge, specWith, spokenOf } from './support/judge'

/** An example that is no whole document stands in one. */
function asDocument(example: string): string {
  return example.startsWith('# ') ? example : specWith(example)
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('speaks of its bad example', () => {
    expect(spokenOf(name, asDocument(rule.bad), rule.beside)).not.toEqual([])
  })

  test('is silent on its good example', () => {
    expect(spokenOf(name, asDocument(rule.good), rule.beside)).toEqual([])
  })

  test('says whether a fix of what its bad example has is safe', () => {
    const findings = createJudge(rule.beside)(asDocument(rule.bad)).filter((one) => one.rule === name)
    expect(findings.some(({ fixes }) => fixes?.some(({ safe }) => safe))).toBe(rule.fixAll === true)
  })

  test('tells what it finds and why that matters, in sentences', () => {
    expect(rule.summary).toMatch(/^\p{Lu}.*\.$/u)
    expect(rule.reason).toMatch(/^\p{Lu}.*\.$/u)
  })
})

/** The catalogue: severities while Draft, in Review, and from Approved on; ▲ where a template has to ask for it. */
const CATALOGUE = `
structure/missing-section w/w/e ▲
structure/conflict-marker e/e/e
structure/section-order i/i/i ▲
structure/duplicate-section w/w/e ▲
structure/empty-section i/w/w
structure/near-miss-heading i/i/i ▲
structure/placeholder h/w/e ▲
structure/unresolved-marker i/w/e
metadata/missing-field w/w/e ▲
metadata/invalid-id w/w/e ▲
metadata/duplicate-id e/e/e
metadata/unknown-status e/e/e ▲
metadata/invalid-date w/w/e ▲
metadata/date-order w/w/w ▲
id/malformed w/w/e
id/missing w/w/e ▲
id/duplicate e/e/e
id/gap h/o/o
id/wrong-section i/i/i ▲
reference/unknown w/w/e
reference/unknown-spec w/w/e
reference/ambiguous w/w/w
reference/broken-link w/w/w
reference/self w/w/w
requirement/no-keyword i/w/w ▲
requirement/keyword-case i/i/w
requirement/compound i/i/i
requirement/vague-word i/i/i
requirement/vague-quantity i/i/i
requirement/escape-clause i/w/w
requirement/open-ended i/w/w
requirement/vague-time i/i/i
requirement/weak-verb i/i/i
requirement/passive o/o/o
requirement/too-long i/i/i
requirement/similar i/w/w
requirement/unmeasurable i/w/w ▲
requirement/ears o/o/o
criterion/given-when-then i/w/w ▲
criterion/several-whens i/i/i
test/missing-part w/w/e ▲
table/unknown-value w/w/w ▲
table/empty-cell i/w/w ▲
table/ragged-row w/w/w
trace/no-criterion h/i/i
trace/no-test h/i/i
trace/orphan h/i/i
checklist/malformed-box w/w/w
checklist/contradicted i/w/w
checklist/parent-done w/w/w
checklist/task-number i/i/w ▲
lifecycle/open-items o/o/i
lifecycle/not-ready o/o/w ▲
suppression/unused i/i/i
suppression/unknown-rule w/w/w
`
  .trim()
  .split('\n')

test('rules have the severities of the catalogue, in its order', () => {
  const listed = rules.map(
    ({ name, severity, templateOnly }) =>
      `${name} ${severity.map((one) => one[0]).join('/')}${templateOnly ? ' ▲' : ''}`,
  )
  expect(listed).toEqual(
    CATALOGUE.filter((line) => listed.some((one) => one.split(' ')[0] === line.split(' ')[0])),
  )
})
