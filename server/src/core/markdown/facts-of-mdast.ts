import type {
  Blockquote,
  Code,
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast'
import type { CellFacts, Facts, FrontMatterFacts, ListItemFacts, Placed, RowFacts } from './facts'
import type { Place } from './place-urls'
import { placeUrls } from './place-urls'
import { type ProseContext, proseOf } from './prose'
import { notesOf } from './source-notes'

/**
 * Reduces a tree to facts.
 *
 * @param source the text that the tree's offsets count in (without its byte order mark)
 * @param resolve destination of the definition with this mdast identifier, `''` where there is none
 * @returns the top-level blocks, lists replaced by their items, offsets from the start of `source`
 */
export function factsOfMdast(
  root: Root,
  source: string,
  resolve: (identifier: string) => string,
): readonly Placed[] {
  const notes = notesOf(root)
  const urls = placeUrls(notes, source)
  const context: Context = {
    source,
    blanks: notes.blanks,
    resolve,
    place: (node) => placeOf(node) ?? urls.get(node) ?? { start: 0, end: 0 },
    box: (item) => notes.boxes.get(item),
  }
  return blocksOf(root.children, 0, context)
}

interface Context extends ProseContext {
  box(item: ListItem): number | undefined
}

function placeOf(node: Nodes): Place | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? undefined : { start, end }
}

function blocksOf(nodes: readonly RootContent[], parent: number, context: Context): readonly Placed[] {
  const placed: Placed[] = []
  for (const node of nodes) {
    if (node.type === 'list') placed.push(...node.children.map((item) => placeBlock(item, parent, context)))
    else placed.push(placeBlock(node, parent, context))
  }
  return placed
}

function placeBlock(node: RootContent, parent: number, context: Context): Placed {
  const { start, end } = context.place(node)
  return { offset: start - parent, facts: factsOf(node, start, end - start, context) }
}

function factsOf(node: RootContent, start: number, length: number, context: Context): Facts {
  switch (node.type) {
    case 'heading':
      return headingOf(node, start, length, context)
    case 'paragraph':
      return paragraphOf(node, start, length, context)
    case 'listItem':
      return listItemOf(node, start, length, context)
    case 'table':
      return tableOf(node, start, length, context)
    case 'blockquote':
      return quoteOf(node, start, length, context)
    case 'code':
      return codeOf(node, length)
    case 'html':
      return { type: 'html', length, value: node.value }
    case 'yaml':
      return frontMatterOf(node.value, start, length, context)
    case 'definition':
      return { type: 'definition', length, identifier: node.identifier, url: node.url }
    case 'footnoteDefinition':
      return {
        type: 'footnote',
        length,
        identifier: node.identifier,
        children: blocksOf(node.children, start, context),
      }
    case 'thematicBreak':
      return { type: 'thematicBreak', length }
    default:
      throw new Error(`remark gave a ${node.type} where a block is expected`)
  }
}

function headingOf(node: Heading, start: number, length: number, context: Context): Facts {
  return { type: 'heading', length, depth: node.depth, prose: proseOf(node.children, context, start, length) }
}

function paragraphOf(node: Paragraph, start: number, length: number, context: Context): Facts {
  return { type: 'paragraph', length, prose: proseOf(node.children, context, start, length) }
}

function listItemOf(node: ListItem, start: number, length: number, context: Context): ListItemFacts {
  const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(context.source.slice(start, start + 10))
  const box = context.box(node)
  return {
    type: 'listItem',
    length,
    marker: marker?.[0] ?? '',
    checked: node.checked ?? null,
    box: box === undefined ? -1 : box - start,
    children: blocksOf(node.children, start, context),
  }
}

function tableOf(node: Table, start: number, length: number, context: Context): Facts {
  return { type: 'table', length, rows: node.children.map((row) => placeRow(row, start, context)) }
}

function placeRow(node: TableRow, table: number, context: Context): Placed<RowFacts> {
  const { start, end } = context.place(node)
  const cells = node.children.map((cell) => placeCell(cell, start, context))
  return { offset: start - table, facts: { type: 'row', length: end - start, cells } }
}

function placeCell(node: TableCell, row: number, context: Context): Placed<CellFacts> {
  const { start, end } = context.place(node)
  const opening = context.source[start] === '|' && end > start ? 1 : 0
  const prose = proseOf(node.children, context, start, opening)
  return { offset: start - row, facts: { type: 'cell', length: end - start, prose } }
}

function quoteOf(node: Blockquote, start: number, length: number, context: Context): Facts {
  return { type: 'quote', length, children: blocksOf(node.children, start, context) }
}

function codeOf(node: Code, length: number): Facts {
  return { type: 'code', length, lang: node.lang ?? null }
}

function frontMatterOf(value: string, start: number, length: number, context: Context): FrontMatterFacts {
  const firstLine = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(context.source.slice(start, start + length))
  return { type: 'frontMatter', length, value, valueOffset: firstLine?.[0].length ?? length }
}
