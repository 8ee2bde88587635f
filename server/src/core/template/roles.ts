import type { Role } from './template'

/** Every role, in the order in which a message lists them. */
export const ROLES = [
  'requirement',
  'criterion',
  'test',
  'task',
  'goal',
  'decision',
  'risk',
  'validation',
  'metric',
  'done',
] as const satisfies readonly Role[]
