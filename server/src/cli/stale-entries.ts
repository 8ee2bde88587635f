import type { CheckedFile } from './checked-file'
import type { StaleEntry } from './report'

/** Entries named before the rest is only counted. */
const MOST_NAMED = 10

/** The entries of the baseline that a file has no finding for any more. */
export function staleIn({ report, baseline }: CheckedFile): readonly StaleEntry[] {
  return baseline.stale.map((entry) => ({ file: report.file, ...entry }))
}

/** What to tell a person of them, a line each; `''` where there is none. */
export function staleNote(stale: readonly StaleEntry[]): string {
  if (stale.length === 0) return ''
  const named = stale.slice(0, MOST_NAMED).map(({ file, rule, message }) => `  ${file}  ${message}  ${rule}`)
  const more = stale.length > MOST_NAMED ? [`  and ${stale.length - MOST_NAMED} more`] : []
  const count = stale.length === 1 ? 'An entry' : `${stale.length} entries`
  const verb = stale.length === 1 ? 'applies' : 'apply'
  return `${[`${count} of the baseline no longer ${verb}; --update-baseline takes them out:`, ...named, ...more].join('\n')}\n`
}
