import type { Role } from '../../template/template'
import type { Count } from '../spec-index'
import { type FileNames, namesOfLists } from './file-names'
import type {
  FileHead,
  FileSymbols,
  HeadingSymbol,
  ItemSymbol,
  LinkSymbol,
  PlacedText,
  ReferenceSymbol,
} from './file-symbols'
import { PackReader } from './pack-reader'
import { PackWriter } from './pack-writer'

/**
 * The symbols of a file as two strings, for the thousands of files of a workspace that nobody has open: a seventh of what they
 * take as objects, and as cheap to send to another thread or to write to a disk. Plain data, immutable.
 */
export interface PackedSymbols {
  /** A byte a character, as numbers of one to seven bytes; see `PackWriter`. */
  readonly numbers: string
  /** All distinct texts, one behind the other. */
  readonly texts: string
}

/** What is decoded when it is asked for, each by itself. */
export type SymbolLists = Pick<
  FileSymbols,
  'items' | 'references' | 'documentMentions' | 'links' | 'headings' | 'lineStarts'
>

/** Shares no string with the document: a piece of a text would keep the whole of it in memory. */
export function packSymbols(symbols: FileSymbols): PackedSymbols {
  const writer = new PackWriter()
  writer.section(() => writeHead(writer, symbols))
  writer.section(() => writer.list(symbols.items, (item) => writeItem(writer, item)))
  writer.section(() => writer.list(symbols.references, (reference) => writeReference(writer, reference)))
  writer.section(() => writer.list(symbols.documentMentions, (mention) => writePlaced(writer, mention)))
  writer.section(() => writer.list(symbols.links, (link) => writeLink(writer, link)))
  writer.section(() => writer.list(symbols.headings, (heading) => writeHeading(writer, heading)))
  writer.section(() => writer.list(symbols.lineStarts, (start) => writer.place(start)))
  writer.section(() => writeNames(writer, namesOfLists(symbols)))
  return writer.end()
}

/** What of it is wanted of every file, all the time. */
export function unpackHead(uri: string, packed: PackedSymbols): FileHead {
  return readHead(uri, new PackReader(packed).section(0))
}

/** Reads one list of it. */
export function unpackList<Name extends keyof SymbolLists>(
  packed: PackedSymbols,
  name: Name,
): SymbolLists[Name] {
  return LISTS[name](new PackReader(packed))
}

/** What the index enters of a file, as `namesOfLists` has it: of ten thousand, to read their lists for it takes a second. */
export function unpackNames(packed: PackedSymbols): FileNames {
  const reader = new PackReader(packed).section(7)
  const names = () => new Set(reader.list((one) => one.string()))
  return { keys: names(), foreign: names(), mentions: names(), linked: names() }
}

/**
 * Of the references, those whose key or stem this is: of a file that names a thing once, no other is made.
 *
 * @param qualified those without a qualifier are left out
 */
export function unpackReferences(
  packed: PackedSymbols,
  key: string,
  qualified: boolean,
): readonly ReferenceSymbol[] {
  const reader = new PackReader(packed)
  const wanted = reader.numberOf(key)
  if (wanted === 0) return []
  return reader.section(2).listOf((one) => isNamed(one, wanted, qualified), readReference)
}

/** All of it, as it was. */
export function unpackSymbols(uri: string, packed: PackedSymbols): FileSymbols {
  const reader = new PackReader(packed)
  return {
    ...readHead(uri, reader.section(0)),
    items: LISTS.items(reader),
    references: LISTS.references(reader),
    documentMentions: LISTS.documentMentions(reader),
    links: LISTS.links(reader),
    headings: LISTS.headings(reader),
    lineStarts: LISTS.lineStarts(reader),
  }
}

/** The sections, in the order in which they are written. */
const LISTS: { readonly [Name in keyof SymbolLists]: (reader: PackReader) => SymbolLists[Name] } = {
  items: (reader) => reader.section(1).list(readItem),
  references: (reader) => reader.section(2).list(readReference),
  documentMentions: (reader) => reader.section(3).list(readPlaced),
  links: (reader) => reader.section(4).list(readLink),
  headings: (reader) => reader.section(5).list(readHeading),
  lineStarts: (reader) => reader.section(6).list((one) => one.place()),
}

const KINDS: readonly FileHead['kind'][] = ['spec', 'loose', 'template', 'none']

function writeHead(writer: PackWriter, head: FileHead): void {
  writer.number(KINDS.indexOf(head.kind))
  writer.text(head.template)
  writer.text(head.group)
  writer.optional(head.title, (title) => writePlaced(writer, title))
  writer.optional(head.documentId, (id) => writePlaced(writer, id))
  writer.text(head.name)
  writer.text(head.status)
  writer.number(head.statusRank)
  writeCount(writer, head.progress)
  writer.list(Object.entries(head.progress.byRole), ([role, count]) => {
    writer.text(role)
    writeCount(writer, count)
  })
}

function readHead(uri: string, reader: PackReader): FileHead {
  const kind = KINDS[reader.number()] ?? 'none'
  const template = reader.text()
  const group = reader.text()
  const title = reader.optional(readPlaced)
  const documentId = reader.optional(readPlaced)
  const name = reader.text()
  const status = reader.text()
  const statusRank = reader.number()
  const { done, total } = readCount(reader)
  const byRole: Partial<Record<Role, Count>> = {}
  reader.list((one) => {
    byRole[one.text() as Role] = readCount(one)
  })
  const progress = { done, total, byRole }
  return { uri, kind, template, group, title, name, documentId, status, statusRank, progress }
}

function writeNames(writer: PackWriter, { keys, foreign, mentions, linked }: FileNames): void {
  for (const names of [keys, foreign, mentions, linked]) writer.list([...names], (name) => writer.text(name))
}

function writeCount(writer: PackWriter, { done, total }: Count): void {
  writer.number(done)
  writer.number(total)
}

function readCount(reader: PackReader): Count {
  return { done: reader.number(), total: reader.number() }
}

function writePlaced(writer: PackWriter, { text, start, end }: PlacedText): void {
  writer.text(text)
  writer.place(start)
  writer.place(end)
}

function readPlaced(reader: PackReader): PlacedText {
  return { text: reader.string(), start: reader.place(), end: reader.place() }
}

function writeItem(writer: PackWriter, item: ItemSymbol): void {
  writer.text(item.id)
  writer.text(item.key)
  writer.text(item.family)
  writer.text(item.role)
  writer.place(item.start)
  writer.place(item.end)
  writer.place(item.from)
  writer.place(item.to)
  writer.text(item.text)
  writer.flag(item.checked)
  writer.flag(item.retired)
  writer.text(item.section)
}

function readItem(reader: PackReader): ItemSymbol {
  return {
    id: reader.string(),
    key: reader.string(),
    family: reader.string(),
    role: reader.string() as Role,
    start: reader.place(),
    end: reader.place(),
    from: reader.place(),
    to: reader.place(),
    text: reader.string(),
    checked: reader.flag(),
    retired: reader.flag() === true,
    section: reader.text(),
  }
}

function writeReference(writer: PackWriter, reference: ReferenceSymbol): void {
  writer.text(reference.id)
  writer.text(reference.key)
  writer.text(reference.family)
  writer.text(reference.stem)
  writer.place(reference.start)
  writer.place(reference.end)
  writer.flag(reference.implied)
  writer.text(reference.qualifier)
  writer.flag(reference.elsewhere)
  writer.text(reference.by)
  writer.text(reference.byRole)
}

/** Reads a reference to its end. @param wanted the number of its key or stem */
function isNamed(reader: PackReader, wanted: number, qualified: boolean): boolean {
  reader.number()
  const key = reader.number()
  reader.number()
  const stem = reader.number()
  reader.place()
  reader.place()
  reader.flag()
  const qualifier = reader.number()
  reader.flag()
  reader.number()
  reader.number()
  return (key === wanted || stem === wanted) && !(qualified && qualifier === 0)
}

function readReference(reader: PackReader): ReferenceSymbol {
  return {
    id: reader.string(),
    key: reader.string(),
    family: reader.string(),
    stem: reader.text(),
    start: reader.place(),
    end: reader.place(),
    implied: reader.flag() === true,
    qualifier: reader.text(),
    elsewhere: reader.flag() === true,
    by: reader.text(),
    byRole: reader.text() as Role | undefined,
  }
}

function writeLink(writer: PackWriter, link: LinkSymbol): void {
  writer.text(link.uri)
  writer.text(link.fragment)
  writer.text(link.url)
  writer.place(link.start)
  writer.place(link.end)
}

function readLink(reader: PackReader): LinkSymbol {
  return {
    uri: reader.string(),
    fragment: reader.string(),
    url: reader.string(),
    start: reader.place(),
    end: reader.place(),
  }
}

function writeHeading(writer: PackWriter, heading: HeadingSymbol): void {
  writePlaced(writer, heading)
  writer.number(heading.depth)
  writer.text(heading.anchor)
  writer.place(heading.from)
  writer.place(heading.to)
  writer.number(heading.boxes.done)
  writer.number(heading.boxes.total)
}

function readHeading(reader: PackReader): HeadingSymbol {
  return {
    text: reader.string(),
    start: reader.place(),
    end: reader.place(),
    depth: reader.number(),
    anchor: reader.string(),
    from: reader.place(),
    to: reader.place(),
    boxes: { done: reader.number(), total: reader.number() },
  }
}
