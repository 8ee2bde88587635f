import type { Count, Progress } from '../index/spec-index'
import type { Role } from '../template/template'
import type { Phase } from './support/phases'
import { capitalise, countWords, LIFECYCLE_ORDER, PROGRESS_NAMES } from './support/words'

/** What a reader asks after first: what must be met, and what is left to do. The rest stands in the details. */
const HEADLINE: ReadonlySet<Role> = new Set<Role>(['requirement', 'criterion', 'task', 'test'])

/**
 * Checkboxes of a spec in words, by role, so that a finished plan never hides an open criterion:
 * `Criteria 1 of 3 · plan 5 of 7`. Requirements, criteria, plan and tests where there are any of them, else all
 * roles, and the others too once all of those are done: a finished plan is no finished spec. `undefined` where the spec has
 * no checkbox.
 */
export function progressSummary(progress: Progress): string | undefined {
  const counts = countsByRole(progress)
  const headline = counts.filter(([role]) => role !== undefined && HEADLINE.has(role))
  const isDone = headline.every(([, { done, total }]) => done === total)
  const others = counts.filter((count) => !headline.includes(count) && count[1].done < count[1].total)
  const shown = [...headline, ...(isDone ? others : [])]
  const said = (shown.length > 0 ? shown : counts).map(([role, count]) => words(role, count))
  return said.length > 0 ? capitalise(said.join(' · ')) : undefined
}

/**
 * One line for each role that has checkboxes, and one for all of them: `Criteria: 1 of 3 done`.
 *
 * @param phases of the plan, which stand below its line
 */
export function progressDetails(progress: Progress, phases: readonly Phase[] = []): readonly string[] {
  const lines = countsByRole(progress).flatMap(([role, count]) => [
    `${capitalise(roleWords(role))}: ${countWords(count)} done`,
    ...(role === 'task' ? phases.map((phase) => `– ${phase.label}: ${countWords(phase)} done`) : []),
  ])
  return lines.length > 1 ? [...lines, `All checkboxes: ${countWords(progress)} done`] : lines
}

/** Roles that have checkboxes in lifecycle order; last, under no role, the checkboxes that have none. */
export function countsByRole(progress: Progress): readonly (readonly [Role | undefined, Count])[] {
  const counts: (readonly [Role | undefined, Count])[] = []
  let done = progress.done
  let total = progress.total
  for (const role of LIFECYCLE_ORDER) {
    const count = progress.byRole.get(role)
    if (count === undefined || count.total === 0) continue
    counts.push([role, count])
    done -= count.done
    total -= count.total
  }
  if (total > 0) counts.push([undefined, { done, total }])
  return counts
}

function words(role: Role | undefined, count: Count): string {
  return `${roleWords(role)} ${countWords(count)}`
}

/** What the checkboxes of a role are called: `criteria`, `plan`. */
export function roleWords(role: Role | undefined): string {
  return role === undefined ? 'other checkboxes' : PROGRESS_NAMES[role]
}
