import type { HeadingSymbol } from '../../index/workspace/file-symbols'
import { Refused } from '../../text/refused'
import { moveAnchors } from './anchors'
import { PlanBuilder, type RenamedFile, type RenamePlan } from './plan'

/**
 * Renames a heading, and the links that lead to it.
 *
 * @param own the file of the heading
 * @param linking all files that link to that file, itself among them
 * @throws {Refused} where the new text is none, or more than one line
 */
export function renameHeading(
  own: RenamedFile,
  heading: Pick<HeadingSymbol, 'start'>,
  text: string,
  linking: readonly RenamedFile[],
): RenamePlan {
  const title = text.trim()
  if (title === '' || /[\r\n]/.test(title)) throw new Refused('A heading is one line of text.')
  const found = own.symbols.headings.find(({ start }) => start === heading.start)
  if (found === undefined) throw new Refused('The document has changed meanwhile: ask again.')
  const plan = new PlanBuilder()
  plan.add(own.symbols.uri, { start: found.from, end: found.to }, title)
  moveAnchors(plan, own.symbols, (one) => (one === found ? withoutMarks(title) : undefined), linking)
  const texts = new Map([own, ...linking].map(({ symbols, text: source }) => [symbols.uri, source]))
  return plan.build((uri) => texts.get(uri) ?? '')
}

/** Emphasis and code marks have no part in an anchor. */
function withoutMarks(title: string): string {
  return title.replace(/[*`]/g, '')
}
