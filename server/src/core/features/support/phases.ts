import type { Count } from '../../index/spec-index'
import type { Checkbox, SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { shorten } from '../../text/shorten'
import { listGroups } from './list-groups'

/** UTF-16 code units of a phase's name that are shown. */
const LABEL_LENGTH = 60

/** A part of a plan, and how far it is. */
export interface Phase extends Count {
  readonly label: string
}

interface Holder {
  readonly label: string
  readonly span: Span
}

/**
 * The plan by its phases, in document order: by the list item or heading that tasks stand under most closely. `[]` where that is
 * the same one for all of them.
 */
export function phasesOf(spec: SpecDocument): readonly Phase[] {
  const tasks = spec.checkboxes.filter(({ role }) => role === 'task')
  const [first] = tasks
  const last = tasks.at(-1)
  if (first === undefined || last === undefined) return []
  const reach = { start: first.span.start, end: last.span.end }
  const sections = spec.sections.map(({ title, span }) => ({ label: title, span }))
  const holders = [...sections, ...listGroups(spec, reach)]
  const counts = new Map<Holder | undefined, { done: number; total: number }>()
  for (const task of tasks) {
    const holder = closest(holders, task)
    const count = counts.get(holder) ?? { done: 0, total: 0 }
    counts.set(holder, { done: count.done + (task.checked ? 1 : 0), total: count.total + 1 })
  }
  if (counts.size < 2) return []
  return [...counts].map(([holder, count]) => ({
    label: shorten(holder?.label ?? 'Other tasks', LABEL_LENGTH),
    ...count,
  }))
}

function closest(holders: readonly Holder[], { mark }: Checkbox): Holder | undefined {
  let found: Holder | undefined
  for (const holder of holders) {
    const { start, end } = holder.span
    const isCloser = found === undefined || start >= found.span.start
    if (start <= mark.start && mark.end <= end && isCloser) found = holder
  }
  return found
}
