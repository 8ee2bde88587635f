import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { checkedFix } from '../fixes/support/checked-fix'
import { createJudge, specWith } from './support/judge'
import { readMarked } from './support/marked'
import { createSpecReader } from './support/spec-of'

/**
 * One document for each rule, with its findings marked in place: what it speaks of, and beside that what looks like it and
 * is none. One that is no whole document stands in a spec in review.
 */
function fixtureOf(rule: string): string {
  const text = readFileSync(new URL(`fixtures/${rule}.md`, import.meta.url), 'utf8')
  return text.startsWith('# ') ? text : specWith(text, 'Review')
}

const read = createSpecReader()

const fenced = (text: string) => specWith(`## Notes\n~~~~~\n${text}\n~~~~~\n`, 'Review')
const commented = (text: string) =>
  specWith(`## Notes\n<!--\n${text.replaceAll('-->', '- ->')}\n-->\nSaid.\n`, 'Review')
const inFrontMatter = (text: string) =>
  `---\nnotes: |\n${text.replace(/^/gm, '  ')}\n---\n\n${specWith('## Notes\nSaid.\n', 'Review')}`
/** What is no specification names nothing and has no sections. */
const inReadme = (text: string) =>
  `# Ledger\n\n${text.replace(/^#+ .*$/gm, '').replace(/\b(?:REQ|AC|TEST|Task|SPEC)\b[-_ ]?[\d.#-]*/g, 'it')}`

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const severity = (one: string) => (one === name ? ('warning' as const) : undefined)
  const judge = createJudge(rule.beside, { ...DEFAULT_SETTINGS, severity })
  const found = (text: string) => judge(text).filter((finding) => finding.rule === name)
  const { text, marks } = readMarked(fixtureOf(name))

  test('finds what is marked in its fixture, and nothing else', () => {
    const firstLine = (start: number, end: number) => text.slice(start, end).split('\n')[0]
    expect(found(text).map(({ span }) => [span.start, firstLine(span.start, span.end)])).toEqual(
      marks.map(({ start, end }) => [start, firstLine(start, end)]),
    )
    expect(marks).not.toEqual([])
    for (const [place, { says }] of marks.entries()) expect(found(text)[place]?.message).toContain(says)
  })

  test('has each of its fixes resolve what it found, and judges the rest as before', () => {
    const before = found(text)
    for (const finding of before) {
      for (const fix of finding.fixes ?? []) {
        const after = checkedFix(text, finding, fix, read)
        expect(found(after).length, `${fix.title}\n${after}`).toBeLessThan(before.length)
      }
    }
  })

  test('has nothing left to fix when all is fixed', () => {
    let left = text
    for (let step = 0; step < 50; step++) {
      const finding = found(left).find(({ fixes = [] }) => fixes.length > 0)
      const [fix] = finding?.fixes ?? []
      if (finding === undefined || fix === undefined) break
      left = checkedFix(left, finding, fix, read)
    }
    expect(found(left).filter(({ fixes = [] }) => fixes.length > 0)).toEqual([])
  })

  const hidden = [
    ['code', fenced],
    ['front matter', inFrontMatter],
    // Of suppressions a comment is what they are about.
    ...(name.startsWith('suppression/') ? [] : ([['a comment', commented]] as const)),
  ] as const
  test.each(hidden)('does not speak of it in %s', (_, wrap) => {
    const messages = (one: string) => found(one).map(({ message }) => message)
    expect(messages(wrap(text))).toEqual(messages(wrap('')))
  })

  test('does not speak of it in a file that is no specification', () => {
    const readme = inReadme(text)
    expect(read(readme).recognition.kind).toBe('none')
    expect(found(readme)).toEqual([])
  })
})
