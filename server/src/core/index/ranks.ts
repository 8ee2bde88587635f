import type { Role } from '../template/template'

/** What is more general stands before what answers it; items of one rank, or against the order, do not answer. */
const RANK: Readonly<Record<Role, number>> = {
  goal: 0,
  requirement: 1,
  decision: 2,
  risk: 2,
  metric: 2,
  criterion: 3,
  test: 4,
  validation: 4,
  task: 5,
  done: 5,
}

/** Whether an item of a role that names one of another answers it: a criterion a requirement, a test either. */
export function answers(role: Role, target: Role): boolean {
  return RANK[target] < RANK[role]
}
