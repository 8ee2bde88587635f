import { URI, Utils } from 'vscode-uri'
import { editDistance } from '../../text/edit-distance'
import { lazily } from '../../text/lazily'
import { positionIn } from '../../text/line-starts'
import type { FileSymbols, PlacedText } from './file-symbols'
import { nameOf } from './foreign-names'
import type { NamedId, WorkspaceIndex } from './workspace-index'

/**
 * What the other specs of the workspace say to one spec: all that its rules ask of them. Plain data, so that two of them
 * can be compared, and sent to a worker.
 */
export interface Elsewhere {
  /** Other specs with its document ID; files of the same spec are none. */
  readonly sameDocumentId: readonly OtherPlace[]
  /** Where there are such: its document ID with the first number that no spec has. */
  readonly freeDocumentId: string | undefined
  /** The document ID that it was asked for, if no other spec has it, else that with the first number that none has. */
  readonly proposedDocumentId: string | undefined
  /** By {@link nameOf}: the IDs that it names and does not define. */
  readonly meanings: ReadonlyMap<string, Meaning>
}

/** A place in another file; lines and characters from 0, in UTF-16 code units. */
export interface OtherPlace {
  readonly uri: string
  /** The title of the spec, else the name of its file. */
  readonly title: string
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface Meaning {
  /** Whether there is a spec of the qualifier; `true` for an ID without one. */
  readonly hasSpec: boolean
  /** The items of other specs that it may mean. */
  readonly items: readonly MeantItem[]
  /** What may have been meant, the likeliest first: document IDs where there is no such spec, else IDs of that spec. */
  readonly nearest: readonly string[]
}

export interface MeantItem extends OtherPlace {
  /** As it is written where it is defined. */
  readonly id: string
  readonly documentId: string | undefined
  /** The file that names it names its spec too. */
  readonly linked: boolean
}

const MOST_NEAR = 3

/**
 * @param file a spec of the index, in the version that is judged: the index may have another one of it
 * @param proposed a document ID that is to be proposed to it
 */
export function elsewhereOf(index: WorkspaceIndex, file: FileSymbols, proposed?: string): Elsewhere {
  const members = new Set(index.membersOf(file).map(({ uri }) => uri))
  const meanings = new Map<string, Meaning>()
  const linked = lazily(() => new Set(index.linkedFrom(file)))
  for (const reference of file.references) {
    const name = nameOf(reference)
    if (meanings.has(name) || reference.implied || isOwn(index, file, reference)) continue
    meanings.set(name, meaningOf(index, file, reference, linked()))
  }
  const same = sameDocumentId(index, file, members)
  const freeDocumentId = same.length === 0 ? undefined : freeId(index, file.documentId?.text ?? '')
  const isTaken = (id: string) => index.withDocumentId(id).some(({ uri }) => !members.has(uri))
  const proposedDocumentId = proposed !== undefined && isTaken(proposed) ? freeId(index, proposed) : proposed
  return { sameDocumentId: same, freeDocumentId, proposedDocumentId, meanings }
}

/** Whether a spec names what it does not define itself, whatever the other files of its group define. */
export function namesOthers({ items, references }: FileSymbols): boolean {
  const own = new Set(items.map(({ key }) => key))
  return references.some(
    ({ key, stem, qualifier, implied }) =>
      !implied && (qualifier !== undefined || !(own.has(key) || (stem !== undefined && own.has(stem)))),
  )
}

/** Nearly all references: they are nobody else's business. */
function isOwn(index: WorkspaceIndex, file: FileSymbols, { key, stem, qualifier }: NamedId): boolean {
  if (qualifier !== undefined) return false
  return (
    index.definitions(file, key).length > 0 ||
    (stem !== undefined && index.definitions(file, stem).length > 0)
  )
}

function meaningOf(
  index: WorkspaceIndex,
  file: FileSymbols,
  reference: NamedId,
  linked: ReadonlySet<FileSymbols>,
): Meaning {
  const specs = reference.qualifier === undefined ? [] : index.withDocumentId(reference.qualifier)
  const hasSpec = reference.qualifier === undefined || specs.length > 0
  const found = index.resolve(file, reference)
  const items = found.map(({ file: other, item }) => ({
    ...placeIn(other, item),
    id: item.id,
    documentId: other.documentId?.text,
    linked: linked.has(other),
  }))
  if (items.length > 0 || reference.qualifier === undefined) return { hasSpec, items, nearest: [] }
  const nearest = hasSpec
    ? nearestIds(
        reference.key,
        specs.flatMap((spec) => index.membersOf(spec)).flatMap((member) => member.items),
      )
    : nearestDocumentIds(index, file, reference.qualifier)
  return { hasSpec, items, nearest }
}

function sameDocumentId(
  index: WorkspaceIndex,
  { documentId }: FileSymbols,
  members: ReadonlySet<string>,
): readonly OtherPlace[] {
  if (documentId === undefined) return []
  return index
    .withDocumentId(documentId.text)
    .flatMap((other) =>
      members.has(other.uri) || other.documentId === undefined ? [] : [placeIn(other, other.documentId)],
    )
}

/** One more than the highest number that an ID with the same words before it has, with as many digits. */
function freeId(index: WorkspaceIndex, id: string): string | undefined {
  const number = /\d{1,9}$/.exec(id)?.[0]
  if (number === undefined) return undefined
  const stem = id.slice(0, id.length - number.length)
  let highest = Number(number)
  for (const { documentId } of index.files()) {
    const other = documentId?.text ?? ''
    if (!other.toUpperCase().startsWith(stem.toUpperCase())) continue
    const rest = other.slice(stem.length)
    if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest))
  }
  return stem + String(highest + 1).padStart(number.length, '0')
}

function placeIn(file: FileSymbols, { start, end }: Pick<PlacedText, 'start' | 'end'>): OtherPlace {
  const { line, character } = positionIn(file.lineStarts, start)
  const title = file.title?.text || Utils.basename(URI.parse(file.uri))
  return { uri: file.uri, title, line, start: character, end: character + end - start }
}

function nearestDocumentIds(index: WorkspaceIndex, file: FileSymbols, wanted: string): readonly string[] {
  const ids = new Set<string>()
  for (const { uri, documentId } of index.files()) {
    if (documentId !== undefined && uri !== file.uri) ids.add(documentId.text)
  }
  return nearest(wanted, [...ids], (id) => id)
}

function nearestIds(
  key: string,
  items: readonly { readonly id: string; readonly key: string }[],
): readonly string[] {
  return [...new Set(nearest(key, items, (item) => item.key).map(({ id }) => id))]
}

/** Those that differ in at most a third of their letters. */
function nearest<T>(
  wanted: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
): readonly T[] {
  const name = wanted.toUpperCase()
  const most = Math.max(1, Math.floor(name.length / 3))
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, textOf(candidate).toUpperCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (textOf(a.candidate) < textOf(b.candidate) ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ candidate }) => candidate)
}

/** Whether two of them say the same. */
export function sameElsewhere(a: Elsewhere | undefined, b: Elsewhere | undefined): boolean {
  return a === b || textOf(a) === textOf(b)
}

function textOf(elsewhere: Elsewhere | undefined): string {
  return JSON.stringify(
    elsewhere && [
      elsewhere.sameDocumentId,
      elsewhere.freeDocumentId,
      elsewhere.proposedDocumentId,
      [...elsewhere.meanings],
    ],
  )
}
