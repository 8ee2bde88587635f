import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import type { Finding, Fix } from '../../src/core/rules/rule'
import { BESIDE, DEFECTS } from '../rules/support/defects'
import { createJudge } from '../rules/support/judge'
import { createSpecReader } from '../rules/support/spec-of'
import { lostWords, stolenWords, structureOf } from './support/oracle'
import { WRITINGS, type Writing, writtenWith } from './support/writings'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')
const judge = createJudge(BESIDE)
const read = createSpecReader()

const at = (status: string) => EXAMPLE.replace('Status**: Implemented', `Status**: ${status}`)
const fixesOf = (text: string) =>
  judge(text).flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })))

const defects = DEFECTS.map(([what, rule, from, to, status = 'Review']) => ({ what, rule, from, to, status }))
const fixable = defects.filter(({ from, to, status }) => fixesOf(at(status).replace(from, to)).length > 0)

/** The text after a fix, which is held to what every fix is held to. */
function fixed(text: string, finding: Finding, fix: Fix): string {
  const edits = fix.edits()
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start)
  expect(edits, 'edits ascend').toEqual(sorted)
  for (const [place, { span }] of edits.entries()) {
    expect(span.start, 'edits stand apart').toBeGreaterThanOrEqual(edits[place - 1]?.span.end ?? 0)
  }
  const after = applyEdits(text, edits)
  const what = `${finding.rule}: ${fix.title}\n${after}`
  expect(after, what).not.toBe(text)
  expect(stolenWords(lostWords(text, after), finding, text), what).toEqual([])
  if (text.includes('\r\n')) expect(after.replaceAll('\r\n', ''), what).not.toMatch(/[\r\n]/)
  expect(after.lastIndexOf('\uFEFF'), what).toBe(text.startsWith('\uFEFF') ? 0 : -1)
  const [had, has] = [structureOf(read(text)), structureOf(read(after))]
  expect(has.columns.startsWith(had.columns), `the columns of ${what}`).toBe(true)
  for (const part of ['sections', 'items', 'boxes', 'tables', 'fields'] as const) {
    expect(has[part], `the ${part} of ${what}`).toBeGreaterThanOrEqual(had[part])
  }
  return after
}

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
        const after = finding === undefined ? text : fixed(text, finding, fix)
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
            text = fixed(text, next.finding, next.fix)
          }
          expect(fixesOf(text).map(({ finding, fix }) => `${finding.rule}: ${fix.title}`)).toEqual([])
          expect(judge(text).filter(({ rule }) => rule.startsWith('internal/'))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})
