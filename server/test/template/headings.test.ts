import { describe, expect, it } from 'vitest'
import { findSection, normaliseHeading } from '../../src/core/template/headings'
import { builtInTemplate } from './support/built-in'
import { readLines } from './support/read'

describe('normaliseHeading', () => {
  it.each([
    ['Functional Requirements', 'functional requirements'],
    ['FUNCTIONAL requirements', 'functional requirements'],
    ['1.2 Functional Requirements', 'functional requirements'],
    ['3. Goals', 'goals'],
    ['4) Goals', 'goals'],
    ['5 - Goals', 'goals'],
    ['A. Goals', 'goals'],
    ['A.1 Goals', 'goals'],
    ['IV. Goals', 'goals'],
    ['§C Goals', 'goals'],
    ['§ 2. Goals', 'goals'],
    ['🎯 Goals', 'goals'],
    ['1️⃣ Goals', 'goals'],
    ['✅ **Goals**', 'goals'],
    ['_Goals_', 'goals'],
    ['Goals:', 'goals'],
    ['Goals *(mandatory)*', 'goals'],
    ['Goals _(optional)_', 'goals'],
    ['Goals [draft] (v2)', 'goals'],
    ['Why (Purpose & Context)', 'why'],
    ['Risks & Mitigations', 'risks and mitigations'],
    ['Risks and Mitigations', 'risks and mitigations'],
    ['Non-Functional Requirements', 'non functional requirements'],
    ['User Scenarios   &  Testing', 'user scenarios and testing'],
    ['A plan', 'a plan'],
    ['I know what', 'i know what'],
    ['snake_case names', 'snake_case names'],
    ['目標', '目標'],
    ['วัตถุประสงค์', 'วัตถุประสงค์'],
    ['(Optional)', '(optional)'],
    ['2026', '2026'],
    ['', ''],
    ['🎉', ''],
  ])('%j goes by %j', (heading, name) => {
    expect(normaliseHeading(heading)).toBe(name)
  })

  it.each(['(', ')', ' ', '_', '*', '1.', '🎉', '§', 'a)'])(
    'answers at once for a million of %j',
    (piece) => {
      const started = performance.now()
      normaliseHeading(piece.repeat(1_000_000))
      expect(performance.now() - started).toBeLessThan(1_000)
    },
  )
})

describe('findSection', () => {
  const template = builtInTemplate()

  it('finds a section by its title or an alias, at any level and however it is decorated', () => {
    expect(findSection(template, '2.1 Acceptance criteria *(mandatory)*')?.title).toBe('Acceptance Criteria')
    expect(findSection(template, 'Non-Goals')?.title).toBe('Out of Scope')
    expect(findSection(template, 'Why')?.title).toBe('Why (Purpose & Context)')
  })

  it('finds nothing for a heading that the template does not have', () => {
    expect(findSection(template, 'Change Log')).toBeUndefined()
    expect(findSection(template, '')).toBeUndefined()
  })

  it('prefers the section under the same parent, then a title to an alias', () => {
    const { template: two } = readLines([
      '---',
      'specmark:',
      '  sections:',
      '    Backend: { aliases: [Notes] }',
      '---',
      '# Plan: [Name]',
      '## Backend',
      '### Tests',
      '## Frontend',
      '### Tests',
      '## Notes',
    ])
    if (two === undefined) throw new Error('unreadable')
    const [backend, , frontend] = two.sections
    expect(findSection(two, 'Tests')?.parent).toBe(backend)
    expect(findSection(two, 'Tests', frontend)?.parent).toBe(frontend)
    expect(findSection(two, 'Notes')?.title).toBe('Notes')
  })
})
