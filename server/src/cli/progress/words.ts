import type { Count } from '../../core/index/spec-index'
import type { Overview, StatusGroup } from './overview'

/** `3 specifications: 4 of 6 boxes ticked` */
export function totalWords({ count, progress }: Overview): string {
  return `${count} specification${count === 1 ? '' : 's'}: ${progress.done} of ${progress.total} boxes ticked`
}

/** What a group is headed by: `Draft (2)`. */
export function groupWords({ status, specs }: StatusGroup): string {
  return `${status ?? 'No status'} (${specs.length})`
}

/** Cells of a text bar that are filled. Nearly done is not done: the last one is filled by the last box. */
export function filledCells({ done, total }: Count, cells: number): number {
  return total === 0 ? 0 : Math.floor((done * cells) / total)
}

/** A bar of characters: `███░░░░░░░`. */
export function textBar(count: Count, cells = 10): string {
  const filled = filledCells(count, cells)
  return `${'█'.repeat(filled)}${'░'.repeat(cells - filled)}`
}
