import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { refactoringsOf } from '../../src/core/fixes/refactor'
import { indexSpec } from '../../src/core/index/index-spec'
import { specOf } from '../rules/support/spec-of'

/** What is offered at the mark `│`, by title, and what becomes of the text. */
function offered(marked: string, namedElsewhere: readonly string[] = []): ReadonlyMap<string, string> {
  const offset = marked.indexOf('│')
  const text = marked.replace('│', '')
  const spec = specOf(text)
  const item = spec.items.findLast(({ span }) => span.start <= offset && offset <= span.end)
  if (item === undefined) throw new Error('there is no item')
  const place = {
    spec,
    index: indexSpec(spec),
    item,
    offset,
    isNamedElsewhere: ({ id }: { id: { text: string } }) => namedElsewhere.includes(id.text),
  }
  const found = refactoringsOf(place)
  return new Map(found.map(({ title, edits }) => [title, applyEdits(text, edits())]))
}

const LIST = `# Lamps

### Functional Requirements
1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp MUST be │dimmed.
   - In steps.
3. **[REQ-003]** A lamp MUST be cheap, as REQ-002.

### Acceptance Criteria
- [x] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-003)
`

describe('refactorings of an item', () => {
  it('insert one before it and renumber what follows, with all that names it', () => {
    expect(offered(LIST).get('Insert REQ-002 before this one and renumber')).toBe(`# Lamps

### Functional Requirements
1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** The system MUST [specific requirement]
3. **[REQ-003]** A lamp MUST be dimmed.
   - In steps.
4. **[REQ-004]** A lamp MUST be cheap, as REQ-003.

### Acceptance Criteria
- [x] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-004)
`)
  })

  it('insert one, and renumber what follows in other sections too, as no ID is given out twice', () => {
    const text =
      '# L\n\n### Requirements\n- **REQ-001**: a│\n\n### Non-Functional Requirements\n- **REQ-002**: b\n'
    expect(offered(text).get('Insert REQ-001 before this one and renumber')).toMatch(
      /- \*\*REQ-001\*\*: The .*\n- \*\*REQ-002\*\*: a\n\n### Non-.*\n- \*\*REQ-003\*\*: b\n$/,
    )
  })

  it.each([
    ['one that follows is retired', '- **REQ-002**: ~~b~~'],
    ['one that follows has a letter', '- **REQ-002**: b\n- **REQ-002a**: c'],
    ['one that is gone has the number behind the last', '- **REQ-002**: b\n- **REQ-009**: not ~~REQ-003~~'],
  ])('insert none where %s', (_, below) => {
    const titles = [...offered(`# L\n\n### Requirements\n- **REQ-001**: a│\n${below}\n`).keys()]
    expect(titles.filter((title) => title.startsWith('Insert'))).toEqual([])
  })

  it('renumber nothing to an ID that stands in another section', () => {
    const text =
      '# L\n\n### Requirements\n- **REQ-1**: a│\n- **REQ-4**: b\n\n### Non-Functional Requirements\n- **REQ-002**: c\n'
    expect([...offered(text).keys()].filter((title) => title.startsWith('Renumber'))).toEqual([])
  })

  it('renumber nothing that another file names', () => {
    const titles = [...offered(LIST, ['REQ-003']).keys()]
    expect(titles.some((title) => title.startsWith('Insert'))).toBe(false)
  })

  it('move it with what is nested in it, and leave the numbers of the list in place', () => {
    expect(offered(LIST).get('Move REQ-002 up')).toContain(
      '1. **[REQ-002]** A lamp MUST be dimmed.\n   - In steps.\n2. **[REQ-001]** A lamp MUST be lit.\n3. **[REQ-003]**',
    )
    expect(offered(LIST).get('Move REQ-002 down')).toContain(
      '2. **[REQ-003]** A lamp MUST be cheap, as REQ-002.\n3. **[REQ-002]** A lamp MUST be dimmed.\n   - In steps.\n',
    )
  })

  it('sort a list by its IDs, and renumber it in its order', () => {
    const text = '# L\n\n### Requirements\n- **REQ-003**: c│\n- **REQ-001**: a, as REQ-003\n- **REQ-007**: b'
    const found = offered(text)
    expect(found.get('Sort these 3 by their IDs')).toBe(
      '# L\n\n### Requirements\n- **REQ-001**: a, as REQ-003\n- **REQ-003**: c\n- **REQ-007**: b',
    )
    expect(found.get('Renumber these 3 from REQ-003 on')).toBe(
      '# L\n\n### Requirements\n- **REQ-003**: c\n- **REQ-004**: a, as REQ-003\n- **REQ-005**: b',
    )
  })

  it('split it where the cursor stands', () => {
    const text =
      '# L\n\n### Requirements\n- **REQ-001**: A lamp MUST be lit and │MUST be dimmed.\n- **REQ-002**: b\n'
    expect(offered(text).get('Split REQ-001 here: the rest becomes REQ-003')).toBe(
      '# L\n\n### Requirements\n- **REQ-001**: A lamp MUST be lit and\n- **REQ-003**: MUST be dimmed.\n- **REQ-002**: b\n',
    )
  })

  it('split one of a numbered list, which goes on counting', () => {
    const text =
      '# L\n\n### Requirements\n1. **[REQ-001]** A lamp MUST be lit and │MUST be dimmed.\n2. **[REQ-002]** b\n'
    expect(offered(text).get('Split REQ-001 here: the rest becomes REQ-003')).toContain(
      'lit and\n2. **[REQ-003]** MUST be dimmed.\n3. **[REQ-002]** b\n',
    )
  })

  it('retire it and take it back, byte for byte', () => {
    const retired = offered(LIST).get('Retire REQ-002: strike it through and keep its number') ?? ''
    expect(retired).toContain('2. **[REQ-002]** ~~A lamp MUST be dimmed.~~\n')
    const back = offered(retired.replace('dimmed', 'dim│med')).get('Take REQ-002 back')
    expect(back).toBe(LIST.replace('│', ''))
  })

  it('add a criterion for a requirement', () => {
    const found = [...offered(LIST).keys()].filter((title) => title.startsWith('Add'))
    expect(found[0]).toMatch(/AC-2 for REQ-002$/)
  })

  it('offer nothing that would tear a table or a heading apart', () => {
    const table = '# L\n\n### Requirements\n| ID | Text |\n|---|---|\n| REQ-001 | a│ b |\n| REQ-002 | c |\n'
    expect([...offered(table).keys()].filter((title) => !title.startsWith('Add'))).toEqual([])
    const headings = '# L\n\n### REQ-001: One│\nText.\n\n### REQ-002: Two\nText.\n'
    expect([...offered(headings).keys()].filter((title) => !title.startsWith('Add'))).toEqual([])
  })
})
