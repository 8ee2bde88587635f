import type { Progress } from '../../core/index/spec-index'
import { sumProgress } from '../../core/index/sum-progress'
import type { CheckedFile } from '../checked-file'
import type { FileReport } from '../report'

/** How far specifications are: what every format of `specmark progress` shows. */
export interface Overview {
  /** In the order of the lifecycle; then statuses that no template has, then those without one. */
  readonly groups: readonly StatusGroup[]
  readonly count: number
  readonly progress: Progress
}

export interface StatusGroup {
  /** `undefined`: they have none. */
  readonly status: string | undefined
  readonly specs: readonly SpecProgress[]
  readonly progress: Progress
}

export interface SpecProgress {
  readonly report: FileReport
  readonly name: string
  readonly progress: Progress
}

/** @param checked in the order in which they are to be listed */
export function overviewOf(checked: readonly CheckedFile[]): Overview {
  const byStatus = new Map<string | undefined, SpecProgress[]>()
  // With several templates, those of the first one come first.
  for (const status of new Set(checked.flatMap(({ lifecycle }) => lifecycle))) byStatus.set(status, [])
  const without: SpecProgress[] = []
  for (const { report, name, progress } of checked) {
    const spec = { report, name, progress }
    if (report.status === null) without.push(spec)
    else byStatus.set(report.status, [...(byStatus.get(report.status) ?? []), spec])
  }
  byStatus.set(undefined, without)
  const groups = [...byStatus].filter(([, specs]) => specs.length > 0)
  return {
    groups: groups.map(([status, specs]) => ({ status, specs, progress: sumOf(specs) })),
    count: checked.length,
    progress: sumOf(checked),
  }
}

function sumOf(specs: readonly { readonly progress: Progress }[]): Progress {
  return sumProgress(specs.map(({ progress }) => progress))
}
