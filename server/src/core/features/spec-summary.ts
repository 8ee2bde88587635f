import { URI, Utils } from 'vscode-uri'
import type { Count } from '../index/spec-index'
import type { FileHead, SymbolProgress } from '../index/workspace/file-symbols'
import type { Role } from '../template/template'
import { shorten } from '../text/shorten'
import { progressDetails, progressSummary } from './progress'
import { LIFECYCLE_ORDER } from './support/words'

/** UTF-16 code units of a title that are shown. */
export const TITLE_LENGTH = 120

/** A spec in a list of all. Goes over the wire: absent values are `null`. */
export interface SpecSummary {
  readonly uri: string
  /** Its title without what the template has before it, else the name of its file. */
  readonly title: string
  readonly id: string | null
  /** As the template names it, else as written. */
  readonly status: string | null
  /** By which statuses are sorted, from the first of the lifecycle on. */
  readonly statusRank: number
  readonly progress: Count
  /** `Criteria 1 of 3 · plan 5 of 7`; `null` where there is no checkbox. */
  readonly words: string | null
  /** A line each: `Criteria: 1 of 3 done`. */
  readonly details: readonly string[]
}

/** Of a file by what the workspace holds of it, whether it is open or not. */
export function specSummary(file: FileHead): SpecSummary {
  const progress = { ...file.progress, byRole: byRole(file.progress) }
  return {
    uri: file.uri,
    title: shorten(file.name ?? Utils.basename(URI.parse(file.uri)), TITLE_LENGTH),
    id: file.documentId?.text ?? null,
    status: file.status === undefined ? null : shorten(file.status, TITLE_LENGTH),
    statusRank: file.statusRank,
    progress: { done: file.progress.done, total: file.progress.total },
    words: progressSummary(progress) ?? null,
    details: progressDetails(progress),
  }
}

function byRole(progress: SymbolProgress): ReadonlyMap<Role, Count> {
  const counts = new Map<Role, Count>()
  for (const role of LIFECYCLE_ORDER) {
    const count = progress.byRole[role]
    if (count !== undefined) counts.set(role, count)
  }
  return counts
}
