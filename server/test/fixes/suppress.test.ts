import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { suppressing } from '../../src/core/fixes/suppress'
import type { Finding } from '../../src/core/rules/rule'
import { BESIDE, DEFECTS } from '../rules/support/defects'
import { createJudge, specWith } from '../rules/support/judge'
import { createSpecReader } from '../rules/support/spec-of'

const EXAMPLE = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')

const findingsOf = createJudge(BESIDE)
const specOf = createSpecReader()
const rulesOf = (text: string) => findingsOf(text).map(({ rule }) => rule)

/** The text with a comment for one of its findings. */
function silenced(text: string, finding: Finding, place: 'line' | 'file'): string {
  const edit = suppressing(specOf(text), finding, place)
  if (edit === undefined) throw new Error(`No comment for ${finding.rule}`)
  return applyEdits(text, [edit])
}

/** The lines that a comment for the first finding of a rule has changed or added. */
function written(sections: string, rule: string, place: 'line' | 'file' = 'line'): readonly string[] {
  const text = specWith(sections)
  const finding = findingsOf(text).find((one) => one.rule === rule)
  if (finding === undefined) throw new Error(`${rule} is silent`)
  const before = text.split('\n')
  return silenced(text, finding, place)
    .split('\n')
    .filter((line) => !before.includes(line))
}

const WRITINGS: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['as it is', (text) => text],
  [
    'with CRLF, a byte-order mark and no final newline',
    (text) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`,
  ],
]

describe.each(WRITINGS)('in a document %s', (_, write) => {
  const defects = DEFECTS.filter(([, rule]) => !/^suppression|conflict/.test(rule)).map(
    ([what, rule, from, to, status = 'Review']) => ({ what, rule, from, to, status }),
  )
  test.each(defects)('$what: a comment silences $rule and nothing else', ({ rule, from, to, status }) => {
    const text = write(EXAMPLE.replace('Status**: Implemented', `Status**: ${status}`).replace(from, to))
    const findings = findingsOf(text).filter((finding) => finding.rule === rule)
    expect(findings).not.toEqual([])
    for (const place of ['line', 'file'] as const) {
      let left = text
      for (let finding: Finding | undefined = findings[0]; finding !== undefined; ) {
        left = silenced(left, finding, place)
        finding = findingsOf(left).find((one) => one.rule === rule)
      }
      expect(rulesOf(left), left).toEqual([])
      // It is there for what it silences.
      expect(left.includes('\r\n') ? left.replaceAll('\r\n', '') : '').not.toContain('\n')
    }
  })
})

describe('the comment stands', () => {
  test('at the end of the line in a list, and before what breaks the line', () => {
    expect(written('### Goals\n- [x ] Exports\n', 'checklist/malformed-box')).toEqual([
      '- [x ] Exports <!-- specmark-disable-line checklist/malformed-box -- why -->',
    ])
    expect(
      written(
        '### Functional Requirements\n- **[REQ-001]** The system MUST be fast.  \n',
        'requirement/vague-word',
      ),
    ).toEqual([
      '- **[REQ-001]** The system MUST be fast. <!-- specmark-disable-line requirement/vague-word -- why -->  ',
    ])
  })

  test('in the last cell of a row', () => {
    const table =
      '## Risks & Mitigations\n\n| Risk | Impact | Probability | Mitigation |\n|---|---|---|---|\n'
    expect(written(`${table}| Fire | Terrible | Low | Water |\n`, 'table/unknown-value')).toEqual([
      '| Fire | Terrible | Low | Water <!-- specmark-disable-line table/unknown-value -- why --> |',
    ])
    expect(written(`${table}| Fire | High | Low | |\n`, 'table/empty-cell')).toEqual([
      '| Fire | High | Low | <!-- specmark-disable-line table/empty-cell -- why --> |',
    ])
    expect(written(`${table}Fire | Terrible | Low | A pipe \\|\n`, 'table/unknown-value')).toEqual([
      'Fire | Terrible | Low | A pipe \\| <!-- specmark-disable-line table/unknown-value -- why -->',
    ])
  })

  test('on the line before a paragraph or a heading', () => {
    expect(written('## Why\nTBD: ask the accountants.\n', 'structure/unresolved-marker')).toEqual([
      '<!-- specmark-disable-next-line structure/unresolved-marker -- why -->',
    ])
    expect(written('## Glossary\n', 'structure/empty-section')).toEqual([
      '<!-- specmark-disable-next-line structure/empty-section -- why -->',
    ])
  })

  test('at the end of a line within a paragraph', () => {
    expect(
      written('## Why\nAsk the accountants.\nTBD: when\\\nor who\n', 'structure/unresolved-marker'),
    ).toEqual(['TBD: when <!-- specmark-disable-line structure/unresolved-marker -- why -->\\'])
  })

  test('for the file behind the front matter', () => {
    const text = `---\nowner: desk\n---\n${specWith('## Glossary\n')}`
    const finding = findingsOf(text).find(({ rule }) => rule === 'structure/empty-section')
    expect(finding && silenced(text, finding, 'file')).toBe(
      text.replace('---\n#', '---\n<!-- specmark-disable-file structure/empty-section -- why -->\n\n#'),
    )
  })
})

test('a comment that is there takes the rule up: two before one line would be for each other', () => {
  const rule = 'structure/unresolved-marker'
  expect(
    written(`## Why\n<!-- specmark-disable-next-line id/gap, id/missing -- old -->\nTBD: ask.\n`, rule),
  ).toEqual([`<!-- specmark-disable-next-line id/gap, id/missing ${rule} -- old -->`])
  expect(written('### Goals\n- Exports [TBD] <!-- specmark-disable-line id/gap -->\n', rule)).toEqual([
    `- Exports [TBD] <!-- specmark-disable-line id/gap ${rule} -->`,
  ])
})

test('within code or front matter there is none for the line', () => {
  const text =
    '---\nstatus: Reveiw\n---\n# Specification: Export\n\n## Overview\n\n## Why (Purpose & Context)\nFor us.\n'
  const finding = findingsOf(text).find(({ rule }) => rule === 'metadata/unknown-status')
  expect(finding && suppressing(specOf(text), finding, 'line')).toBeUndefined()
})

test('the reason is there to be typed over', () => {
  const text = specWith('## Glossary\n')
  const finding = findingsOf(text).find(({ rule }) => rule === 'structure/empty-section')
  for (const place of ['line', 'file'] as const) {
    const edit = finding && suppressing(specOf(text), finding, place)
    expect(edit?.blanks?.map(({ start, end }) => edit.text.slice(start, end))).toEqual(['why'])
  }
})
