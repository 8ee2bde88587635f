import type { Checkbox } from '../model/spec-document'
import type { Role } from '../template/template'
import type { Count, Progress } from './spec-index'

/** Counts checkboxes; those of a section, say, are given by filtering. Nested ones count like the others. */
export function countProgress(checkboxes: readonly Checkbox[]): Progress {
  const byRole = new Map<Role, Count>()
  let done = 0
  for (const { checked, role } of checkboxes) {
    if (checked) done++
    if (role === undefined) continue
    const count = byRole.get(role)
    byRole.set(role, { done: (count?.done ?? 0) + (checked ? 1 : 0), total: (count?.total ?? 0) + 1 })
  }
  return { done, total: checkboxes.length, byRole }
}
