import type { Role } from '../template/template'
import type { Count, Progress } from './spec-index'

/** Progress of several specs, or of several parts, as one. */
export function sumProgress(all: Iterable<Progress>): Progress {
  const byRole = new Map<Role, Count>()
  let sum: Count = { done: 0, total: 0 }
  for (const one of all) {
    sum = plus(sum, one)
    for (const [role, count] of one.byRole)
      byRole.set(role, plus(byRole.get(role) ?? { done: 0, total: 0 }, count))
  }
  return { ...sum, byRole }
}

function plus(a: Count, b: Count): Count {
  return { done: a.done + b.done, total: a.total + b.total }
}
