import { TextEdit } from 'vscode-languageserver-types'
import type { Checkbox, SpecDocument } from '../model/spec-document'
import { lastStartingBefore } from '../text/search'
import type { FeatureContext } from './context'
import { lineAt } from './support/lines'

/**
 * Ticks or unticks the checkbox of the item at an offset: of the innermost list item that has one, from any of its
 * lines. One edit of one character, or none where no such item is there.
 */
export function toggleCheckbox(context: FeatureContext, offset: number): TextEdit[] {
  const checkbox = checkboxAt(context.spec, offset)
  if (checkbox === undefined) return []
  const range = {
    start: context.document.positionAt(checkbox.mark.start),
    end: context.document.positionAt(checkbox.mark.end),
  }
  return [TextEdit.replace(range, checkbox.checked ? ' ' : 'x')]
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
