import { describe, expect, it } from 'vitest'
import { at, only, readSpec } from './support/read-spec'

const inSection = (heading: string, body: string) => readSpec(`# Title\n\n## ${heading}\n\n${body}\n`)
const requirements = (body: string) => inSection('Functional Requirements', body)

describe('an entry without an ID', () => {
  it('stands where the section has its items, and knows the kind that it should be of', () => {
    const [, missing] = requirements('1. **[REQ-001]** go\n2. stop').entries
    expect(missing).toMatchObject({ id: undefined, malformed: undefined, role: 'requirement', text: 'stop' })
    expect(missing?.kind?.prefix).toBe('REQ')
  })

  it('has no kind where the template has no IDs', () => {
    const [first] = inSection('Non-Functional Requirements', '- **Performance**: it MUST be fast').entries
    expect(first).toMatchObject({
      kind: undefined,
      role: 'requirement',
      text: 'Performance: it MUST be fast',
    })
  })

  it('is none of the bullets that explain an item, nor of those under an item that is a heading', () => {
    expect(requirements('1. **[REQ-001]** go\n   - by day\n   - by night').entries).toHaveLength(1)
    expect(requirements('### REQ-001: go\n\n- by day\n- by night').entries).toHaveLength(1)
    expect(requirements('**REQ-001**: go\n\n- by day\n- by night').entries).toHaveLength(1)
  })

  it('is no paragraph, no section without a role, no subsection that the template does not have', () => {
    expect(requirements('These are the requirements.').entries).toEqual([])
    expect(inSection('Notes', '- a note').entries).toEqual([])
    expect(requirements('### Assumptions\n\n- it rains').entries).toEqual([])
  })

  it('stands beside siblings that have theirs, in a subsection too', () => {
    const spec = requirements('### Travel\n\n- **REQ-001**: go\n- stop')
    expect(spec.entries.map(({ id, kind }) => [id?.text, kind?.prefix])).toEqual([
      ['REQ-001', 'REQ'],
      [undefined, 'REQ'],
    ])
  })

  it('stands in a phase, and the phase is none', () => {
    const spec = inSection(
      'Implementation Plan',
      '1. **Phase 1**\n   - [ ] Task 1.1: go\n   - [ ] stop\n2. **Phase 2**',
    )
    expect(spec.entries.map(({ id, text }) => [id?.text, text])).toEqual([
      ['Task 1.1', 'go'],
      [undefined, 'stop'],
    ])
  })

  it('is a row of the table that the template has there', () => {
    const spec = inSection(
      'Risks & Mitigations',
      '| Risk | Impact | Probability | Mitigation |\n|--|--|--|--|\n| rain | High | Low | |\n\n| Other | table |\n|--|--|\n| a | b |',
    )
    const entry = only(spec.entries)
    expect(entry).toMatchObject({ form: 'row', role: 'risk', text: 'rain | High | Low', untouched: false })
    expect(entry.parts.map(({ label }) => label)).toEqual(['Impact', 'Probability', 'Mitigation'])
  })

  it('is a row that lacks its ID among rows that have theirs', () => {
    const spec = requirements('| ID | Text |\n|--|--|\n| REQ-001 | go |\n| | stop |')
    expect(spec.entries.map(({ id, text, kind }) => [id?.text, text, kind?.prefix])).toEqual([
      ['REQ-001', 'go', 'REQ'],
      [undefined, 'stop', 'REQ'],
    ])
  })

  it.each([
    ['Goals', '- [ ] Primary goal 1', true],
    ['Goals', '- [ ] Sell more', false],
    ['Non-Functional Requirements', '- **Security**: [Security requirements]', true],
    [
      'Risks & Mitigations',
      '| Risk | Impact | Probability | Mitigation |\n|--|--|--|--|\n| [Risk description] | High/Med/Low | High/Med/Low | [Mitigation strategy] |',
      true,
    ],
    [
      'Technical Decisions',
      '| Decision | Options Considered | Choice | Rationale |\n|--|--|--|--|\n| [Area] | Option A, Option B | Option A | [Why chosen] |',
      true,
    ],
  ])('is untouched as the template has it: %s %j', (heading, body, untouched) => {
    expect(only(inSection(heading, body).entries).untouched).toBe(untouched)
  })
})

describe('a broken ID', () => {
  it.each([
    ['1. **[REQ-]** go', 'REQ-', undefined],
    ['1. **REQ_001**: go', 'REQ_001', 'REQ-001'],
    ['1. **[REQ 001]** go', 'REQ 001', 'REQ-001'],
    ['1. REQ 7: go', 'REQ 7', 'REQ-7'],
    ['1. **REQ–001** go', 'REQ–001', 'REQ-001'],
    ['1. **[REQ-XXX]** go', 'REQ-XXX', undefined],
    ['### REQ_001: go', 'REQ_001', 'REQ-001'],
    ['| ID | Text |\n|--|--|\n| REQ_001 | go |', 'REQ_001', 'REQ-001'],
  ])('%j', (body, text, meant) => {
    const spec = requirements(body)
    const { id, malformed, kind } = only(spec.entries)
    expect(id).toBeUndefined()
    expect(malformed).toMatchObject({ text, meant })
    expect(at(spec, malformed?.span ?? { start: 0, end: 0 })).toBe(text)
    expect(kind?.prefix).toBe('REQ')
  })

  it('has fewer digits than its zero-padded siblings, and names its item all the same', () => {
    const spec = requirements('- **REQ-001**: a\n- **REQ-002**: b\n- **REQ-3**: c')
    const third = spec.items[2]
    expect(third?.malformed).toMatchObject({ text: 'REQ-3', meant: 'REQ-003' })
    expect(third?.id.text).toBe('REQ-3')
    expect(spec.items[0]?.malformed).toBeUndefined()
  })

  it('is not one with more digits, nor where no sibling is padded', () => {
    const more = requirements('- **REQ-001**: a\n- **REQ-1000**: b')
    const free = requirements('- **REQ-9**: a\n- **REQ-10**: b')
    for (const { items } of [more, free]) {
      expect(items.map(({ malformed }) => malformed)).toEqual([undefined, undefined])
    }
  })

  it.each([
    ['in prose', 'The REQ 001 of old, REQ_001 and [REQ-].'],
    ['in a label', '- [TEST] the network\n- [AC power] on'],
    ['where letters count', '- **AC-A**: go'],
    ['as a word in mixed case', '- **Test 1**: go'],
  ])('is not found %s', (_, body) => {
    expect(inSection('Notes', body).entries).toEqual([])
  })

  it('counts outside the section of its kind only beside sound ones', () => {
    expect(inSection('Notes', '- **REQ_001**: go').entries).toEqual([])
    expect(inSection('Notes', '- **REQ_001**: go\n- **REQ-002**: stop').entries).toHaveLength(2)
  })
})
