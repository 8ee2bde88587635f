import type { Item, Passage } from '../../../model/spec-document'
import type { FeatureContext } from '../../context'
import { contains, tableAt } from '../lookup'
import { escapeMarkdown, lineLink, passageMarkdown } from '../markdown'
import { keywordsOf } from '../normative'
import { capitalise, ROLE_NAMES } from '../words'
import { linkLines } from './links'

/** More lines than this, or more links, would push the rest of the hover out of sight. */
const MOST_LINES = 12
const MOST_LINKS = 20
/** UTF-16 code units of one passage that are shown; a paragraph without end would freeze a client. */
const MOST_TEXT = 4000

/** What an ID means: the item's text, keyword and state, what answers it, what it answers, and what else names it. */
export function itemMarkdown(context: FeatureContext, item: Item): string {
  const { file, workspace } = context
  const symbol = workspace.definitions(file, item.id.key)[0]
  return [
    headline(item),
    ...textLines(context, item),
    ...(symbol === undefined ? [] : linkLines(context, { file, item: symbol })),
    ...duplicateLine(context, context.index.definitions(item.id.key)),
  ].join('\n\n')
}

export function unknownMarkdown(id: string): string {
  return `**${escapeMarkdown(id)}**\n\nNothing defines it: neither this document nor one that it names.`
}

/** `**REQ-001** · requirement · MUST · done` */
function headline(item: Item): string {
  const facts = [ROLE_NAMES[item.role], ...keywordsOf(item)]
  if (item.retired) facts.push('retired: its ID is not given out again')
  if (item.checkbox !== undefined) facts.push(item.checkbox.checked ? 'done' : 'open')
  return `**${escapeMarkdown(item.id.text)}** · ${facts.join(' · ')}`
}

/** The item's own passages: the first as it reads after the ID, the others as a list under it. */
function textLines(context: FeatureContext, item: Item): string[] {
  const { text } = context.spec
  if (item.form === 'row') return rowLines(context, item)
  const [lead, ...others] = item.passages
  const lines: string[] = []
  if (lead !== undefined) {
    const words = shown(text, lead, item.textSpan.start, item.textSpan.end)
    if (words !== '') lines.push(words)
  }
  const bullets = others.slice(0, MOST_LINES).map((passage) => {
    return `- ${shown(text, passage, passage.start, passage.start + passage.text.length)}`
  })
  if (others.length > MOST_LINES) bullets.push(`- … and ${others.length - MOST_LINES} more`)
  if (bullets.length > 0) lines.push(bullets.join('\n'))
  return lines
}

/** The other cells of a row under the titles of their columns. */
function rowLines({ spec }: FeatureContext, item: Item): string[] {
  const table = tableAt(spec, item.span.start)
  const row = table?.rows.find((each) => each.span.start === item.span.start)
  if (table === undefined || row === undefined) return item.text === '' ? [] : [escapeMarkdown(item.text)]
  const cells = row.cells.slice(0, MOST_LINES).flatMap((cell, column) => {
    const { start, text } = cell.passage
    const words = shown(spec.text, cell.passage, start, start + text.length)
    if (words === '' || contains(cell.span, item.id.span.start)) return []
    const title = table.header[column]?.text ?? ''
    return [`- ${title === '' ? '' : `${escapeMarkdown(title)}: `}${words}`]
  })
  return cells.length === 0 ? [] : [cells.join('\n')]
}

function shown(text: string, passage: Passage, start: number, end: number): string {
  const words = passageMarkdown(text, passage, start, Math.min(end, start + MOST_TEXT))
  return end - start > MOST_TEXT ? `${words} …` : words
}

function lineOf(context: FeatureContext, item: Item): number {
  return context.document.positionAt(item.id.span.start).line
}

function duplicateLine(context: FeatureContext, definitions: readonly Item[]): string[] {
  if (definitions.length < 2) return []
  const places = definitions.slice(0, MOST_LINKS).map((item) => {
    const line = lineOf(context, item)
    return lineLink(`line ${line + 1}`, context.document.uri, line)
  })
  return [capitalise(`defined ${definitions.length} times: ${places.join(', ')}`)]
}
