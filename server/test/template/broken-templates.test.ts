import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/core/template/read-template'

const BODY = '# Spec: [Name]\n\n**Status**: Draft | Final\n\n## Needs\n1. **[REQ-1]** It MUST [do]\n'

/** Reads a template with this front matter, and quotes the place of each problem. */
function reading(yaml: string, body = BODY) {
  const text = `---\n${yaml}\n---\n${body}`
  const { template, problems } = readTemplate({ uri: 'file:///own.md', text })
  return { template, problems: problems.map(({ message, start, end }) => [message, text.slice(start, end)]) }
}

const KINDS = 'specmark:\n  kinds: { REQ: requirement }\n'

describe('a broken template says what is wrong at its place, and the rest of it counts', () => {
  it.each([
    [
      'an unknown key',
      '  colour: red',
      /colour: "colour" means nothing here: use name, recognise/,
      'colour: red',
    ],
    [
      'an unknown role',
      '  sections: { Needs: { role: demand, required: true } }',
      /sections\.Needs\.role: "demand" is not a role: use requirement, criterion/,
      'role: demand',
    ],
    ['a section that is not there', '  sections: { Wants: {} }', /the body has no heading "Wants"/, 'Wants'],
    [
      'a status that is not there',
      '  sections: { Needs: { from: Done } }',
      /"Done" is not a status of this template: it has Draft, Final/,
      'from: Done',
    ],
    [
      'an unknown stage',
      '  status: { stages: { Final: end } }',
      /"end" is not a stage: use draft, review/,
      'Final: end',
    ],
    ['a synonym of nothing', '  status: { synonyms: { Over: [Done] } }', /"Over" is not a status/, 'Over'],
    ['a field that is not there', '  fields: { Owner: { aliases: [Team] } }', /no field "Owner"/, 'Owner'],
    ['a wrong type', '  placeholders: none', /placeholders: expected a list/, 'placeholders: none'],
    ['a placeholder that is not there', '  placeholders: [Goal 1]', /does not contain "Goal 1"/, 'Goal 1'],
    ['a pattern that is none', "  recognise: { id: '(' }", /"\(" is not a regular expression/, "id: '('"],
  ])('%s', (_, yaml, message, place) => {
    const { template, problems } = reading(KINDS + yaml)
    expect(problems).toEqual([[expect.stringMatching(message), place]])
    expect(template?.kinds[0]?.shape?.sample).toBe('It MUST [do]')
  })

  it('keeps what stands beside a mistake', () => {
    const { template } = reading(`${KINDS}  sections: { Needs: { role: demand, required: true } }`)
    expect(template?.sections[0]).toMatchObject({ title: 'Needs', required: true, role: undefined })
  })

  it('an item whose prefix has no role, once a prefix', () => {
    const { template, problems } = reading('specmark: {}', `${BODY}2. **[REQ-2]** It MAY [do]\n`)
    expect(problems).toEqual([
      [
        expect.stringMatching(/^REQ-1 looks like an item, but .* gives REQ no role/),
        '1. **[REQ-1]** It MUST [do]',
      ],
    ])
    expect(template?.sections[0]?.title).toBe('Needs')
  })

  it('the same prefix twice', () => {
    const { problems } = reading('specmark:\n  kinds: { REQ: requirement, Req: test }')
    expect(problems).toEqual([[expect.stringMatching(/is REQ again/), 'Req: test']])
  })
})

describe('a template that cannot serve', () => {
  it.each([
    ['no YAML', 'specmark: [', /not valid YAML/],
    ['a key twice', 'specmark:\n  name: a\n  name: b', /not valid YAML: Map keys must be unique/],
    ['text for the settings', 'specmark: hello', /specmark: expected a mapping/],
  ])('%s: one message with a place, and no template', (_, yaml, message) => {
    const { template, problems } = reading(yaml)
    expect(template).toBeUndefined()
    expect(problems).toEqual([[expect.stringMatching(message), expect.any(String)]])
  })

  it.each(['', 'Just some words.\n', '\n\n'])('no heading: %j', (body) => {
    const { template, problems } = reading('specmark: {}', body)
    expect(template).toBeUndefined()
    expect(problems).toEqual([[expect.stringMatching(/^The template has no heading/), body.split('\n')[0]]])
  })

  it.each([
    '',
    '---',
    '---\nspecmark:',
    '\uFEFF',
    '\0\0\0',
    '---\nspecmark: &a [*a]\n---\n# X',
    '- [',
    '# \uD800',
  ])('never throws: %j', (text) => {
    expect(() => readTemplate({ uri: 'untitled:own', text })).not.toThrow()
  })
})
