import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BESIDE, DEFECTS } from '../rules/support/defects'
import { createJudge } from '../rules/support/judge'
import { createSpecReader } from '../rules/support/spec-of'
import { checkedFix } from './support/checked-fix'
import { WRITINGS, type Writing, writtenWith } from './support/writings'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')
const judge = createJudge(BESIDE)
const read = createSpecReader()

const at = (status: string) => EXAMPLE.replace('Status**: Implemented', `Status**: ${status}`)
const fixesOf = (text: string) =>
  judge(text).flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })))

const defects = DEFECTS.map(([what, rule, from, to, status = 'Review']) => ({ what, rule, from, to, status }))
const fixable = defects.filter(({ from, to, status }) => fixesOf(at(status).replace(from, to)).length > 0)

/** What a fix leaves for its author: text to be filled in, and what follows from an item that is new and open. */
const LEFT_OPEN =
  /^(?:structure\/(?:placeholder|unresolved-marker)|trace\/|checklist\/contradicted|table\/empty-cell|lifecycle\/|suppression\/unused)/

const writings: readonly (readonly [name: string, ways: readonly Writing[]])[] = [
  ['as it is', []],
  ...Object.keys(WRITINGS).map((way) => [`with ${way}`, [way]] as const),
  ['with all of that', Object.keys(WRITINGS)],
]

describe.each(writings)('in a document %s', (_, ways) => {
  test.each(fixable)(
    '$rule ($what): each fix resolves the finding and makes no other mistake',
    ({ rule, from, to, status }) => {
      const text = writtenWith(at(status).replace(from, to), ways)
      const before = judge(text)
      const finding = before.find((one) => one.rule === rule)
      expect(before.map((one) => one.rule)).toContain(rule)
      for (const fix of finding?.fixes ?? []) {
        const after = finding === undefined ? text : checkedFix(text, finding, fix, read)
        const left = judge(after).map((one) => one.rule)
        const count = (one: string) => left.filter((other) => other === one).length
        const had = before.filter((one) => one.rule === rule).length
        expect(count(rule), `${fix.title}\n${after}`).toBeLessThan(had)
        const made = left.filter((one) => one !== rule && !LEFT_OPEN.test(one))
        expect(made, `${fix.title}\n${after}`).toEqual([])
      }
    },
  )
})

test('every rule that tells of a fix gives one for a defect', async () => {
  const { rules } = await import('../../src/core/rules')
  const told = rules.filter(({ fix }) => fix !== undefined).map(({ name }) => name)
  const given = new Set(fixable.map(({ rule }) => rule))
  // What is off by default has its own tests, and so has what needs other files.
  expect(told.filter((name) => !given.has(name))).toEqual(['reference/broken-link', 'requirement/ears'])
  expect([...given].filter((name) => !told.includes(name))).toEqual([])
})

describe('all fixes of a document', () => {
  test('in any order come to an end that has nothing fixable, lose no word that was not meant, and break nothing', () => {
    fc.assert(
      fc.property(
        fc.subarray([...fixable], { minLength: 1, maxLength: 8 }),
        fc.subarray(Object.keys(WRITINGS)),
        fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
        (chosen, ways, choices) => {
          let text = writtenWith(
            chosen.reduce((all, { from, to }) => all.replace(from, to), at('Draft')),
            ways,
          )
          for (const choice of choices) {
            const open = fixesOf(text)
            const next = open[choice % Math.max(1, open.length)]
            if (next === undefined) break
            text = checkedFix(text, next.finding, next.fix, read)
          }
          expect(fixesOf(text).map(({ finding, fix }) => `${finding.rule}: ${fix.title}`)).toEqual([])
          expect(judge(text).filter(({ rule }) => rule.startsWith('internal/'))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})
