import { describe, expect, it } from 'vitest'
import { progressDetails, progressSummary } from '../../src/core/features/progress'
import { phasesOf } from '../../src/core/features/support/phases'
import type { Count, Progress } from '../../src/core/index/spec-index'
import type { Role } from '../../src/core/template/template'
import { contextOf } from './support/context'
import { LAMP } from './support/specs'

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

  it('names what is left once criteria and plan are done: a finished plan is no finished spec', () => {
    const all = { criterion: [3, 3], task: [7, 7], validation: [4, 4], done: [6, 8] } as const
    expect(progressSummary(progress(all))).toBe('Criteria 3 of 3 · plan 7 of 7 · definition of done 6 of 8')
    expect(progressSummary(progress({ ...all, done: [8, 8] }))).toBe('Criteria 3 of 3 · plan 7 of 7')
  })

  it('has the plan by phases in the details', () => {
    const phases = phasesOf(contextOf(LAMP).spec)
    expect(progressDetails(progress({ criterion: [1, 2], task: [1, 3] }), phases)).toEqual([
      'Criteria: 1 of 2 done',
      'Plan: 1 of 3 done',
      '– Phase 1: Foundation: 1 of 2 done',
      '– Phase 2: Core Implementation: 0 of 1 done',
      'All checkboxes: 2 of 5 done',
    ])
  })

  it('takes headings for phases too, and a plan of one part for no phases', () => {
    const plan =
      '### Implementation Plan\n\n#### First\n- [x] Task 1.1: Dig\n\n#### Then\n- [ ] Task 2.1: Fill\n'
    const text = LAMP.replace(/### Implementation Plan[\s\S]*?(?=### Technical)/, plan)
    expect(phasesOf(contextOf(text).spec).map(({ label }) => label)).toEqual(['First', 'Then'])
    expect(phasesOf(contextOf(text.replace('#### Then\n', '')).spec)).toEqual([])
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
