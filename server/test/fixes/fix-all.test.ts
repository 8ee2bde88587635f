import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { fixAll } from '../../src/core/fixes/fix-all'
import { minimalEdit } from '../../src/core/fixes/minimal-edit'
import { BESIDE, DEFECTS } from '../rules/support/defects'
import { createJudge } from '../rules/support/judge'
import { createSpecReader } from '../rules/support/spec-of'
import { structureOf } from './support/oracle'
import { WRITINGS, writtenWith } from './support/writings'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')
const draft = EXAMPLE.replace('**Status**: Implemented', '**Status**: Draft')
const findingsOf = createJudge(BESIDE)
const read = createSpecReader()
const judge = async (text: string) => findingsOf(text)

describe('fix-all', () => {
  test('makes the safe fixes alone, and nothing is left of them', async () => {
    const text = draft
      .replace('- [x] Code reviewed', '- [✓] Code reviewed')
      .replace('- [x] Documentation', '- [~] Documentation')
      .replace('**Created**: 2026-01-12', '**Created**: 12 January 2026')
      .replace('| Application code | The', '| Application code, The')
    const { text: fixed, count } = await fixAll(text, judge)
    expect(count).toBe(3)
    expect(fixed).toContain('- [x] Code reviewed')
    expect(fixed).toContain('- [~] Documentation')
    expect(fixed).toContain('**Created**: 2026-01-12  ')
    expect((await fixAll(fixed, judge)).count).toBe(0)
  })

  test('leaves a clean text as it is', async () => {
    expect(await fixAll(draft, judge)).toEqual({ text: draft, count: 0 })
  })

  test('makes what was wanted and nothing else', async () => {
    const text = draft
      .replace('- [x] Code reviewed', '- [✓] Code reviewed')
      .replace('**Created**: 2026-01-12', '**Created**: 12 January 2026')
    const { text: fixed } = await fixAll(text, judge, ({ rule }) => rule === 'metadata/invalid-date')
    expect(fixed).toBe(text.replace('12 January 2026', '2026-01-12'))
  })

  test('of any defects, in any writing, leaves nothing safe to fix, and the rest as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...DEFECTS], { minLength: 1, maxLength: 12 }),
        fc.subarray(Object.keys(WRITINGS)),
        async (defects, ways) => {
          const broken = defects.reduce((all, [, , from, to]) => all.replace(from, to), draft)
          const text = writtenWith(broken, ways)
          const { text: fixed, count } = await fixAll(text, judge)
          expect(findingsOf(fixed).flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe))).toEqual([])
          expect(fixed === text).toBe(count === 0)
          // What was found and is not safe to fix is found still.
          const unsafe = (one: string) =>
            findingsOf(one)
              .filter(({ fixes = [] }) => !fixes.some(({ safe }) => safe))
              .map(({ rule }) => rule)
          const left = unsafe(fixed)
          expect(unsafe(text).filter((rule) => !left.includes(rule))).toEqual([])
          expect(structureOf(read(fixed)).items).toBe(structureOf(read(text)).items)
        },
      ),
      { numRuns: 40 },
    )
  })
})

test('a minimal edit makes one text of another, and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const edit = minimalEdit(before, after)
      expect(edit === undefined ? before : applyEdits(before, [edit])).toBe(after)
      // Throws at half a character.
      encodeURIComponent(before.slice(0, edit?.span.start ?? 0))
    }),
  )
})
