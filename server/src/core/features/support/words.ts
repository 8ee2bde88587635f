import type { Count } from '../../index/spec-index'
import type { Role } from '../../template/template'

/** What one item of a role is called, in a sentence. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  requirement: 'requirement',
  criterion: 'acceptance criterion',
  test: 'test case',
  task: 'task',
  goal: 'goal',
  decision: 'decision',
  risk: 'risk',
  validation: 'validation step',
  metric: 'success metric',
  done: 'definition-of-done item',
}

const PLURALS: ReadonlyMap<Role, string> = new Map([['criterion', 'acceptance criteria']])

/** `1 requirement`, `3 acceptance criteria` */
export function plural(count: number, role: Role): string {
  return `${count} ${count === 1 ? ROLE_NAMES[role] : pluralName(role)}`
}

/** `acceptance criteria` */
export function pluralName(role: Role): string {
  return PLURALS.get(role) ?? `${ROLE_NAMES[role]}s`
}

/** What the checkboxes of a role are called in a count. */
export const PROGRESS_NAMES: Readonly<Record<Role, string>> = {
  goal: 'goals',
  requirement: 'requirements',
  criterion: 'criteria',
  decision: 'decisions',
  task: 'plan',
  test: 'tests',
  validation: 'validation',
  risk: 'risks',
  metric: 'metrics',
  done: 'definition of done',
}

/** The order in which a feature lives: what it is for, what it must do, how it is built, how it is proved. */
export const LIFECYCLE_ORDER: readonly Role[] = [
  'goal',
  'requirement',
  'criterion',
  'decision',
  'task',
  'test',
  'validation',
  'risk',
  'metric',
  'done',
]

/** `3 of 7` */
export function countWords(count: Count): string {
  return `${count.done} of ${count.total}`
}

/** First character in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
