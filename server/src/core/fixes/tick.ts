import type { SpecIndex } from '../index/spec-index'
import type { Checkbox } from '../model/spec-document'
import type { Edit } from '../rules/rule'
import { claimedBy } from '../rules/support/claims'
import { boxText, isSetAside } from '../rules/support/set-aside'
import { shorten } from '../text/shorten'

/** UTF-16 code units of an item in a menu. */
const LABEL_LENGTH = 40

/** A box that may be ticked: all that its line speaks of is done, or all that stands below it. */
export interface Tick {
  /** For a menu. */
  readonly title: string
  /** Offset of the blank between its brackets. */
  readonly mark: number
}

/** The open boxes between two offsets that may be ticked. Nothing is wrong with them: it is an offer, no finding. */
export function ticks(index: SpecIndex, start: number, end: number): readonly Tick[] {
  return index.spec.checkboxes.flatMap((box) => {
    if (box.checked || box.mark.start - 1 > end || box.span.end < start) return []
    const below = belowIt(index, box)
    if (below !== undefined) return [{ title: below, mark: box.mark.start }]
    if (box.textSpan.end < start) return []
    const set = claimedBy(index, box)
    if (set.length === 0 || set.some(({ checked }) => !checked)) return []
    return [{ title: `Tick this line: all ${set.length} that it speaks of are done`, mark: box.mark.start }]
  })
}

/** The offer to follow the boxes below, from any of their lines: whoever ticks the last of them is there. */
function belowIt({ spec }: SpecIndex, box: Checkbox): string | undefined {
  const { length } = box.children
  const isDone = box.children.every((child) => child.checked || isSetAside(child, spec))
  if (length === 0 || !isDone || box.children.every((child) => !child.checked)) return undefined
  const what = shorten(boxText(box, spec), LABEL_LENGTH)
  return `Tick “${what}”: ${length === 1 ? 'the item below it is' : `all ${length} items below it are`} done`
}

/** The edit that ticks one; `undefined` where there is no open box. */
export function tickAt({ spec }: SpecIndex, mark: number): Edit | undefined {
  const box = spec.checkboxes.find(({ checked, mark: { start } }) => start === mark && !checked)
  return box && { span: box.mark, text: 'x' }
}
