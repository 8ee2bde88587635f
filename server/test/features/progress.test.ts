import { describe, expect, it } from 'vitest'
import { progressDetails, progressSummary } from '../../src/core/features/progress'
import type { Count, Progress } from '../../src/core/index/spec-index'
import type { Role } from '../../src/core/template/template'

describe('progress in words', () => {
  it('counts criteria and plan apart', () => {
    expect(progressSummary(progress({ criterion: [1, 3], task: [5, 7] }))).toBe(
      'Criteria 1 of 3 · plan 5 of 7',
    )
  })

  it('leaves the closing checklists to the details', () => {
    const all = progress({ done: [0, 8], goal: [2, 2], criterion: [1, 3] })
    expect(progressSummary(all)).toBe('Criteria 1 of 3')
    expect(progressDetails(all)).toEqual([
      'Goals: 2 of 2 done',
      'Criteria: 1 of 3 done',
      'Definition of done: 0 of 8 done',
      'All checkboxes: 3 of 13 done',
    ])
  })

  it('names the other roles where there are neither criteria nor plan', () => {
    expect(progressSummary(progress({ done: [3, 8], goal: [0, 2] }))).toBe(
      'Goals 0 of 2 · definition of done 3 of 8',
    )
  })

  it('counts checkboxes without a role under their own name, so that the sum is right', () => {
    const all = progress({ criterion: [1, 2] }, [2, 5])
    expect(progressDetails(all)).toEqual([
      'Criteria: 1 of 2 done',
      'Other checkboxes: 2 of 5 done',
      'All checkboxes: 3 of 7 done',
    ])
    expect(progressSummary(progress({}, [2, 5]))).toBe('Other checkboxes 2 of 5')
  })

  it('says nothing where nothing can be ticked', () => {
    expect(progressSummary(progress({}))).toBeUndefined()
    expect(progressDetails(progress({}))).toEqual([])
  })
})

function progress(
  roles: Partial<Record<Role, readonly [number, number]>>,
  others: readonly [number, number] = [0, 0],
): Progress {
  const byRole = new Map<Role, Count>()
  let [done, total] = others
  for (const [role, [roleDone, roleTotal]] of Object.entries(roles)) {
    byRole.set(role as Role, { done: roleDone, total: roleTotal })
    done += roleDone
    total += roleTotal
  }
  return { done, total, byRole }
}
