import { describe, expect, it } from 'vitest'
import { at, only, readSpec } from './support/read-spec'

const HEAD = '# T\n\n## Functional Requirements\n\n1. **[REQ-001]** go\n2. **[REQ-002]** stop\n\n## Notes\n\n'
const notes = (body: string) => readSpec(HEAD + body)
const named = (body: string) => notes(body).references.map(({ id }) => id.text)

describe('an ID is named', () => {
  it.each([
    ['in prose', 'As REQ-001 says.', ['REQ-001']],
    ['in brackets', 'As [REQ-001] says.', ['REQ-001']],
    ['in emphasis', 'As *(REQ-001)* and **REQ-002** say.', ['REQ-001', 'REQ-002']],
    ['in a link', 'As [REQ-001](#req-001) says.', ['REQ-001']],
    ['in a table', '| a | b |\n|--|--|\n| x | REQ-001, REQ-002 |', ['REQ-001', 'REQ-002']],
    ['at the end of a sentence', 'See REQ-001. And REQ-002.', ['REQ-001', 'REQ-002']],
    ['beside letters of another script', '参照REQ-001를', ['REQ-001']],
    ['as one of two', 'REQ-001/REQ-002', ['REQ-001', 'REQ-002']],
    ['as a task', 'after Task 1.1 and TASK-2', ['Task 1.1', 'TASK-2']],
    ['as the possessor', 'REQ-001’s text', ['REQ-001']],
  ])('%s', (_, body, ids) => {
    const spec = notes(body)
    expect(spec.references.map(({ id }) => id.text)).toEqual(ids)
    for (const { id } of spec.references) expect(at(spec, id.span)).toBe(id.text)
  })

  it.each([
    ['in code', '`see REQ-001 there`'],
    ['in a comment', '<!-- REQ-001 -->'],
    ['in a destination', '[text](docs/REQ-001)'],
    ['in a path', 'docs/REQ-001'],
    ['in a file name', 'REQ-001.md'],
    ['in a slug', 'REQ-001-login'],
    ['in the ID of a spec', 'SPEC-TEST-001'],
    ['as an anchor', '#REQ-001'],
    ['in a word', 'XREQ-001 and REQ-001x2'],
    ['with a prefix that has no role', 'UTF-8, GH-24, ABC-123'],
    ['in other words', 'task 2 of test 3'],
    ['without digits', 'REQ-ABC'],
  ])('not %s', (_, body) => {
    expect(named(body)).toEqual([])
  })

  it('in a way that words have too, only where such an item is defined', () => {
    expect(named('see req-001 and req-009')).toEqual(['req-001'])
    expect(readSpec('- **AC1**: go\n- **AC2**: stop\n\nAC1 comes before AC3.').references).toHaveLength(1)
  })

  it('in a code span that says nothing else: a mention not to be judged', () => {
    const spec = notes('All `[REQ-001]` are met, see `REQ-001, REQ-002`.')
    expect(spec.references.map(({ id, code }) => [at(spec, id.span), code])).toEqual([
      ['REQ-001', true],
      ['REQ-001', true],
      ['REQ-002', true],
    ])
  })

  it('by the entry in whose text it stands', () => {
    const spec = readSpec(
      `${HEAD.replace('## Notes', '## Acceptance Criteria')}- [ ] **AC-1**: Given a, when b, then c\n  - as REQ-001 says\n\nREQ-002`,
    )
    expect(spec.references.map(({ id, from }) => [id.text, from?.id?.text])).toEqual([
      ['REQ-001', 'AC-1'],
      ['REQ-002', undefined],
    ])
  })
})

describe('a range names each', () => {
  it.each([
    ['REQ-001 through REQ-004'],
    ['REQ-001 to REQ-004'],
    ['[REQ-001]–[REQ-004]'],
    ['REQ-001 - REQ-004'],
    ['REQ-001 ~ REQ-004'],
    ['`[REQ-001]` through `[REQ-004]`'],
    ['**REQ-001** … **REQ-004**'],
  ])('%s', (range) => {
    const spec = notes(`See ${range}.`)
    expect(spec.references.map(({ id, implied }) => [id.text, implied])).toEqual([
      ['REQ-001', false],
      ['REQ-002', true],
      ['REQ-003', true],
      ['REQ-004', false],
    ])
  })

  it.each([['REQ-001..004'], ['REQ-001–004'], ['REQ-001~004']])(
    '%s, the end too by the whole range',
    (range) => {
      const spec = notes(`See ${range}.`)
      expect(spec.references.map(({ id, implied }) => [id.text, implied, at(spec, id.span)])).toEqual([
        ['REQ-001', false, 'REQ-001'],
        ['REQ-002', true, range],
        ['REQ-003', true, range],
        ['REQ-004', true, range],
      ])
    },
  )

  it.each([
    ['backwards', 'REQ-004 to REQ-001', ['REQ-004', 'REQ-001']],
    ['of two kinds', 'REQ-001 to AC-4', ['REQ-001', 'AC-4']],
    ['of two areas', 'REQ-A-001 to REQ-B-004', ['REQ-A-001', 'REQ-B-004']],
    ['that is two levels', 'REQ-001-004', ['REQ-001-004']],
    ['that is two items', 'REQ-001 and REQ-004', ['REQ-001', 'REQ-004']],
    ['too long to be meant', 'REQ-001 to REQ-999999999', ['REQ-001', 'REQ-999999999']],
  ])('but not one %s', (_, body, ids) => {
    expect(named(body)).toEqual(ids)
  })
})

describe('the last end of a range that is written as a number', () => {
  it('is told from what is only implied', () => {
    const ends = notes('REQ-001..004 and REQ-001 to REQ-003').references
    expect(ends.map(({ id, implied, bareEnd }) => [id.text, implied, bareEnd])).toEqual([
      ['REQ-001', false, false],
      ['REQ-002', true, false],
      ['REQ-003', true, false],
      ['REQ-004', true, true],
      ['REQ-001', false, false],
      ['REQ-002', true, false],
      ['REQ-003', false, false],
    ])
  })
})

describe('a list of numbers names each', () => {
  it.each([
    ['REQ-001/002/004', ['REQ-001', 'REQ-002', 'REQ-004']],
    ['REQ-001 / 002', ['REQ-001', 'REQ-002']],
    ['REQ-A-001, 002, 010', ['REQ-A-001', 'REQ-A-002', 'REQ-A-010']],
    ['REQ-001, 002 and 004', ['REQ-001', 'REQ-002', 'REQ-004']],
    ['**REQ-001**/002', ['REQ-001', 'REQ-002']],
    ['AC-12/13', ['AC-12', 'AC-13']],
    ['REQ-004a/b', ['REQ-004a', 'REQ-004b']],
    ['REQ-001/002, REQ-004', ['REQ-001', 'REQ-002', 'REQ-004']],
  ])('%s', (body, ids) => {
    expect(named(body)).toEqual(ids)
  })

  it('by the whole list', () => {
    const spec = notes('See REQ-001/002/004.')
    expect(
      spec.references.map(({ id, implied, bareEnd }) => [id.text, implied, bareEnd, at(spec, id.span)]),
    ).toEqual([
      ['REQ-001', false, false, 'REQ-001'],
      ['REQ-002', true, false, 'REQ-001/002/004'],
      ['REQ-004', true, false, 'REQ-001/002/004'],
    ])
  })

  it.each([
    ['a number of another width', 'REQ-001/2'],
    ['a figure behind a comma', 'REQ-001, 200 entries'],
    ['a fraction', 'REQ-001/002.5'],
    ['a file', 'REQ-001/002.md'],
    ['a unit', 'REQ-12/24h'],
    ['letters that are a word', 'REQ-004a/better'],
  ])('but not %s', (_, body) => {
    expect(named(body)).toHaveLength(1)
  })
})

describe('an ID may live elsewhere where its sentence', () => {
  it.each([
    ['names a document', 'REQ-009 of plan.md says so.'],
    ['names one by its path', 'REQ-009 of ../billing/spec.md says so.'],
    ['links to a file', 'REQ-009 of [the data](data.json) says so.'],
    ['links to a document on the web', 'REQ-009 of [the plan](https://example.com/docs/plan.md) says so.'],
    ['links to one', 'REQ-009 of [the plan](../plan.md) says so.'],
    ['names a document in code', 'REQ-009 of `specs/012/spec.md` says so.'],
    ['names another spec by its ID', 'REQ-009 of SPEC-2026-01-20-004 says so.'],
  ])('%s', (_, body) => {
    expect(only(notes(body).references).elsewhere).toBe(true)
  })

  it('and not where the next sentence does, or a link stays in the document', () => {
    expect(only(notes('REQ-009 says so. See plan.md.').references).elsewhere).toBe(false)
    expect(only(notes('REQ-009 says so, [see below](#below).').references).elsewhere).toBe(false)
    expect(only(notes('This spec says so in REQ-009, as `src/main.ts` does.').references).elsewhere).toBe(
      false,
    )
  })

  it.each([
    ['says that something is gone', 'REQ-009 was moved, when it is removed, deleted or merged.'],
    ['names a file of another sort', 'Given a file data.json or report.pdf, REQ-009 holds.'],
    ['speaks of documents', 'Given an existing document of the other spec, REQ-009 holds.'],
    ['has a web page', 'REQ-009 is as [people](https://example.com/why) want it.'],
  ])('and not where it only %s: what words mean is not for the model', (_, body) => {
    expect(only(notes(body).references).elsewhere).toBe(false)
  })

  it('and where it is qualified, unless by the ID of this very spec', () => {
    const other = only(notes('See SPEC-2026-01-15-002#REQ-001.').references)
    expect(other).toMatchObject({ qualifier: 'SPEC-2026-01-15-002', elsewhere: true })
    expect(other.id.text).toBe('REQ-001')
    const own = readSpec(`# T\n\n**ID**: SPEC-2026-01-15-001\n\nSee SPEC-2026-01-15-001#REQ-001.`)
    expect(only(own.references)).toMatchObject({ qualifier: 'SPEC-2026-01-15-001', elsewhere: false })
  })
})
