import type { SpecIndex } from '../index/spec-index'
import type { Edit } from '../rules/rule'
import { claimedBy } from '../rules/support/claims'

/** A box that may be ticked: all that its line speaks of is done. */
export interface Tick {
  /** For a menu. */
  readonly title: string
  /** Offset of the blank between its brackets. */
  readonly mark: number
}

/** The open boxes between two offsets that may be ticked. Nothing is wrong with them: it is an offer, no finding. */
export function ticks(index: SpecIndex, start: number, end: number): readonly Tick[] {
  return index.spec.checkboxes.flatMap((box) => {
    if (box.checked || box.mark.start - 1 > end || box.textSpan.end < start) return []
    const set = claimedBy(index, box)
    if (set.length === 0 || set.some(({ checked }) => !checked)) return []
    return [{ title: `Tick this line: all ${set.length} that it speaks of are done`, mark: box.mark.start }]
  })
}

/** The edit that ticks one; `undefined` where there is no open box. */
export function tickAt({ spec }: SpecIndex, mark: number): Edit | undefined {
  const box = spec.checkboxes.find(({ checked, mark: { start } }) => start === mark && !checked)
  return box && { span: box.mark, text: 'x' }
}
