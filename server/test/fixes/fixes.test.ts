import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { fixAll } from '../../src/core/fixes/fix-all'
import { minimalEdit } from '../../src/core/fixes/minimal-edit'
import { runRules } from '../../src/core/rules/run'
import { DEFECTS } from '../rules/support/defects'
import { inputOf } from '../rules/support/judge'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')
const draft = EXAMPLE.replace('**Status**: Implemented', '**Status**: Draft')
const findingsOf = (text: string) => runRules(inputOf(text))
const fixesOf = (text: string) =>
  findingsOf(text).flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })))

const fixable = DEFECTS.filter(([, , from, to, status = 'Review']) => {
  const text = EXAMPLE.replace('Status**: Implemented', `Status**: ${status}`).replace(from, to)
  return fixesOf(text).length > 0
})

describe('a fix', () => {
  const cases = fixable.map(([what, rule, from, to, status = 'Review']) => ({ what, rule, from, to, status }))
  test.each(cases)(
    'of $rule ($what) resolves the finding, in every way it offers',
    ({ rule, from, to, status }) => {
      const text = EXAMPLE.replace('Status**: Implemented', `Status**: ${status}`).replace(from, to)
      for (const eol of ['\n', '\r\n']) {
        const written = text.replaceAll('\n', eol)
        const before = findingsOf(written).filter((finding) => finding.rule === rule)
        for (const fix of before[0]?.fixes ?? []) {
          const edits = fix.edits()
          expect(
            [...edits].sort((a, b) => a.span.start - b.span.start),
            fix.title,
          ).toEqual(edits)
          const after = applyEdits(written, edits)
          const left = findingsOf(after).filter((finding) => finding.rule === rule)
          expect(left.length, `${fix.title}\n${after}`).toBeLessThan(before.length)
          if (eol === '\r\n') expect(after.replaceAll('\r\n', '')).not.toContain('\n')
        }
      }
    },
  )
})

/** Words that a text has more often than another. */
function lost(before: string, after: string): readonly string[] {
  const count = new Map<string, number>()
  for (const word of after.match(/[\p{L}\p{N}]+/gu) ?? []) count.set(word, (count.get(word) ?? 0) + 1)
  return (before.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => {
    const left = count.get(word) ?? 0
    count.set(word, left - 1)
    return left <= 0
  })
}

describe('all fixes of a document', () => {
  test('in any order come to an end that has nothing fixable, and lose only what they replace', () => {
    fc.assert(
      fc.property(
        fc.subarray([...fixable], { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        (defects, choices) => {
          let text = defects.reduce((all, [, , from, to]) => all.replace(from, to), draft)
          for (const choice of choices) {
            const open = fixesOf(text)
            const chosen = open[choice % Math.max(1, open.length)]
            if (chosen === undefined) break
            const edits = chosen.fix.edits()
            const replaced = edits.map(({ span }) => text.slice(span.start, span.end)).join(' ')
            const after = applyEdits(text, edits)
            const gone = lost(text, after)
            expect(lost(gone.join(' '), replaced), chosen.fix.title).toEqual([])
            expect(after, chosen.fix.title).not.toBe(text)
            text = after
          }
          expect(fixesOf(text).map(({ finding, fix }) => `${finding.rule}: ${fix.title}`)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('fix-all', () => {
  const judge = async (text: string) => findingsOf(text)

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
