import { listNumbersAfter } from '../../rules/support/list-numbers'
import { lineEndingOf } from '../../rules/support/move'
import { lineEnd } from '../../text/lines'
import type { Refactoring, RefactorPlace } from './refactoring'
import { isListed, openingOf } from './siblings'

/** What is behind the cursor becomes an item of its own, with the next free ID. */
export function splitItem({ spec, index, item, offset }: RefactorPlace): Refactoring | undefined {
  const { text } = spec
  const { start, end } = item.textSpan
  const isWithin = start < offset && offset < end && /\s/.test(text.slice(offset - 1, offset + 1))
  // With something nested, or in several lines, nobody can tell what belongs to which half.
  const isOneLine =
    end <= lineEnd(text, item.span.start) && item.span.end <= lineEnd(text, item.span.start) + 1
  if (!isListed(text, item) || !isWithin || !isOneLine) return undefined
  const id = index.nextFree(item.id.prefix, item.id.area)
  return {
    title: `Split ${item.id.text} here: the rest becomes ${id}`,
    kind: 'refactor.extract',
    edits() {
      const from = text.slice(0, offset).trimEnd().length
      const to = offset + (/^\s*/.exec(text.slice(offset, end))?.[0].length ?? 0)
      const opening = openingOf(text, item)
        .replace(item.id.text, id)
        .replace(/\[[xX]\]/, '[ ]')
      const numbers = listNumbersAfter(spec, item)
      const begun = lineEndingOf(text) + numbers.next(opening)
      return [{ span: { start: from, end: to }, text: begun }, ...numbers.following]
    },
  }
}
