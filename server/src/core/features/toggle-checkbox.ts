import { TextEdit } from 'vscode-languageserver-types'
import type { Checkbox, SpecDocument } from '../model/spec-document'
import { Refused } from '../text/refused'
import { lastStartingBefore } from '../text/search'
import type { FeatureContext } from './context'
import { checkboxMarks } from './support/checkbox-mark'
import { lineAt } from './support/lines'

/**
 * Ticks or unticks the checkbox of the item at an offset: of the innermost list item that has one, from any of its
 * lines. One edit of one character, or none where no such item is there.
 *
 * @param mark of the checkbox that is meant, see `CheckboxMarks`: it is toggled wherever it has gone, and the offset does not count
 * @throws {Refused} where none has that mark any more
 */
export function toggleCheckbox(context: FeatureContext, offset: number, mark?: string): TextEdit[] {
  const checkbox = mark === undefined ? checkboxAt(context.spec, offset) : meant(context.spec, mark)
  if (checkbox === undefined) return []
  const range = {
    start: context.document.positionAt(checkbox.mark.start),
    end: context.document.positionAt(checkbox.mark.end),
  }
  return [TextEdit.replace(range, checkbox.checked ? ' ' : 'x')]
}

function meant(spec: SpecDocument, mark: string): Checkbox {
  const markOf = checkboxMarks(spec)
  const same = spec.checkboxes.find((checkbox) => markOf(checkbox) === mark)
  if (same === undefined) {
    throw new Refused('The line has changed meanwhile, so nothing was ticked. Look at it again.')
  }
  return same
}

/**
 * Innermost checkbox whose item reaches over the offset. Compared by lines: an item begins after its indentation and
 * ends before blanks that trail it, and a cursor in either is on the item's line.
 */
function checkboxAt(spec: SpecDocument, offset: number): Checkbox | undefined {
  const line = lineAt(spec.text, offset)
  let at: Checkbox | undefined =
    spec.checkboxes[lastStartingBefore(spec.checkboxes, line.end, (checkbox) => checkbox.span.start)]
  while (at !== undefined && at.span.end < line.start) at = at.parent
  return at
}
