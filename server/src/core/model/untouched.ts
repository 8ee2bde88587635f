import { collapse } from '../text/blanks'
import type { Draft } from './drafts'
import type { Lexicon } from './lexicon'
import type { ProseScan } from './prose-scan'

/**
 * Whether an entry still says what the template says: one of its own item texts, a placeholder with or without a label
 * before it (`Performance: [Specific metrics]`), or a table row of nothing but placeholders and values to choose from.
 */
export function isUntouched(draft: Draft, text: string, lexicon: Lexicon): boolean {
  if (draft.row) {
    const template = draft.section?.definition?.table?.row
    if (
      template !== undefined &&
      sameRow(
        template,
        draft.row.row.cells.map((cell) => cell.text),
      )
    )
      return true
    return draft.row.scans.length > 0 && draft.row.scans.every((scan) => isPlaceholder(scan))
  }
  return lexicon.variants.has(text) || isPlaceholder(draft.scan)
}

function isPlaceholder(scan: ProseScan): boolean {
  if (scan.whole !== undefined) return true
  const { textEnd } = scan
  const found = scan.placeholders.find(({ end }) => end === textEnd)
  if (found === undefined) return false
  const from = scan.label?.valueStart ?? scan.textStart
  return found.start === from || found.start === scan.textStart
}

function sameRow(template: string, cells: readonly string[]): boolean {
  const own = template
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map(collapse)
  return own.length === cells.length && own.every((cell, i) => cell === cells[i])
}
