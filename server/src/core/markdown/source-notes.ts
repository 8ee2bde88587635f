import type { ListItem, Nodes, Parents, Root, Text } from 'mdast'

/**
 * What the source says and mdast leaves out: where characters stand that are not in a text node's value, where the
 * character of a checkbox is, and where text stood before literal URLs were split out of it.
 */
export interface SourceNotes {
  /** In source order. */
  readonly blanks: Blank[]
  /** Text nodes as written, of the parents in which literal URLs may have been found. */
  readonly texts: Map<Parents, readonly WrittenText[]>
  /** Offset of the character between the brackets. */
  readonly boxes: Map<ListItem, number>
}

/** `[start, end)` of the source stands for `width` characters of a text node's value. */
export interface Blank {
  readonly start: number
  readonly end: number
  readonly width: number
}

export interface WrittenText {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The part of mdast-util-from-markdown's context that the handlers use. */
interface CompileContext {
  readonly stack: readonly [Root, ...Nodes[]]
}

interface Token {
  readonly start: { readonly offset: number }
  readonly end: { readonly offset: number }
}

type Handler = (this: CompileContext, token: Token) => void

interface NotedData {
  specmark?: SourceNotes & { reference: { start: number; length: number } | undefined }
}

/** The notes that the parse of this root took; empty for a root that was not parsed with `sourceNotes`. */
export function notesOf(root: Root): SourceNotes {
  return notes(root)
}

/**
 * A remark plugin that takes notes. It must come before remark-gfm: its transform has to see text before literal URLs
 * are split out, which makes nodes without positions.
 */
export function sourceNotes(this: { data(): object }): void {
  const data: { fromMarkdownExtensions?: unknown[] } = this.data()
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push({ enter, transforms: [noteTexts] })
}

/** These tokens have no handler of their own in mdast-util-from-markdown or the GFM extensions, so none is replaced. */
const enter: Record<string, Handler> = {
  escapeMarker: noteBlank,
  blockQuotePrefix: noteBlank,
  characterReferenceMarker: noteReference,
  taskListCheckValueChecked: noteBox,
  taskListCheckValueUnchecked: noteBox,
}

function notes(root: Root): NonNullable<NotedData['specmark']> {
  root.data ??= {}
  const data: NotedData = root.data
  data.specmark ??= { blanks: [], texts: new Map(), boxes: new Map(), reference: undefined }
  return data.specmark
}

function noteBlank(this: CompileContext, token: Token): void {
  notes(this.stack[0]).blanks.push({ start: token.start.offset, end: token.end.offset, width: 0 })
}

/** Called at `&` and at `;`; what was added to the text in between is what the reference stands for. */
function noteReference(this: CompileContext, token: Token): void {
  const noted = notes(this.stack[0])
  const tail = this.stack[this.stack.length - 1]
  const length = tail?.type === 'text' ? tail.value.length : 0
  if (noted.reference === undefined) {
    noted.reference = { start: token.start.offset, length }
    return
  }
  const { start, length: before } = noted.reference
  noted.reference = undefined
  noted.blanks.push({ start, end: token.end.offset, width: length - before })
}

function noteBox(this: CompileContext, token: Token): void {
  const item = this.stack[this.stack.length - 2]
  if (item?.type === 'listItem') notes(this.stack[0]).boxes.set(item, token.start.offset)
}

function noteTexts(root: Root): void {
  const { texts } = notes(root)
  const queue: Parents[] = [root]
  for (let parent = queue.pop(); parent !== undefined; parent = queue.pop()) {
    let split = false
    for (const child of parent.children) {
      if (child.type === 'text') split ||= mayHoldUrl(child)
      else if ('children' in child) queue.push(child)
    }
    if (split) texts.set(parent, writtenTexts(parent))
  }
}

function mayHoldUrl({ value }: Text): boolean {
  return value.includes('@') || value.includes('://') || /www\./i.test(value)
}

function writtenTexts(parent: Parents): WrittenText[] {
  const texts: WrittenText[] = []
  for (const child of parent.children) {
    if (child.type !== 'text') continue
    const { value, position } = child
    texts.push({ value, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 })
  }
  return texts
}
