import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/core/index/index-spec'
import type { Item, Reference } from '../../src/core/model/spec-document'
import { readSpec } from '../model/support/read-spec'

const TEXT = `# T

## Functional Requirements

1. **[REQ-001]** go
2. **[REQ-002]** stop, before REQ-001
3. ~~**[REQ-003]** wait~~
4. **[REQ-001]** go again

## Acceptance Criteria

- [x] **AC-1**: Given a, when b, then c (REQ-001)
- [ ] **AC-2**: covers REQ-001 through REQ-003, REQ-009
- [ ] **AC-3**: see SPEC-2026-01-15-002#REQ-002

## Test Cases

1. **[TEST-001]** Test AC-1 and REQ-002d

## Implementation Plan

1. **Phase 1**
   - [x] Task 1.1: write it
   - [x] Task 1.2: ship it (AC-2)

## Notes

- [ ] another
`

const index = indexSpec(readSpec(TEXT))
const item = (key: string): Item => {
  const [first] = index.definitions(key)
  if (first === undefined) throw new Error(`${key} is not defined`)
  return first
}
const ids = (items: readonly Item[]) => items.map(({ id }) => id.text)

describe('definitions and references', () => {
  it('are found by key; more than one definition is a duplicate', () => {
    expect(index.definitions('REQ-1').map(({ text }) => text)).toEqual(['go', 'go again'])
    expect(index.definitions('REQ-9')).toEqual([])
    expect(index.references('REQ-1').map(({ from }) => from?.id?.text)).toEqual(['REQ-002', 'AC-1', 'AC-2'])
    expect(index.references('REQ-9')).toHaveLength(1)
  })

  it('give every item once, in document order', () => {
    expect(ids(index.items)).toEqual([
      'REQ-001',
      'REQ-002',
      'REQ-003',
      'AC-1',
      'AC-2',
      'AC-3',
      'TEST-001',
      'Task 1.1',
      'Task 1.2',
    ])
  })

  it('are found by a place, the end of the ID included', () => {
    const place = (text: string) => TEXT.indexOf(text)
    expect(index.at(place('REQ-002]'))?.item?.text).toBe('stop, before REQ-001')
    expect(index.at(place('REQ-002]') + 7)?.item?.id.text).toBe('REQ-002')
    expect(index.at(place('(REQ-001)') + 1)).toMatchObject({ id: { text: 'REQ-001' }, item: { text: 'go' } })
    expect(index.at(place('REQ-009'))).toMatchObject({ id: { text: 'REQ-009' }, item: undefined })
    expect(index.at(place(' through') + 3)).toBeUndefined()
    expect(index.at(place('another'))).toBeUndefined()
    expect(index.at(0)).toBeUndefined()
  })

  it('at a second definition of an ID give that one', () => {
    expect(index.at(TEXT.indexOf('REQ-001]** go again'))?.item?.text).toBe('go again')
  })

  it('take a letter for a sub-item of what is defined without it', () => {
    const [named] = index.references('REQ-2D')
    expect(named && index.resolve(named.id)).toBe(item('REQ-2'))
  })
})

describe('an item answers what it names', () => {
  it('where that is more general: a criterion a requirement, a test or task either', () => {
    expect(ids(index.answeredBy(item('REQ-1')))).toEqual(['AC-1', 'AC-2'])
    expect(ids(index.answeredBy(item('REQ-2')))).toEqual(['AC-2', 'TEST-001'])
    expect(ids(index.answeredBy(item('REQ-3')))).toEqual(['AC-2'])
    expect(ids(index.answeredBy(item('AC-1')))).toEqual(['TEST-001'])
    expect(ids(index.answeredBy(item('AC-2')))).toEqual(['Task 1.2'])
  })

  it('each once, and no requirement another', () => {
    expect(ids(index.answers(item('AC-2')))).toEqual(['REQ-001', 'REQ-002', 'REQ-003'])
    expect(index.answers(item('REQ-2'))).toEqual([])
  })

  it('and not what is qualified by another spec', () => {
    expect(index.answers(item('AC-3'))).toEqual([])
  })
})

describe('the next free ID', () => {
  const next = (text: string, prefix: string, area?: string) =>
    indexSpec(readSpec(text)).nextFree(prefix, area)

  it('is one more than the highest ever used, retired ones included', () => {
    expect(index.nextFree('REQ')).toBe('REQ-004')
    expect(index.nextFree('AC')).toBe('AC-4')
    expect(next('- **REQ-001**: a\n- ~~**REQ-007**: b~~\n', 'REQ')).toBe('REQ-008')
  })

  it('is written as its siblings are', () => {
    expect(next('- **AC-001**: a\n', 'AC')).toBe('AC-002')
    expect(next('- **REQ-9**: a\n', 'REQ')).toBe('REQ-10')
    expect(next('- **req-09**: a\n', 'REQ')).toBe('req-10')
    expect(next('- **AC1**: a\n- **AC2**: b\n', 'AC')).toBe('AC3')
    expect(next('- **REQ-003e**: a\n', 'REQ')).toBe('REQ-004')
    expect(next('- **TASK-3**: a\n', 'Task')).toBe('TASK-4')
  })

  it('is written as the template does where there are none', () => {
    expect(next('', 'REQ')).toBe('REQ-001')
    expect(next('', 'ac')).toBe('AC-1')
    expect(next('', 'Task')).toBe('Task 1.1')
    expect(next('', 'TEST', 'NET')).toBe('TEST-NET-001')
    expect(next('', 'FR')).toBe('FR-001')
    expect(next('', 'XYZ')).toBe('XYZ-001')
  })

  it('stays in its area: the one that is asked for, else the last', () => {
    const text = '- **REQ-A-001**: a\n- **REQ-A-002**: b\n- **REQ-B-001**: c\n'
    expect(next(text, 'REQ', 'A')).toBe('REQ-A-003')
    expect(next(text, 'REQ')).toBe('REQ-B-002')
    expect(next(text, 'REQ', 'C')).toBe('REQ-C-001')
    expect(index.nextFree('Task')).toBe('Task 1.3')
    expect(index.nextFree('Task', '2')).toBe('Task 2.1')
  })

  it('counts what nothing defines any more only where the text says that it is gone', () => {
    const text = '- **REQ-001**: a\n- **REQ-002**: b, unlike REQ-999 and REQ-007\n\n'
    expect(next(text, 'REQ')).toBe('REQ-003')
    expect(next(`${text}~~REQ-007~~ was too dear.\n`, 'REQ')).toBe('REQ-008')
    const saysGone = ({ id }: Reference) => id.key === 'REQ-7'
    expect(indexSpec(readSpec(text), saysGone).nextFree('REQ')).toBe('REQ-008')
  })

  it('does not count what a sentence takes from another document', () => {
    const text =
      '- **REQ-001**: a\n\nBuilds on REQ-150 of the [billing spec](../billing/spec.md), ~~REQ-160~~ too.\n'
    expect(next(text, 'REQ')).toBe('REQ-002')
  })

  it('is handed out once where several are wanted', () => {
    const issue = index.issuer()
    expect([issue('REQ'), issue('req'), issue('Task', '2'), issue('REQ'), issue('Task', '2')]).toEqual([
      'REQ-004',
      'REQ-005',
      'Task 2.1',
      'REQ-006',
      'Task 2.2',
    ])
    expect(index.issuer()('REQ')).toBe('REQ-004')
  })

  it('does not count what belongs to another spec, nor numbers beyond counting', () => {
    expect(next('- **REQ-001**: a\n\nSPEC-2026-01-15-002#REQ-050\n', 'REQ')).toBe('REQ-002')
    expect(next(`- **REQ-001**: a\n- **REQ-${'9'.repeat(20)}**: b\n`, 'REQ')).toBe('REQ-002')
  })
})

describe('what an item would be at a place', () => {
  /** IDs that an item in place of the mark could get. */
  const there = (marked: string) => {
    const offset = marked.indexOf('│')
    const found = indexSpec(readSpec(marked.replace('│', '')))
    return found.seriesAt(offset).map(({ kind, area }) => found.nextFree(kind.prefix, area))
  }
  const plan = '# T\n\n## Implementation Plan\n\n1. **Phase 1**\n   - [ ] Task 1.1: a\n   - [ ] Task 1.2: b\n'

  it('is of the kind of its nearest sibling', () => {
    expect(there('# T\n\n## Functional Requirements\n\n- **FR-001**: a\n- **FR-002**: b\n│- foo\n')).toEqual([
      'FR-003',
    ])
    expect(there('# T\n\n## Functional Requirements\n\n│- foo\n- **FR-001**: a\n')).toEqual(['FR-002'])
    expect(there('- **REQ-001**: a\n- **AC-1**: b\n- │\n- **REQ-002**: c\n')).toEqual(['AC-2'])
  })

  it('is of the area of its place', () => {
    expect(there(`${plan}   │- [ ] Buy the parts\n2. **Phase 2**\n   - [ ] Task 2.1: c\n`)).toEqual([
      'Task 1.3',
    ])
    expect(there(`${plan}2. **Phase 2**\n   │- [ ] Buy the parts\n   - [ ] Task 2.1: c\n`)).toEqual([
      'Task 2.2',
    ])
    expect(there(`${plan}2. **Phase 2**\n   │- [ ] Buy the parts\n`)).toEqual(['Task 2.1'])
    expect(there(`${plan}2. **Phase 2**\n   - [ ] Buy\n   │- [ ] Pay\n`)).toEqual(['Task 2.1'])
    expect(there('- **REQ-A-001**: a\n- │\n\n## B\n\n- **REQ-B-001**: b\n')).toEqual(['REQ-A-002'])
  })

  it('is of the kinds of the section where it has no siblings', () => {
    expect(there('# T\n\n## Acceptance Criteria\n\n- [ ] │\n')).toEqual(['AC-1'])
    expect(there('# T\n\n## Acceptance Criteria\n\n### At night\n\n- [ ] │\n')).toEqual(['AC-1'])
    expect(there('# T\n\n## Notes\n\n- │\n')).toEqual([])
  })

  it('is found quickly for each of many', () => {
    const many = Array.from({ length: 8000 }, (_, n) => `   - [ ] Part ${n}`).join('\n')
    const spec = readSpec(`${plan}2. **Phase 2**\n${many}\n`)
    const found = indexSpec(spec)
    const issue = found.issuer()
    const before = performance.now()
    const ids = spec.entries.flatMap(({ id, span }) => {
      const [series] = id === undefined ? found.seriesAt(span.start) : []
      return series === undefined ? [] : [issue(series.kind.prefix, series.area)]
    })
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([8000, 'Task 2.1', 'Task 2.8000'])
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('progress', () => {
  it('counts boxes, in all and by role', () => {
    const { done, total, byRole } = index.progress
    expect([done, total]).toEqual([3, 6])
    expect([...byRole]).toEqual([
      ['criterion', { done: 1, total: 3 }],
      ['task', { done: 2, total: 2 }],
    ])
  })
})
