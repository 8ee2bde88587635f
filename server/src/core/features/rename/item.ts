import { URI, Utils } from 'vscode-uri'
import type { FileSymbols, ItemSymbol, ReferenceSymbol } from '../../index/workspace/file-symbols'
import type { FoundItem, NamedId, WorkspaceIndex } from '../../index/workspace/workspace-index'
import { joinsRange } from '../../model/mentions'
import { Refused } from '../../text/refused'
import { shorten } from '../../text/shorten'
import { moveAnchors } from './anchors'
import { PlanBuilder, type RenamedFile, type RenamePlan } from './plan'

/** The new ID of an item. */
export interface NewId {
  /** As it is to be written. */
  readonly text: string
  /** See `ItemId.key`. */
  readonly key: string
}

const QUOTED = 40

/**
 * Renames an item: its definition, what names it in any file, ranges that it is an end or a part of, links to its heading.
 *
 * @param files all files that define it, name it or link to its file, in the version that counts
 * @throws {Refused} where the ID is another item's, was one's that is retired, or means another item to a file that names this one
 */
export function renameItem(
  workspace: WorkspaceIndex,
  found: FoundItem,
  id: NewId,
  files: readonly RenamedFile[],
): RenamePlan {
  const { item } = found
  if (id.key !== item.key) refuseTaken(workspace, found, id)
  const plan = new PlanBuilder()
  for (const file of files) {
    const { symbols } = file
    if (symbols.uri === found.file.uri) {
      for (const one of symbols.items) if (one.key === item.key) plan.add(symbols.uri, one, id.text)
    }
    renameMentions(workspace, found, id, file, plan)
  }
  const own = files.find(({ symbols }) => symbols.uri === found.file.uri)
  if (own !== undefined) moveHeadings(own, item, id, files, plan)
  const texts = new Map(files.map(({ symbols, text }) => [symbols.uri, text]))
  return plan.build((uri) => texts.get(uri) ?? '')
}

function refuseTaken(workspace: WorkspaceIndex, { file }: FoundItem, { text, key }: NewId): void {
  for (const member of workspace.membersOf(file)) {
    const taken = workspace.definitions(member, key)[0]
    if (taken === undefined) continue
    throw new Refused(
      taken.retired
        ? `${text} is a retired item: its ID is not given out again.`
        : `${text} is already defined: “${shorten(taken.text, QUOTED)}”.`,
    )
  }
}

function renameMentions(
  workspace: WorkspaceIndex,
  { file, item }: FoundItem,
  newId: NewId,
  { symbols, text }: RenamedFile,
  plan: PlanBuilder,
): void {
  const id = newId.text
  const isOwn = workspace.membersOf(file).some(({ uri }) => uri === symbols.uri)
  const means = (reference: ReferenceSymbol) =>
    reference.key === item.key &&
    workspace
      .resolve(symbols, reference)
      .some((one) => one.file.uri === file.uri && one.item.key === item.key)
  const ranges = rangesOf(symbols.references, text)
  for (const reference of symbols.references) {
    if (!means(reference)) continue
    if (!isOwn) refuseCaptured(workspace, item, symbols, { ...reference, ...newId, stem: undefined })
    const range = ranges.find(({ start, end }) => start <= reference.start && reference.end <= end)
    if (range !== undefined) plan.add(symbols.uri, range, listed(range, item.key, id, text))
    else if (!reference.implied) plan.add(symbols.uri, reference, id)
  }
}

/** Another spec may have an item of the new ID, and a file that names both without their specs would mean that one. */
function refuseCaptured(
  workspace: WorkspaceIndex,
  { id, key }: ItemSymbol,
  file: FileSymbols,
  renamed: NamedId & NewId,
): void {
  const [other] = key === renamed.key ? [] : workspace.resolve(file, renamed)
  if (other === undefined) return
  const name = Utils.basename(URI.parse(file.uri))
  throw new Refused(
    `${name} names ${id}, and would mean another item by ${renamed.text}: “${shorten(other.item.text, QUOTED)}”.`,
  )
}

/** `REQ-001 through REQ-004`: where it stands, and the IDs that it names. */
interface Range {
  readonly start: number
  readonly end: number
  readonly ids: readonly ReferenceSymbol[]
}

function rangesOf(references: readonly ReferenceSymbol[], text: string): readonly Range[] {
  const written = references.filter(({ implied }) => !implied)
  const ranges: Range[] = []
  for (const [at, first] of written.entries()) {
    const last = written[at + 1]
    const spans = references.filter(({ implied, start }) => implied && start === first.start)
    const [inside] = spans
    if (inside !== undefined) {
      const ids = [first, ...spans, ...(last !== undefined && last.end === inside.end ? [last] : [])]
      ranges.push({ start: first.start, end: inside.end, ids })
    } else if (last !== undefined && isPair(first, last, text)) {
      ranges.push({ start: first.start, end: last.end, ids: [first, last] })
    }
  }
  return ranges
}

/** Two IDs with nothing between their numbers. */
function isPair(first: ReferenceSymbol, last: ReferenceSymbol, text: string): boolean {
  return (
    first.family === last.family &&
    first.key !== last.key &&
    last.start - first.end <= 24 &&
    joinsRange(text.slice(first.end, last.start))
  )
}

/** A range with a renamed ID names other items: its IDs are listed one by one. */
function listed({ ids, start, end }: Range, key: string, id: string, text: string): string {
  const isBracketed = text[start - 1] === '[' && text[end] === ']'
  const names = ids.map((one) => (one.key === key ? id : one.id))
  return names.join(isBracketed ? '], [' : ', ')
}

/** An item that is a heading has an anchor. */
function moveHeadings(
  { symbols, text }: RenamedFile,
  { key }: ItemSymbol,
  { text: id }: NewId,
  files: readonly RenamedFile[],
  plan: PlanBuilder,
): void {
  const renamed = symbols.items.filter((item) => item.key === key)
  moveAnchors(
    plan,
    symbols,
    ({ from, to, text: heading }) => {
      const inside = renamed.find(({ start, end }) => from <= start && end <= to)
      return inside && heading.replace(text.slice(inside.start, inside.end), id)
    },
    files,
  )
}
