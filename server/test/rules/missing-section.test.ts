import { describe, expect, test } from 'vitest'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { missingSection } from '../../src/core/rules/structure/missing-section'
import { findingsIn, inputOf, specWith } from './support/judge'

describe('structure/missing-section', () => {
  const whole = specWith(missingSection.good.slice(missingSection.good.indexOf('## Why')))
  const messages = (text: string) =>
    findingsIn(text, [missingSection]).map(
      ({ span, message }) => `${text.slice(span.start, span.end)} → ${message}`,
    )

  test('a document with all required sections has nothing missing, optional ones absent or not', () => {
    expect(messages(whole)).toEqual([])
  })

  test('a missing section is reported on the heading it belongs after', () => {
    const text = whole.replace(/## Testing Strategy\n.*\n\n/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(
        /^## How \(Implementation Approach\) → The section “Testing Strategy” is missing/,
      ),
    ])
  })

  test('one whose heading is misspelt is missing there, and renamed instead of inserted a second time', () => {
    const text = whole.replace('## Testing Strategy', '## Testing Stratgy')
    expect(messages(text)).toEqual([
      '## Testing Stratgy → The section “Testing Strategy” is missing: “Testing Stratgy” is almost its name, give it that',
    ])
    const fixes = findingsIn(text, [missingSection]).flatMap((one) => one.fixes ?? [])
    expect(fixes.map(({ title }) => title)).toEqual(['Rename to “Testing Strategy”'])
    expect(messages(text.replace('Stratgy', 'Strategy'))).toEqual([])
  })

  test('and no other rule says the same of that heading, as long as this one says it', () => {
    const text = whole.replace('## Testing Strategy', '## Testing Stratgy')
    const rulesIn = (severity: 'off' | undefined) => {
      const settings = {
        ...DEFAULT_SETTINGS,
        severity: (name: string) => (name === missingSection.name ? severity : undefined),
      }
      return runRules({ ...inputOf(text), settings })
        .map(({ rule }) => rule)
        .filter((rule) => rule === missingSection.name || rule === 'structure/near-miss-heading')
    }
    expect(rulesIn(undefined)).toEqual([missingSection.name])
    expect(rulesIn('off')).toEqual(['structure/near-miss-heading'])
  })

  test('a missing part of the tree is one finding that names what it held', () => {
    const text = whole.replace(/## What[\s\S]*(?=## How)/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(
        /The sections “What \(.*\)”, “Functional Requirements” and “Acceptance Criteria” are missing: add “## What \(.*\)” and, under it, “### Functional Requirements” and “### Acceptance Criteria”; if it does not apply, write “N\/A” and the reason$/,
      ),
    ])
  })

  test('a section that the template fills with fields alone is there where they are', () => {
    expect(messages(whole.replace('## Overview\n', ''))).toEqual([])
    expect(messages(whole.replace(/## Overview\n[\s\S]*(?=## Why)/, ''))).toEqual([
      expect.stringMatching(/^# Specification: .* → The section “Overview” is missing: add “## Overview”;/),
    ])
  })

  test('a section that only holds others is there where one of them has moved up to its place', () => {
    const moved = whole.replace(/## What.*\n\n/, '').replace(/### (?=Functional|Acceptance)/g, '## ')
    expect(messages(moved)).toEqual([])
    const tested = whole.replace('## Testing Strategy', '## Test Cases')
    expect(messages(tested)).toEqual([])
    const rest = moved.replace(/## Acceptance Criteria\n.*\n\n/, '')
    expect(messages(rest)).toEqual([
      expect.stringMatching(/^## Functional Requirements → The section “Acceptance Criteria” is missing/),
    ])
  })

  test('the sections inside one that lost its heading do not stand for it', () => {
    expect(messages(whole.replace(/## What.*\n\n/, ''))).toEqual([
      expect.stringMatching(/The section “What \(.*\)” is missing/),
    ])
  })

  test('a section is inserted as deep as those that the template has beside it', () => {
    const text = whole
      .replace(/## What.*\n\n/, '')
      .replace(/### Functional/, '## Functional')
      .replace(/### Acceptance Criteria\n.*\n\n/, '')
    const [finding] = findingsIn(text, [missingSection])
    const [edit] = finding?.fixes?.[0]?.edits() ?? []
    expect(edit?.text).toMatch(/^## Acceptance Criteria\n/)
    expect(text.slice(edit?.span.start)).toMatch(/^## How/)
  })

  test('a subsection alone is missing alone', () => {
    const text = whole.replace(/### Acceptance Criteria\n.*\n\n/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(/^### Functional Requirements → .*“Acceptance Criteria”/),
    ])
  })

  test('another level, case, number, emoji or suffix is the same heading', () => {
    const text = whole
      .replace('### Functional Requirements', '## 3. functional requirements *(mandatory)*')
      .replace('## Definition of Done', '#### ✅ Definition of Done')
    expect(messages(text)).toEqual([])
  })

  test('what is due from Implemented is not missed before, and missed then', () => {
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Approved'))).toEqual([])
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Implemented'))).toEqual([
      expect.stringMatching(
        /“Implementation Notes”, “Learnings”, “Deviations from Plan” and “Future Improvements” are missing/,
      ),
    ])
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Done'))).toHaveLength(1)
  })
})
