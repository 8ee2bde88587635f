import { describe, expect, it } from 'vitest'
import { completion } from '../../src/core/features/completion'
import { accept } from './support/client'
import { accepted, change, complete } from './support/complete'
import { contextOf, templateOf } from './support/context'
import { LAMP, withLineBelow, withReplaced } from './support/specs'

describe('completion of an ID that is named', () => {
  const inCriterion = (typed: string) => withReplaced(LAMP, 'dims to 5 % (REQ-001)', `dims to 5 % (${typed})`)

  it('offers every other item behind a bracket, in document order', () => {
    expect(complete(inCriterion('[│]')).labels).toEqual([
      'REQ-001',
      'REQ-002',
      'REQ-003',
      'AC-2',
      'Task 1.1',
      'Task 1.2',
      'Task 2.1',
      'TEST-001',
    ])
  })

  it('shows the text beside the ID, and finds items by its words', () => {
    const { items } = complete(inCriterion('[remember│]'))
    expect(items.map((item) => [item.label, item.labelDetails?.description])).toEqual([
      ['REQ-002', 'The lamp SHOULD remember its last level'],
    ])
  })

  it('replaces the bracket, the one that the editor closed, and what is typed of the ID', () => {
    expect(change(inCriterion('[│]'), 'REQ-002')).toContain('dims to 5 % (REQ-002)')
    expect(change(inCriterion('[REQ-│]'), 'REQ-002')).toContain('dims to 5 % (REQ-002)')
    expect(change(inCriterion('[REQ-│001]'), 'REQ-002')).toContain('dims to 5 % (REQ-002)')
  })

  it('writes brackets where the document does', () => {
    const text = LAMP.replaceAll(/(?<!\[)REQ-00\d/g, '[$&]')
    const marked = withReplaced(text, '([REQ-002])', '([│])')
    expect(change(marked, 'REQ-001')).toContain('shines at 40 % ([REQ-001])')
  })

  it.each(['REQ-│', 'REQ-0│', 'RE│'])('offers the IDs that begin with %s', (typed) => {
    const marked = inCriterion(typed)
    expect(complete(marked).labels).toEqual(['REQ-001', 'REQ-002', 'REQ-003'])
    expect(change(marked, 'REQ-001')).toContain('(REQ-001)')
  })

  it.each(['(req-│', '(req-0│', '(Req-│', 'req-0│'])('in whatever case they are typed: %s', (typed) => {
    const marked = withReplaced(LAMP, 'dims to 5 % (REQ-001)', `dims to 5 % ${typed}`)
    expect(complete(marked).labels).toEqual(['REQ-001', 'REQ-002', 'REQ-003'])
  })

  it('offers IDs with a blank in them by their number', () => {
    expect(complete(inCriterion('see Task 1.│')).labels).toEqual(['Task 1.1', 'Task 1.2'])
  })

  it('marks a retired item', () => {
    const retired = complete(inCriterion('[│]')).items.find((item) => item.label === 'REQ-003')
    expect(retired).toMatchObject({ detail: 'retired requirement', tags: [1] })
  })

  it('offers them in plain paragraphs and table cells too', () => {
    expect(complete(withReplaced(LAMP, 'the old lamp', 'by [│ the old lamp')).labels).toContain('REQ-001')
    expect(complete(withReplaced(LAMP, 'It does not hum', 'Needed by REQ-│')).labels).toContain('REQ-001')
  })
})

describe('completion of a new item', () => {
  it.each([
    ['-│'],
    ['- │'],
    ['- [│]'],
    ['- [ ] │'],
    ['- [ ] **│'],
    ['- [ ] **AC│'],
    ['**│'],
    ['*│'],
    ['- **[│]'],
  ])('inserts the next criterion behind %s', (typed) => {
    const marked = withLineBelow(LAMP, '**AC-2**', typed)
    expect(complete(marked).labels[0]).toBe('AC-3')
    expect(change(marked, 'AC-3')).toBe(
      '- [ ] **AC-3**: Given [context], when [action], then [expected result]',
    )
  })

  it('offers the other shape of a criterion', () => {
    const marked = withLineBelow(LAMP, '**AC-2**', '- [│]')
    expect(change(marked, 'AC-3', 'Edge case')).toBe(
      '- [ ] **AC-3**: Edge case: [description of edge case handling]',
    )
  })

  it.each([['4. **│'], ['-│'], ['4. │'], ['**[│]'], ['4. **[REQ-│]**']])(
    'goes on counting requirements behind %s, past a retired one',
    (typed) => {
      const marked = withLineBelow(LAMP, '[REQ-003]', typed)
      expect(complete(marked).items.map((item) => [item.label, item.labelDetails?.description])).toEqual([
        ['REQ-004', 'The system MUST [specific requirement]'],
        ['REQ-004', 'The system SHOULD [specific requirement]'],
        ['REQ-004', 'The system MAY [optional requirement]'],
      ])
      expect(change(marked, 'REQ-004', 'SHOULD')).toBe(
        '4. **[REQ-004]** The system SHOULD [specific requirement]',
      )
    },
  )

  it('has tab stops on what is to be written', () => {
    const { items } = complete(withLineBelow(LAMP, '[REQ-003]', '4. **│'))
    expect(items[0]).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: '4. **[REQ-004]** The system MUST $'.concat('{1:[specific requirement]}') },
    })
  })

  it('inserts the parts that the template gives a kind', () => {
    const marked = withLineBelow(LAMP, 'Expected: 5 %', '2. **│')
    expect(change(marked, 'TEST-002', 'Test [feature]')).toBe(
      [
        '2. **[TEST-002]** Test [feature] with [condition]',
        '   - Input: [specific input]',
        '   - Expected: [specific output]',
      ].join('\n'),
    )
  })

  it('indents the parts by the width of the marker', () => {
    const marked = withLineBelow(LAMP, 'Expected: 5 %', '10. **│')
    expect(change(marked, 'TEST-002', 'Test [feature]')).toContain('\n    - Input: [specific input]')
  })

  it('numbers tasks by their phase', () => {
    expect(change(withLineBelow(LAMP, 'Task 1.2', '   - [│]'), 'Task 1.3')).toBe(
      '   - [ ] Task 1.3: [Specific task]',
    )
    expect(change(withLineBelow(LAMP, 'Task 2.1', '   -│'), 'Task 2.2')).toBe(
      '   - [ ] Task 2.2: [Specific task]',
    )
    const third = withLineBelow(LAMP, 'Task 2.1', '\n3. **Phase 3: Proof**\n   - [ ] │')
    expect(complete(third).labels).toEqual(['Task 3.1'])
  })

  it('keeps the style of the items that are there', () => {
    const plain = loose(
      '## Requirements\n\n* REQ-01 - The lamp must dim\n* REQ-02 - The lamp must glow\n* │\n',
    )
    expect(accepted(plain, 'REQ-03')).toContain('\n* REQ-03 - \n')
    const area = loose('## Needs\n\n- **REQ-LMP-01**: It dims\n- **REQ-LMP-02**: It glows\n- **│\n')
    expect(accepted(area, 'REQ-LMP-03')).toContain('\n- **REQ-LMP-03**: \n')
    const heading = loose('### REQ-001: Dims\n\nText.\n\n### REQ-002: Glows\n\nText.\n\n### │\n')
    expect(accepted(heading, 'REQ-003')).toContain('\n### REQ-003: \n')
  })

  it('gives rows of a requirements table their next ID', () => {
    const table = loose(
      '## Needs\n\n| ID | Text |\n|----|------|\n| **REQ-1** | It dims |\n| **REQ-2** | It glows |\n|│\n',
    )
    expect(accepted(table, 'REQ-3')).toContain('\n| **REQ-3** |  |\n')
  })

  it.each(['| REQ-│ |', '| REQ│ |  |', '| │ | It shines |', '|│ | It shines |', '| **│** | It shines |'])(
    'gives the cell for the ID in a new row the next one, and no mention: %s',
    (typed) => {
      const table = loose(
        `## Needs\n\n| ID | Text |\n|----|------|\n| REQ-1 | It dims |\n| REQ-2 | It glows |\n${typed}\n`,
      )
      expect(complete(table).labels).toEqual(['REQ-3'])
    },
  )

  it('puts the ID alone into the cell of a row that says something', () => {
    const rows =
      '## Needs\n\n| ID | Text |\n|----|------|\n| **REQ-1** | It dims |\n| **REQ-2** | It glows |\n'
    expect(accepted(loose(`${rows}| │ | It shines |\n`), 'REQ-3')).toContain('\n| **REQ-3** | It shines |\n')
    expect(accepted(loose(`${rows}| REQ-│ | It shines |\n`), 'REQ-3')).toContain(
      '\n| **REQ-3** | It shines |\n',
    )
    expect(accepted(loose(`${rows}| **REQ-│** | It shines |\n`), 'REQ-3')).toContain(
      '\n| **REQ-3** | It shines |\n',
    )
  })

  it('begins items that a template has as headings or rows', () => {
    const template = templateOf(
      [
        '---\nspecmark:\n  kinds: { REQ: requirement, RISK: risk }',
        '  sections: { Needs: { required: true }, Dangers: { required: true } }\n---\n# Brief: [Name]\n',
        '## Needs\n\n### REQ-01: [Title]\n\n## Dangers\n\n| ID | Risk |\n|----|------|\n| **RISK-1** | [Risk] |\n',
      ].join('\n'),
    )
    const text = '# Brief: Lamp\n\n## Needs\n\n### │\n\n## Dangers\n\n| ID | Risk |\n|----|------|\n'
    expect(accepted(text, 'REQ-01', '', template)).toContain('\n### REQ-01: [Title]\n')
    const table = `${text.replace('### │', '')}|│\n`
    expect(accepted(table, 'RISK-1', '', template)).toContain('\n| **RISK-1** |  |\n')
  })

  it('offers no items under another heading', () => {
    const marked = loose('## Needs\n\n### REQ-1: Dims\n\n### REQ-2: Glows\n\n## Notes\n\n### │\n')
    expect(complete(marked).labels).toEqual([])
  })

  it('inserts the ID alone before text that stands there', () => {
    const marked = withLineBelow(LAMP, '[REQ-003]', '4. **[│]** The lamp MUST glow')
    expect(change(marked, 'REQ-004')).toBe('4. **[REQ-004]** The lamp MUST glow')
  })

  it.each(['- │\n', '- **│\n', '- [│]\n'])('serves a list under no heading but the title: %j', (typed) => {
    const marked = `# Lamp\n\n- **REQ-001**: It MUST dim\n- **REQ-002**: It glows\n${typed}`
    expect(accepted(marked, 'REQ-003')).toContain('\n- **REQ-003**: \n')
  })

  it('serves a section of the author below one of the template', () => {
    const marked = withLineBelow(LAMP, '**AC-2**', '\n#### At night\n- [│]')
    expect(complete(marked).labels).toContain('AC-3')
  })
})

describe("snippets of a workspace's own template", () => {
  const own = contextOf(`${LAMP}\nspec-a`)
  const snippet = { name: 'Item: A', prefix: 'spec-a', description: 'An item', body: ['- a', '- b'] }

  it('come where their prefix is typed', () => {
    const items = completion({ ...own, snippets: [snippet] }, own.spec.text.length)
    expect(items.map((item) => [item.label, accept(own.document, item)])).toEqual([
      ['spec-a', `${LAMP}\n- a\n- b`],
    ])
  })

  it('stay away in prose, and where there are none', () => {
    expect(completion(own, own.spec.text.length)).toEqual([])
    const prose = contextOf(withReplaced(LAMP, 'Readers', 'Readers spec'))
    const at = prose.spec.text.indexOf('Readers spec') + 'Readers spec'.length
    expect(completion({ ...prose, snippets: [snippet] }, at)).toEqual([])
  })
})

describe('completion of field values', () => {
  it.each([
    '**Status**:│',
    '**Status**: │',
    '**Status**: Re│',
    '**Status**: Review│',
    '**Status**: │Review  ',
  ])('offers the statuses at %s', (typed) => {
    const marked = withReplaced(LAMP, '**Status**: Review', typed)
    const { labels } = complete(marked)
    expect(labels).toContain('Review')
    if (!typed.includes('Re│')) expect(labels).toEqual(['Draft', 'Review', 'Approved', 'Implemented'])
    expect(change(marked, 'Review').trimEnd()).toBe('**Status**: Review')
  })

  it.each(['**Created**: [│', '**Created**: [│]', '**ID**: [│'])(
    'names no items in the value of a field: %s',
    (typed) => {
      const label = typed.slice(0, typed.indexOf(':'))
      const line = LAMP.split('\n').find((each) => each.startsWith(label)) ?? ''
      expect(complete(withReplaced(LAMP, line, typed)).labels).toEqual([])
    },
  )

  it('replaces the list of all statuses', () => {
    const marked = withReplaced(LAMP, 'Review', 'Draft | │Review | Approved | Implemented')
    expect(change(marked, 'Approved')).toBe('**Status**: Approved  ')
  })

  it('offers today for a date', () => {
    expect(
      change(withReplaced(LAMP, '**Last Updated**: 2026-01-20', '**Last Updated**:│'), '2026-02-03'),
    ).toBe('**Last Updated**: 2026-02-03  ')
    expect(change(withReplaced(LAMP, '**Created**: 2026-01-15', '**Created**: [│Date]'), '2026-02-03')).toBe(
      '**Created**: 2026-02-03  ',
    )
  })

  it('proposes a document ID', () => {
    expect(change(withReplaced(LAMP, ' SPEC-2026-01-15-001', '│'), 'SPEC-2026-02-03-001')).toBe(
      '**ID**: SPEC-2026-02-03-001  ',
    )
  })
})

describe('completion in tables', () => {
  it('offers the values of a column', () => {
    const marked = withReplaced(LAMP, '| Flicker | High |', '| Flicker |│ |')
    expect(complete(marked).labels).toEqual(['High', 'Med', 'Low'])
    expect(change(marked, 'Med')).toBe('| Flicker | Med | Low | Measure it |')
  })

  it('offers the others where a value stands, and keeps the width', () => {
    const marked = withReplaced(LAMP, '| High |', '| High│   |')
    expect(change(marked, 'Low')).toBe('| Flicker | Low    | Low | Measure it |')
  })

  it('offers a whole row, with choices', () => {
    const marked = withLineBelow(LAMP, '| Flicker', '|│')
    const { items } = complete(marked)
    expect(items[0]?.textEdit).toMatchObject({
      newText: ['| $', '{1:} | $', '{2|High,Med,Low|} | $', '{3|High,Med,Low|} | $', '{4:} |'].join(''),
    })
    expect(complete(withLineBelow(LAMP, '| Dimmer', '|│')).labels).toEqual(['new row'])
  })

  it.each([
    ['a header', '| Risk | Impact |', '| Risk |│ Impact |'],
    ['a delimiter row', '|------|--------|', '|------|│--------|'],
    ['a cell without values', '| Measure it |', '|│ Measure it |'],
  ])('offers nothing in %s', (_, words, typed) => {
    expect(complete(withReplaced(LAMP, words, typed)).labels).toEqual([])
  })
})

describe('completion of headings', () => {
  it('offers the missing sections of the level, with their body', () => {
    const marked = `${LAMP}\n## │`
    expect(complete(marked).labels).toEqual(['Success Metrics', 'References', 'Implementation Notes'])
    expect(accepted(marked, 'References')).toBe(
      `${LAMP}\n## References\n- [Link to related specifications]\n- [Link to design documents]\n- [Link to API documentation]`,
    )
  })

  it('offers subsections below the section that has them', () => {
    expect(complete(withLineBelow(LAMP, 'Readers are dazzled', '\n### │')).labels).toEqual(['Background'])
    expect(complete(`${LAMP}\n### │`).labels).toEqual([])
  })

  it('finds them by what is typed', () => {
    expect(complete(`${LAMP}\n## Ref│`).labels).toEqual(['References'])
    expect(accepted(`${LAMP}\n## Ref│`, 'References')).toContain('\n## References\n- [Link')
  })

  it('offers no section to a loose spec', () => {
    expect(complete(loose('## Needs\n\n- REQ-1: It dims\n- REQ-2: It glows\n\n## │')).labels).toEqual([])
  })
})

describe('completion of normative keywords', () => {
  it.each(['The lamp │', 'The lamp M│', 'When it is dark, the lamp mu│'])(
    'follows the subject in %s',
    (typed) => {
      const marked = withLineBelow(LAMP, '[REQ-003]', `4. **[REQ-004]** ${typed}`)
      expect(complete(marked).labels).toContain('MUST NOT')
      expect(change(marked, 'MUST')).toBe(
        `4. **[REQ-004]** ${typed.replace(/\w*│/, '')}MUST`.replace('REQ-004]** ', 'REQ-004]** '),
      )
    },
  )

  it.each(['│', 'The │', 'The lamp MUST │', 'The lamp MUST dim and │', 'The lamp di│', 'The lamp │ dims'])(
    'is not offered at %s',
    (typed) => {
      expect(complete(withLineBelow(LAMP, '[REQ-003]', `4. **[REQ-004]** ${typed}`)).labels).toEqual([])
    },
  )

  it('is not offered outside requirements', () => {
    expect(complete(withReplaced(LAMP, 'Readers are dazzled', 'Readers │')).labels).toEqual([])
  })
})

/** A document that is no spec of the template, but defines items. */
function loose(rest: string): string {
  return `# Lamp\n\n${rest}`
}
