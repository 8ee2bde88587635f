import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { BESIDE, DEFECTS } from './support/defects'
import { inputOf } from './support/judge'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')

/** A finished specification that nothing is to be said of, at a status. */
const clean = (status: string) => EXAMPLE.replace('**Status**: Implemented', `**Status**: ${status}`)

function findingsOf(text: string): readonly string[] {
  return runRules({ ...inputOf(text, BESIDE), settings: DEFAULT_SETTINGS }).map(({ rule }) => rule)
}

test.each(['Draft', 'Review', 'Approved', 'Implemented'])('the specification is clean at %s', (status) => {
  expect(findingsOf(clean(status))).toEqual([])
})

describe('one defect gives the finding that is meant, and no other', () => {
  const defects = DEFECTS.map(([what, rule, from, to, status = 'Review']) => ({
    what,
    rule,
    from,
    to,
    status,
  }))
  test.each(defects)('$rule: $what', ({ rule, from, to, status }) => {
    const before = clean(status)
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    expect([...new Set(findingsOf(after))]).toEqual([rule])
  })
})

test('every rule is among them, but those that are off and those that need an error of another', () => {
  const meant = new Set(DEFECTS.map(([, rule]) => rule))
  const left = rules.map(({ name }) => name).filter((name) => !meant.has(name))
  expect(left).toEqual(['requirement/passive', 'requirement/ears', 'lifecycle/not-ready'])
})

test('an error in an approved specification is told twice: at its place, and on the status', () => {
  const text = clean('Approved').replace('2. **[TEST-002]**', '2. **[TEST-001]**')
  expect(findingsOf(text)).toEqual(['lifecycle/not-ready', 'id/duplicate'])
  expect(findingsOf(text.replace('Approved', 'Draft'))).toEqual(['id/duplicate', 'id/gap'])
})
