import type { Draft } from './drafts'
import type { ProseScan } from './prose-scan'

/** An item keeps its ID when it is given up: its text is struck through, or begins `Retired:`. */
export function isRetired({ scan, row, opening }: Draft, text: string): boolean {
  if (/^retired\s*[:：]/i.test(text)) return true
  if (isStruck(scan)) return true
  if (row === undefined) return false
  const [first, ...others] = row.scans
  const said = (opening === undefined && first ? [first, ...others] : others).filter(
    ({ prose }) => prose.text.trim() !== '',
  )
  return (
    said.some(({ prose }) => /^\s*retired\s*[:：]/i.test(prose.text)) ||
    (said.length > 0 && said.every(isStruck))
  )
}

/** Struck through from the first word behind the ID on, or the ID itself. */
function isStruck({ prose, lead, textStart, textEnd }: ProseScan): boolean {
  if (prose.spans.length === 0) return false
  const from = lead?.id?.start ?? textStart
  return prose.spans.some(({ type, offset, length }) => {
    if (type !== 'delete') return false
    const end = offset + length
    return (offset <= from && from < end) || (textStart < textEnd && offset <= textStart && textStart < end)
  })
}
