import type Token from 'markdown-it/lib/token.mjs'
import type { PreviewFacts, PreviewMark } from '../../../../server/src/lsp/protocol'
import { type AsHtml, markHtml, progressHtml } from './html'

/**
 * Tokens of markdown-it with what is known of the document put in: bars behind headings, and marks where their texts stand. The
 * tokens given are left as they are, since the editor keeps them. Nothing is read here: what the facts name is looked for on its
 * line, and what is not there is left out.
 */
export function decorate(tokens: readonly Token[], facts: PreviewFacts, asHtml: AsHtml): Token[] {
  const headings = new Map(facts.headings.map((heading) => [heading.line, heading]))
  const marks = marksByLine(facts.marks)
  let line = 0
  let lineAfter = 0
  return tokens.map((token, at) => {
    // Cells of a table have no lines of their own: those of their row are meant.
    if (token.map) [line, lineAfter] = token.map
    if (token.type !== 'inline' || token.children === null) return token
    const children = marked(token.children, takeMarks(marks, line, lineAfter), asHtml)
    const opening = tokens[at - 1]
    const heading = opening?.type === 'heading_open' ? headings.get(line) : undefined
    if (heading !== undefined) children.push(htmlToken(token, progressHtml(heading)))
    return changed(token, { children })
  })
}

/** Marks that are not yet found, by line: cells of one row share them. */
type MarksByLine = Map<number, PreviewMark[]>

function marksByLine(marks: readonly PreviewMark[]): MarksByLine {
  const byLine: MarksByLine = new Map()
  for (const mark of marks) {
    const line = byLine.get(mark.line)
    if (line === undefined) byLine.set(mark.line, [mark])
    else line.push(mark)
  }
  return byLine
}

function takeMarks(marks: MarksByLine, from: number, to: number): PreviewMark[][] {
  const lists: PreviewMark[][] = []
  for (let line = from; line < Math.max(to, from + 1); line++) lists.push(marks.get(line) ?? [])
  return lists
}

/** The inline tokens with marks put in, in their order; what a mark says beside its text stands at the end. */
function marked(children: readonly Token[], lines: readonly PreviewMark[][], asHtml: AsHtml): Token[] {
  const result: Token[] = []
  const labels: string[] = []
  let links = 0
  for (const child of children) {
    if (child.type === 'link_open') links++
    if (child.type === 'link_close') links--
    if (child.type === 'text')
      result.push(...markedText(child, lines, labels, (mark) => markHtml(mark, links > 0, asHtml)))
    else result.push(child)
  }
  const [first] = children
  if (first !== undefined && labels.length > 0) {
    const shown = labels.map((label) => `<span class="specmark-label">${asHtml(label)}</span>`)
    result.push(htmlToken(first, ` ${shown.join(' ')}`))
  }
  return result
}

function markedText(
  token: Token,
  lines: readonly PreviewMark[][],
  labels: string[],
  htmlOf: (mark: PreviewMark) => string,
): Token[] {
  const { content } = token
  const result: Token[] = []
  let at = 0
  for (const marks of lines) {
    for (let next = nextMark(content, at, marks); next !== undefined; next = nextMark(content, at, marks)) {
      const { mark, place, index } = next
      // Those before it stand in code, or in markup that is not text.
      marks.splice(0, index + 1)
      if (place > at) result.push(changed(token, { content: content.slice(at, place) }))
      result.push(htmlToken(token, htmlOf(mark)))
      labels.push(...mark.labels)
      at = place + mark.text.length
    }
  }
  if (at === 0) return [token]
  if (at < content.length) result.push(changed(token, { content: content.slice(at) }))
  return result
}

interface Next {
  readonly mark: PreviewMark
  readonly place: number
  readonly index: number
}

function nextMark(content: string, from: number, marks: readonly PreviewMark[]): Next | undefined {
  for (const [index, mark] of marks.entries()) {
    const place = placeOf(content, mark.text, from)
    if (place >= 0) return { mark, place, index }
  }
  return undefined
}

/** As a word of its own: `REQ-1` does not stand in `REQ-10`. */
function placeOf(content: string, text: string, from: number): number {
  for (let place = content.indexOf(text, from); place >= 0; place = content.indexOf(text, place + 1)) {
    const isWhole =
      !(isWordy(text[0]) && isWordy(content[place - 1])) &&
      !(isWordy(text.at(-1)) && isWordy(content[place + text.length]))
    if (isWhole) return place
  }
  return -1
}

function isWordy(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** The same kind of object, as the library's own may be of another version. */
function changed(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token, changes)
}

function htmlToken(like: Token, content: string): Token {
  const changes = {
    type: 'html_inline',
    tag: '',
    attrs: null,
    children: null,
    nesting: 0 as const,
    markup: '',
    info: '',
  }
  return changed(like, { ...changes, content })
}
