import type { Draft } from './drafts'
import type { Lexicon } from './lexicon'

/**
 * Whether an entry still says what the template says: one of its own item texts or rows, a placeholder with or without
 * a label before it (`Performance: [Specific metrics]`), or a row of nothing but placeholders.
 */
export function isUntouched({ row, scan }: Draft, text: string, { variants }: Lexicon): boolean {
  if (variants.has(text)) return true
  return row === undefined ? scan.vacant : row.scans.length > 0 && row.scans.every(({ vacant }) => vacant)
}
