import type { Draft } from './drafts'

/** An item keeps its ID when it is given up: its text is struck through, or begins `Retired:`. */
export function isRetired({ scan, row, opening }: Draft, text: string): boolean {
  if (/^retired\s*[:：]/i.test(text)) return true
  if (scan.struck) return true
  if (row === undefined) return false
  const [first, ...others] = row.scans
  const said = (opening === undefined && first ? [first, ...others] : others).filter(
    ({ prose }) => prose.text.trim() !== '',
  )
  return (
    said.some(({ prose }) => /^\s*retired\s*[:：]/i.test(prose.text)) ||
    (said.length > 0 && said.every(({ struck }) => struck))
  )
}
