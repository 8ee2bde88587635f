import { countProgress } from '../../index/progress'
import type { Checkbox, SpecDocument } from '../../model/spec-document'
import { lastStartingBefore } from '../../text/search'
import { COMMANDS } from '../commands'
import type { FeatureContext } from '../context'
import { checkboxMarks } from '../support/checkbox-mark'
import { countWords } from '../support/words'

/** The box whose brackets hold an offset. */
export function checkboxAt({ checkboxes }: SpecDocument, offset: number): Checkbox | undefined {
  const box = checkboxes[lastStartingBefore(checkboxes, offset, ({ mark }) => mark.start - 1)]
  return box !== undefined && offset <= box.mark.end + 1 ? box : undefined
}

/** State of a box, and of those below it: `**open** · 1 of 3 below it done`. */
export function checkboxMarkdown(context: FeatureContext, box: Checkbox, links: boolean): string {
  const state = box.checked ? '**done**' : '**open**'
  const below = box.children.length === 0 ? [] : [`${countWords(countProgress(box.children))} below it done`]
  return [[state, ...below].join(' · '), ...tickLine(context, box, links)].join('\n\n')
}

/** `[Tick](command:…)`, where links may run commands; else nothing. */
export function tickLine(context: FeatureContext, box: Checkbox, links: boolean): readonly string[] {
  if (!links) return []
  const { document, spec } = context
  const args = [document.uri, document.positionAt(box.mark.start), checkboxMarks(spec)(box)]
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (one) =>
    one === '(' ? '%28' : '%29',
  )
  return [`[${box.checked ? 'Untick' : 'Tick'}](command:${COMMANDS.toggleCheckbox}?${query})`]
}
