import { anchorsOfTexts, comparedAnchor } from '../../index/anchors'
import type { FileSymbols, HeadingSymbol, LinkSymbol } from '../../index/workspace/file-symbols'
import type { PlanBuilder, RenamedFile } from './plan'

/**
 * Lets the links to the headings of a file follow their new texts. One heading's anchor may change another's: the second of a
 * name has a number behind it.
 *
 * @param textOf the heading's text as it will be, for those that change
 * @param linking all files that link to the file, itself among them where it does
 */
export function moveAnchors(
  plan: PlanBuilder,
  { uri, headings }: FileSymbols,
  textOf: (heading: HeadingSymbol) => string | undefined,
  linking: readonly RenamedFile[],
): void {
  const after = anchorsOfTexts(headings.map((heading) => textOf(heading) ?? heading.text))
  const moved = new Map<string, string>()
  headings.forEach(({ anchor }, at) => {
    const now = after[at]
    if (now !== undefined && now !== anchor) moved.set(comparedAnchor(anchor), now)
  })
  if (moved.size === 0) return
  for (const { symbols, text } of linking) {
    for (const link of symbols.links) {
      const anchor = link.uri === uri ? moved.get(comparedAnchor(link.fragment)) : undefined
      const place = anchor === undefined ? undefined : fragmentOf(link, text)
      if (anchor !== undefined && place !== undefined) plan.add(symbols.uri, place, anchor)
    }
  }
}

/** Where the fragment stands behind its `#`; `undefined` where the destination is written with escapes. */
function fragmentOf(link: LinkSymbol, text: string) {
  const place = destinationOf(link, text)
  const hash = link.url.indexOf('#')
  return place === undefined || hash < 0 ? undefined : { start: place.start + hash + 1, end: place.end }
}

/** Where the destination of a link is written; `undefined` where that is in a definition, or it is written with escapes. */
export function destinationOf({ url, start, end }: LinkSymbol, text: string) {
  const source = text.slice(start, end)
  // From the end, as the text of a link may have it too; and so may a title.
  for (let at = source.lastIndexOf(url); at > 0; at = source.lastIndexOf(url, at - 1)) {
    if (opensDestination(source, at)) return { start: start + at, end: start + at + url.length }
  }
  return undefined
}

/** Whether what stands before is `](` or `]:`, with blanks or `<` behind it. */
function opensDestination(source: string, at: number): boolean {
  const before = source.slice(0, source[at - 1] === '<' ? at - 1 : at).trimEnd()
  return before.endsWith('](') || before.endsWith(']:')
}
