import { describe, expect, it } from 'vitest'
import { at, idsOf, only, readSpec } from './support/read-spec'

const section = (heading: string, body: string) => `# Title\n\n## ${heading}\n\n${body}\n`
const requirements = (body: string) => readSpec(section('Functional Requirements', body))
const criteria = (body: string) => readSpec(section('Acceptance Criteria', body))

describe('an item is found', () => {
  it.each([
    ['bold, in brackets', '1. **[REQ-001]** The system MUST go.', 'REQ-001'],
    ['bold', '- **REQ-001** The system MUST go.', 'REQ-001'],
    ['bold, with a colon behind', '- **REQ-001**: The system MUST go.', 'REQ-001'],
    ['bold, with the colon in it', '- **REQ-001:** The system MUST go.', 'REQ-001'],
    ['in brackets', '- [REQ-001] The system MUST go.', 'REQ-001'],
    ['plain, with a colon', '- REQ-001: The system MUST go.', 'REQ-001'],
    ['plain, with a dash', '- REQ-001 — The system MUST go.', 'REQ-001'],
    ['in a code span', '- **`REQ-001`**: The system MUST go.', 'REQ-001'],
    ['with a checkbox', '- [ ] **REQ-001**: The system MUST go.', 'REQ-001'],
    ['behind an emoji', '- ✅ **REQ-001**: The system MUST go.', 'REQ-001'],
    ['as a heading', '### REQ-001: The system MUST go.', 'REQ-001'],
    ['as a heading in brackets', '### [REQ-001] The system MUST go.', 'REQ-001'],
    ['as a numbered heading', '#### 2.1 REQ-001 The system MUST go.', 'REQ-001'],
    ['as a paragraph', '**REQ-001**: The system MUST go.', 'REQ-001'],
    ['with an area', '- **REQ-ALD-006** The system MUST go.', 'REQ-ALD-006'],
    ['with a number in the area', '- **REQ-NS4-006** The system MUST go.', 'REQ-NS4-006'],
    ['with two levels', '- **REQ-020-064** The system MUST go.', 'REQ-020-064'],
    ['with a dot', '- **REQ-1.2** The system MUST go.', 'REQ-1.2'],
    ['with a letter', '- **REQ-003e** The system MUST go.', 'REQ-003e'],
    ['without a hyphen', '- **REQ1**: The system MUST go.', 'REQ1'],
    ['with other digits', '- **REQ-12345** The system MUST go.', 'REQ-12345'],
    ['in lower case', '- **req-001**: The system MUST go.', 'req-001'],
    ['with a hyphen that does not break', '- **REQ‑001** The system MUST go.', 'REQ‑001'],
    ['under another prefix of the role', '- **FR-001**: The system MUST go.', 'FR-001'],
  ])('%s', (_, body, id) => {
    const spec = requirements(body)
    const item = only(spec.items)
    expect(item.id.text).toBe(id)
    expect(at(spec, item.id.span)).toBe(id)
    expect(item.role).toBe('requirement')
    expect(item.text).toBe('The system MUST go.')
    expect(at(spec, item.textSpan)).toBe('The system MUST go.')
  })

  it.each([
    ['text', '4. REQ-004 The lamp MUST hum'],
    ['its title in the bold', '4. **REQ-004 Music**: The lamp MUST hum'],
    ['a bracket that is not closed', '4. **[REQ-004** The lamp MUST hum'],
    ['a full stop', '4. REQ-004. The lamp MUST hum'],
    ['a full stop in the bold', '4. **REQ-004. Music** The lamp MUST hum'],
    ['a bracket that closes only', '4. REQ-004) The lamp MUST hum'],
  ])('that opens a line of a list for its kind, whatever follows: %s', (_, body) => {
    const spec = requirements(`3. **[REQ-003]** The lamp MUST dim\n${body}`)
    expect(idsOf(spec.items)).toEqual(['REQ-003', 'REQ-004'])
    expect(spec.items[1]?.text).toMatch(/^(?:Music:? )?(?:: )?The lamp MUST hum$/)
    expect(spec.references).toEqual([])
  })

  it('that opens a task or a criterion without a colon', () => {
    const plan = '1. **Phase 2**\n   - [ ] Task 2.2: a\n   - [ ] Task 2.3 no colon'
    expect(idsOf(readSpec(section('Implementation Plan', plan)).items)).toEqual(['Task 2.2', 'Task 2.3'])
    expect(idsOf(criteria('- [ ] AC-1 Given a, when b, then c\n- [ ] AC-2. Given a').items)).toEqual([
      'AC-1',
      'AC-2',
    ])
    expect(idsOf(criteria('- [ ] AC-1 Given a\n- [ ] AC-1 Given b').items)).toEqual(['AC-1', 'AC-1'])
  })

  it('in the first cell of a table row', () => {
    const spec = requirements('| ID | Text | Priority |\n|--|--|--|\n| **REQ-001** | It MUST go. | High |')
    const item = only(spec.items)
    expect(item).toMatchObject({ form: 'row', text: 'It MUST go. | High' })
    expect(at(spec, item.textSpan)).toBe('It MUST go. | High')
    expect(item.parts.map((part) => [part.label, at(spec, part.valueSpan)])).toEqual([
      ['Text', 'It MUST go.'],
      ['Priority', 'High'],
    ])
  })

  it.each([['REQ-001'], ['[REQ-001]'], ['`REQ-001`'], ['**REQ-001** (optional)'], ['REQ-001 *(new)*']])(
    'in a first cell that says %s',
    (cell) => {
      expect(idsOf(requirements(`| ID | Text |\n|--|--|\n| ${cell} | It MUST go. |`).items)).toEqual([
        'REQ-001',
      ])
    },
  )

  it('on each line of a paragraph', () => {
    const spec = criteria('These hold:\n**AC1**: it goes\nover two lines\n**AC2**: it stops')
    expect(spec.items.map((item) => [item.id.text, item.text])).toEqual([
      ['AC1', 'it goes over two lines'],
      ['AC2', 'it stops'],
    ])
  })

  it('as a task, with a blank in its ID', () => {
    const spec = readSpec(
      section('Implementation Plan', '1. **Phase 1**\n   - [ ] Task 1.1: Go\n   - [x] TASK-2: Stop'),
    )
    expect(spec.items.map(({ id }) => [id.text, id.prefix, id.area, id.number])).toEqual([
      ['Task 1.1', 'TASK', '1', '1'],
      ['TASK-2', 'TASK', '', '2'],
    ])
  })
})

describe('no item is', () => {
  it.each([
    [
      'an ID of another kind of thing',
      '- **UTF-8**: an encoding\n- **GH-24**: an issue\n- **SHA-256** is a hash',
    ],
    ['a line that goes on about an ID', '- REQ-001, REQ-002 are what this is about'],
    ['a line that an item stands above', '- It goes as\n  - AC-1 has it'],
    ['a bare list of IDs', '- REQ-001\n- REQ-002'],
    ['a link to an item', '- [REQ-001](#req-001): go'],
    ['a slug', '- **REQ-001-login**: go'],
    ['a file', '- **REQ-001.md**: go'],
    ['a range', '- REQ-001 through REQ-004: go'],
    ['a quotation', '> - **REQ-001**: go'],
    ['code', '```\n- **REQ-001**: go\n```'],
    ['a comment', '<!-- - **REQ-001**: go -->'],
    ['an arrow between two', '- REQ-001 → AC-1'],
    ['a cell that remarks on an item', '| What | Verdict |\n|--|--|\n| REQ-001 — going | kept |'],
  ])('%s', (_, body) => {
    expect(idsOf(requirements(body).items)).toEqual([])
  })
})

describe('a line that goes on about an ID in plain text is no item', () => {
  it('where the ID is defined in another line, before or after', () => {
    const spec = requirements('- REQ-001 needs more thought\n- **REQ-001**: go\n- REQ-001 Later')
    expect(spec.items.map(({ text }) => text)).toEqual(['go'])
    expect(spec.references.map(({ id }) => id.text)).toEqual(['REQ-001', 'REQ-001'])
  })

  it('in a section for other things, and below an item', () => {
    expect(idsOf(readSpec(section('Notes', '- REQ-001 is what this is about')).items)).toEqual([])
    expect(idsOf(criteria('- REQ-001 is what this is about').items)).toEqual([])
    expect(idsOf(requirements('- **REQ-001**: go\n  - REQ-002 says how').items)).toEqual(['REQ-001'])
  })
})

describe('two ways to write an ID are one', () => {
  it.each([
    ['REQ-1', 'REQ-001'],
    ['AC1', 'AC-1'],
    ['req-7', 'REQ-007'],
    ['Task 1.1', 'TASK-1.1'],
    ['REQ‑12', 'REQ-12'],
  ])('%s and %s', (one, other) => {
    const [a, b] = readSpec(`- **${one}**: go\n- **${other}**: go\n`).items
    expect(a?.id.key).toBe(b?.id.key)
  })

  it.each([
    ['REQ-1', 'REQ-10'],
    ['REQ-1a', 'REQ-1'],
    ['REQ-A-1', 'REQ-1'],
    ['AC-1.1', 'AC-11'],
  ])('but not %s and %s', (one, other) => {
    const [a, b] = readSpec(`- **${one}**: go\n- **${other}**: go\n`).items
    expect(a?.id.key).not.toBe(b?.id.key)
  })
})

describe('a kind has one defining form', () => {
  it('the first in a section of its role', () => {
    const spec = readSpec(
      '# T\n\n## Summary\n\n| ID | Text |\n|--|--|\n| REQ-001 | go |\n| REQ-002 | stop |\n| REQ-003 | wait |\n\n' +
        '## Functional Requirements\n\n- **REQ-001**: go\n- **REQ-002**: stop\n',
    )
    expect(spec.items.map(({ id, form }) => [id.text, form])).toEqual([
      ['REQ-001', 'listItem'],
      ['REQ-002', 'listItem'],
    ])
    expect(spec.references.map(({ id }) => id.text)).toEqual(['REQ-001', 'REQ-002', 'REQ-003'])
  })

  it('else the commonest', () => {
    const spec = readSpec(
      '# T\n\n### REQ-001: go\n\n### REQ-002: stop\n\n### REQ-003: wait\n\nSee:\n\n- **REQ-001**: done\n',
    )
    expect(spec.items.map(({ form }) => form)).toEqual(['heading', 'heading', 'heading'])
    expect(spec.references.map(({ id }) => id.text)).toEqual(['REQ-001'])
  })

  it('a heading directly above its own list item is the same item', () => {
    const spec = requirements('### REQ-001: Go\n\n- **REQ-001**: The system MUST go.\n- It may stop.')
    const item = only(spec.items)
    expect(item.form).toBe('heading')
    expect(item.passages.map(({ text }) => text.trim())).toEqual([
      'REQ-001: Go',
      'REQ-001  : The system MUST go.',
      'It may stop.',
    ])
  })

  it('a later checklist repeats an ID, and does not define it', () => {
    const spec = readSpec(
      '# T\n\n## Functional Requirements\n\n- **[REQ-001]** go\n\n## Definition of Done\n\n- [ ] **[REQ-001]** done\n',
    )
    expect(idsOf(spec.items)).toEqual(['REQ-001'])
    expect(idsOf(spec.items)).toHaveLength(1)
    expect(spec.references.map(({ id }) => at(spec, id.span))).toEqual(['REQ-001'])
  })

  it('a copy in the same section is a second definition', () => {
    const spec = requirements('1. **[REQ-001]** go\n2. **[REQ-001]** stop')
    expect(spec.items.map(({ text }) => text)).toEqual(['go', 'stop'])
  })

  it('a copy under the next heading is a second definition, a remark elsewhere is none', () => {
    const body = '- **REQ-001**: go\n\n### B\n\n- **REQ-001**: stop\n- **REQ-002**: wait\n'
    expect(idsOf(readSpec(`# T\n\n### A\n\n${body}`).items)).toEqual(['REQ-001', 'REQ-001', 'REQ-002'])
    const remark = `# T\n\n## A\n\n- **REQ-001**: go\n\n### Questions\n\n- **REQ-001**: how far?\n`
    expect(idsOf(readSpec(remark).items)).toEqual(['REQ-001'])
  })

  it('a list that goes through all items again defines none', () => {
    const list = '- **FR-001**: go\n- **FR-002**: stop\n'
    const spec = readSpec(`# T\n\n## A\n\n${list}\n## Checked\n\n${list}`)
    expect(idsOf(spec.items)).toEqual(['FR-001', 'FR-002'])
    expect(spec.references.map(({ id }) => id.text)).toEqual(['FR-001', 'FR-002'])
  })

  it('an ID that nothing else defines is an item in another form too', () => {
    const spec = requirements('- **REQ-001**: go\n- **REQ-002**: stop\n\n### REQ-003: wait')
    expect(idsOf(spec.items)).toEqual(['REQ-001', 'REQ-002', 'REQ-003'])
  })

  it('an ID in the section of another kind is an item, in a checklist of what is done it is a mention', () => {
    const spec = readSpec(
      '# T\n\n## Functional Requirements\n\n- **REQ-001**: go\n\n## Acceptance Criteria\n\n- **REQ-002**: stop\n\n' +
        '## Definition of Done\n\n- **REQ-003**: wait\n',
    )
    expect(idsOf(spec.items)).toEqual(['REQ-001', 'REQ-002'])
  })
})

describe('an item knows', () => {
  it('the kind and the shape that the template gives it', () => {
    const item = only(requirements('- **REQ-001**: go').items)
    expect(item.kind).toMatchObject({ prefix: 'REQ', shape: { width: 3, bracketed: true } })
  })

  it('all that it says: continued paragraphs and bullets that are no items', () => {
    const spec = requirements(
      '1. **[REQ-001]** go\n   far\n\n   and further\n   - by day\n   - **REQ-002**: by night',
    )
    const [outer, inner] = spec.items
    expect(outer?.passages.map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual([
      '[REQ-001] go far',
      'and further',
      'by day',
    ])
    expect(inner?.parent).toBe(outer)
    expect(at(spec, outer?.span ?? { start: 0, end: 0 })).toContain('by night')
  })

  it('what stands under a number of two digits as what stands under one of one digit', () => {
    const spec = requirements(
      '9. **[REQ-009]** go\n   - by day\n10. **[REQ-010]** stop\n    - by night\n11. **[REQ-011]** wait\n   - at noon\n   - at ten',
    )
    expect(spec.entries.map(({ id, passages }) => [id?.text, passages.length])).toEqual([
      ['REQ-009', 2],
      ['REQ-010', 2],
      ['REQ-011', 3],
    ])
  })

  it('its checkbox', () => {
    const spec = criteria('- [x] **AC-1**: Given a, when b, then c')
    const item = only(spec.items)
    expect(item.checkbox).toMatchObject({ checked: true, role: 'criterion' })
    expect(item.checkbox).toBe(only(spec.checkboxes))
  })

  it('its parts', () => {
    const spec = readSpec(
      section(
        'Test Cases',
        '1. **[TEST-001]** Test it\n   - Input: `a`\n   - **Expected:** b\n     over two lines\n   - only a note',
      ),
    )
    expect(only(spec.items).parts.map((part) => [part.label, at(spec, part.valueSpan)])).toEqual([
      ['Input', '`a`'],
      ['Expected', 'b\n     over two lines'],
    ])
  })

  it('parts that are lines of its own text', () => {
    const spec = readSpec(section('Test Cases', '- **TEST-001**: Test it\n  Input: a\n  Expected: b'))
    expect(only(spec.items).parts.map((part) => [part.label, at(spec, part.valueSpan)])).toEqual([
      ['Input', 'a'],
      ['Expected', 'b'],
    ])
  })

  it.each([
    ['- ~~**[REQ-001]** go~~', true],
    ['- **[REQ-001]** ~~go~~ given up in March', true],
    ['- **[REQ-001]** Retired: go', true],
    ['- **[REQ-001]** **RETIRED in version 2.** The fax did it', true],
    ['- **[REQ-001]** WITHDRAWN (see REQ-004)', true],
    ['- **[REQ-001]** Retired.', true],
    ['- **[REQ-001]** Retired by its owner, a loan MUST go', false],
    ['- **[REQ-001]** RETIRED loans MUST go', false],
    ['- **[REQ-001]** Removed loans MUST go', false],
    ['- **[REQ-001]** go ~~far~~', false],
    ['- **[REQ-001]** The retired MUST go', false],
    ['| ID | Text |\n|--|--|\n| REQ-001 | ~~go~~ |', true],
    ['| ID | Text |\n|--|--|\n| ~~REQ-001~~ | go |', true],
    ['| ID | Text |\n|--|--|\n| REQ-001 | go ~~far~~ |', false],
  ])('whether it is retired: %j', (body, retired) => {
    expect(only(requirements(body).items).retired).toBe(retired)
  })

  it.each([
    ['1. **[REQ-001]** The system MUST [specific requirement]', true],
    ['1. **[REQ-001]** [specific requirement]', true],
    ['1. **[REQ-001]** The system MUST go', false],
    ['1. **[REQ-001]** The system MUST go with [specific requirement]', false],
  ])('whether it still says what the template says: %j', (body, untouched) => {
    expect(only(requirements(body).items).untouched).toBe(untouched)
  })
})
