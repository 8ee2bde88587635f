import type { BaselineEntry } from '../core/rules/baseline'
import { vanishedEntries } from './baseline-files'
import type { CheckedFile } from './checked-file'
import type { CliFiles } from './environment'
import type { FoundFiles } from './find-files'
import type { BaselineReport, StaleEntry } from './report'

/** Adds up what the baselines have of the files of a run. */
export interface BaselineTally {
  add(checked: CheckedFile): void
  /** @param found what the run has looked at: entries of files that are gone are stale too */
  report(found: FoundFiles): Promise<BaselineReport>
}

/** @param isAsked whether a rule's findings are reported: nothing is said of others' entries */
export function createBaselineTally(files: CliFiles, isAsked: (rule: string) => boolean): BaselineTally {
  const asked = (entry: BaselineEntry) => isAsked(entry.rule)
  const stale: StaleEntry[] = []
  const paths = new Map<string, Set<string>>()
  let known = 0
  return {
    add({ report, baseline }) {
      known += baseline.known.filter(asked).length
      stale.push(...baseline.stale.filter(asked).map((entry) => ({ file: report.file, ...entry })))
      if (baseline.uri === undefined || baseline.path === undefined) return
      paths.set(baseline.uri, (paths.get(baseline.uri) ?? new Set()).add(baseline.path))
    },
    async report(found) {
      const vanished = await vanishedEntries(paths, found, files)
      return { known, stale: [...stale, ...vanished.filter(asked)] }
    },
  }
}
