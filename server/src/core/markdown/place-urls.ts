import type { Nodes, Parents } from 'mdast'
import type { Blank, SourceNotes, WrittenText } from './source-notes'

/** `[start, end)` of a node, offsets in the source. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Where each node is that mdast-util-gfm-autolink-literal made without a position, when it split a text node. */
export function placeUrls(notes: SourceNotes, source: string): Map<Nodes, Place> {
  const places = new Map<Nodes, Place>()
  for (const [parent, texts] of notes.texts) placeChildren(parent, texts, notes.blanks, source, places)
  return places
}

function placeChildren(
  parent: Parents,
  texts: readonly WrittenText[],
  blanks: readonly Blank[],
  source: string,
  places: Map<Nodes, Place>,
): void {
  let next = 0
  let index = 0
  while (index < parent.children.length) {
    const child = parent.children[index]
    if (child?.position === undefined) {
      const end = endOfRun(parent, index)
      const written = texts[next++]
      if (written !== undefined) placeRun(parent.children.slice(index, end), written, blanks, source, places)
      index = end
    } else {
      if (child.type === 'text') next++
      index++
    }
  }
}

function endOfRun(parent: Parents, from: number): number {
  let end = from
  while (end < parent.children.length && parent.children[end]?.position === undefined) end++
  return end
}

function placeRun(
  run: readonly Nodes[],
  written: WrittenText,
  blanks: readonly Blank[],
  source: string,
  places: Map<Nodes, Place>,
): void {
  const sourceOf = alignment(written, blanks, source)
  let from = 0
  for (const node of run) {
    const to = from + valueLength(node)
    places.set(node, {
      start: from === 0 ? written.start : (sourceOf[from] ?? written.end),
      end: to === written.value.length ? written.end : (sourceOf[to] ?? written.end),
    })
    from = to
  }
}

function valueLength(node: Nodes): number {
  if (node.type === 'text') return node.value.length
  const text = 'children' in node ? node.children[0] : undefined
  return text?.type === 'text' ? text.value.length : 0
}

/** For each index of the text's value, the offset in the source that it stands for. */
function alignment(written: WrittenText, blanks: readonly Blank[], source: string): number[] {
  const { value, start, end } = written
  const sourceOf: number[] = []
  let next = blanks.findIndex((blank) => blank.end > start)
  if (next < 0) next = blanks.length
  let at = start
  while (at < end && sourceOf.length < value.length) {
    const blank = blanks[next]
    if (blank !== undefined && at >= blank.start) {
      for (let count = 0; count < blank.width; count++) sourceOf.push(blank.start)
      at = blank.end
      next++
    } else {
      const char = source[at] === '\0' ? '\uFFFD' : source[at]
      // What is in the source alone is the white space around a line ending.
      if (char === value[sourceOf.length]) sourceOf.push(at)
      at++
    }
  }
  return sourceOf
}
