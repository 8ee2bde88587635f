import { describe, expect, it } from 'vitest'
import { at, readSpec } from './support/read-spec'

describe('checkboxes', () => {
  const spec = readSpec(
    '# T\n\n## Acceptance Criteria\n\n- [x] **AC-1**: Given a\n  - [ ] step one\n    - [X] deeper\n  - no box\n    - [ ] under none\n\n' +
      '## Implementation Plan\n\n1. **Phase 1**\n   - [ ] Task 1.1: go\n\n## Definition of Done\n\n- [ ] `all` met\n\n## Notes\n\n> - [x] quoted\n',
  )

  it('are found with their character, their item and their text', () => {
    expect(
      spec.checkboxes.map(({ checked, mark, textSpan }) => [checked, at(spec, mark), at(spec, textSpan)]),
    ).toEqual([
      [true, 'x', '**AC-1**: Given a'.slice(2)],
      [false, ' ', 'step one'],
      [true, 'X', 'deeper'],
      [false, ' ', 'under none'],
      [false, ' ', 'Task 1.1: go'],
      [false, ' ', '`all` met'],
      [true, 'x', 'quoted'],
    ])
    expect(at(spec, spec.checkboxes[1]?.span ?? { start: 0, end: 0 })).toBe(
      '- [ ] step one\n    - [X] deeper',
    )
  })

  it('know the box around them and those within', () => {
    expect(
      spec.checkboxes.map(({ parent, children }) => [parent && at(spec, parent.textSpan), children.length]),
    ).toEqual([
      [undefined, 2],
      ['AC-1**: Given a', 1],
      ['step one', 0],
      ['AC-1**: Given a', 0],
      [undefined, 0],
      [undefined, 0],
      [undefined, 0],
    ])
  })

  it('have the role of their item, else of their section', () => {
    expect(spec.checkboxes.map(({ role }) => role)).toEqual([
      'criterion',
      'criterion',
      'criterion',
      'criterion',
      'task',
      'done',
      undefined,
    ])
  })

  it('of an item in the section of another kind count for the item', () => {
    const other = readSpec('# T\n\n## Functional Requirements\n\n- [ ] **AC-1**: go\n')
    expect(other.checkboxes.map(({ role }) => role)).toEqual(['criterion'])
  })
})
