import type { StaleEntry } from './report'
import { printable } from './source-line'

/** Entries named before the rest is only counted. */
const MOST_NAMED = 10

/** What to tell a person of entries of the baseline that no longer apply. @param stale at least one */
export function staleNote(stale: readonly StaleEntry[]): string {
  const named = stale
    .slice(0, MOST_NAMED)
    .map(({ file, rule, message }) => `  ${printable(`${file}  ${message}  ${rule}`)}`)
  const more = stale.length > MOST_NAMED ? [`  and ${stale.length - MOST_NAMED} more`] : []
  const count = stale.length === 1 ? 'An entry' : `${stale.length} entries`
  const [verb, object] = stale.length === 1 ? ['applies', 'it'] : ['apply', 'them']
  return `${[`${count} of the baseline no longer ${verb}; --update-baseline takes ${object} out:`, ...named, ...more].join('\n')}\n`
}
