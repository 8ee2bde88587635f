import type { Location, Range } from 'vscode-languageserver-types'
import { comparedAnchor } from '../../index/anchors'
import type { FileSymbols, LinkSymbol, PlacedText } from '../../index/workspace/file-symbols'
import type { WorkspaceIndex } from '../../index/workspace/workspace-index'
import { positionIn } from '../../text/line-starts'

export function rangeIn(
  { lineStarts }: FileSymbols,
  { start, end }: Pick<PlacedText, 'start' | 'end'>,
): Range {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) }
}

export function locationIn(file: FileSymbols, place: Pick<PlacedText, 'start' | 'end'>): Location {
  return { uri: file.uri, range: rangeIn(file, place) }
}

/** Whether a link leads where another one would. */
export function leadsTo(link: LinkSymbol, { uri, fragment }: Pick<LinkSymbol, 'uri' | 'fragment'>): boolean {
  return link.uri === uri && comparedAnchor(link.fragment) === comparedAnchor(fragment)
}

/** The place by which a spec is shown: its title, else its beginning. */
export function locationOfSpec(file: FileSymbols): Location {
  return locationIn(file, file.title ?? { start: 0, end: 0 })
}

/** Where a link leads in a spec of the workspace: the heading, or the item of that ID, else the spec. */
export function locationOfLink(
  workspace: WorkspaceIndex,
  { uri, fragment }: LinkSymbol,
): Location | undefined {
  const file = workspace.file(uri)
  if (file === undefined) return undefined
  const wanted = comparedAnchor(fragment)
  const place =
    wanted === ''
      ? undefined
      : (file.headings.find(({ anchor }) => comparedAnchor(anchor) === wanted) ??
        file.items.find(({ id }) => comparedAnchor(id) === wanted))
  return place === undefined ? locationOfSpec(file) : locationIn(file, place)
}
