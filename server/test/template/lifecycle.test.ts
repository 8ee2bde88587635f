import { describe, expect, it } from 'vitest'
import { lifecycleOf, matchStatus } from '../../src/core/template/lifecycle'
import { builtInTemplate } from './support/built-in'

const { lifecycle } = builtInTemplate()

describe('matchStatus', () => {
  it.each([
    ['Draft', 'Draft', 'draft'],
    ['draft', 'Draft', 'draft'],
    ['**APPROVED**', 'Approved', 'approved'],
    ['`Review`', 'Review', 'review'],
    ['✅ Implemented', 'Implemented', 'implemented'],
    ['Approved (2026-01-15)', 'Approved', 'approved'],
    ['Implemented — all of it, see below', 'Implemented', 'implemented'],
    ['2026-01-15: Approved', 'Approved', 'approved'],
    ['Completed', 'Implemented', 'implemented'],
    ['Done.', 'Implemented', 'implemented'],
    ['In Progress (50 %)', 'Approved', 'approved'],
    ['in-progress', 'Approved', 'approved'],
    ['IN_PROGRESS', 'Approved', 'approved'],
    ['Ready', 'Approved', 'approved'],
    ['Ready for review', 'Review', 'review'],
    ['In Review', 'Review', 'review'],
    ['Proposed', 'Draft', 'draft'],
  ])('understands %j as %s', (raw, value, stage) => {
    expect(matchStatus(lifecycle, raw)).toEqual({ value, stage, closed: false, placeholder: false })
  })

  it.each(['Superseded by SPEC-2026-01-15-002', '❌ Rejected', 'archived'])('knows that %j closes', (raw) => {
    expect(matchStatus(lifecycle, raw)).toMatchObject({ value: undefined, closed: true })
  })

  it.each(['', 'Finished', 'Drafty', 'Approval pending', '🚧', 'undraft'])(
    'takes %j for unknown, so for a draft',
    (raw) => {
      expect(matchStatus(lifecycle, raw)).toEqual({
        value: undefined,
        stage: 'draft',
        closed: false,
        placeholder: false,
      })
    },
  )

  it.each([
    'Draft | Review | Approved | Implemented',
    'draft/review/approved/implemented',
    '[Draft | Review | Approved | Implemented]',
  ])('sees that nobody has chosen in %j', (raw) => {
    expect(matchStatus(lifecycle, raw)).toMatchObject({ value: undefined, stage: 'draft', placeholder: true })
  })
})

describe('lifecycleOf', () => {
  const silent = { stages: new Map(), synonyms: new Map(), closed: [] }

  it('takes stages from names, then from the place in the order', () => {
    const stages = (...values: string[]) => [...lifecycleOf(values, silent).stages.values()]
    expect(stages('Idea', 'Approved', 'Shipped')).toEqual(['draft', 'approved', 'implemented'])
    expect(stages('Open', 'Closed')).toEqual(['draft', 'implemented'])
    expect(stages('One', 'Two', 'Three', 'Four')).toEqual(['draft', 'review', 'approved', 'implemented'])
    expect(stages('Only')).toEqual(['draft'])
  })

  it('believes the front matter first', () => {
    const told = { ...silent, stages: new Map([['Open', 'review' as const]]) }
    expect(lifecycleOf(['Open', 'Closed'], told).stages.get('Open')).toBe('review')
  })
})
