import { answers } from '../ranks'
import type { FileNames } from './file-names'
import type { FileSymbols, ItemSymbol, LinkSymbol, PlacedText, ReferenceSymbol } from './file-symbols'
import { nameOf } from './foreign-names'
import { MultiMap } from './multi-map'
import { namesOf } from './names-of'
import { createOrderedFiles } from './ordered-files'
import { referencesNaming } from './references-naming'
import { comparedDocumentId, diffSymbols, type SymbolDiff } from './symbol-diff'

/** An item and the file that defines it. */
export interface FoundItem {
  readonly file: FileSymbols
  readonly item: ItemSymbol
}

export interface FoundReference {
  readonly file: FileSymbols
  readonly reference: ReferenceSymbol
}

/** Who defines and who names what in all files of a workspace. */
export interface WorkspaceIndex {
  file(uri: string): FileSymbols | undefined
  /** In the order of their URIs. The same list until a file comes, goes or changes. */
  files(): readonly FileSymbols[]
  /** Specs with a document ID, compared without case, by URI. */
  withDocumentId(id: string): readonly FileSymbols[]
  /** The files that are one spec with this one, itself first. */
  membersOf(file: FileSymbols): readonly FileSymbols[]
  /** The specs that a file names, by a link or by a document ID; itself left out. */
  linkedFrom(file: FileSymbols): readonly FileSymbols[]
  /** Definitions of a key in one file, duplicates included. */
  definitions(file: FileSymbols, key: string): readonly ItemSymbol[]
  /**
   * What an ID means that a file names: qualified, in the specs of that document ID; else in its own spec; then in the specs
   * that the file links to; then, where its own spec has no such numbering, in those of its folder. Several where it is
   * ambiguous, `[]` where nothing defines it.
   */
  resolve(file: FileSymbols, reference: NamedId): readonly FoundItem[]
  /** Every place that names an item, in its own spec and in others, by file and place. */
  referencesTo(found: FoundItem): readonly FoundReference[]
  /** Items of any file that name this one in their text and are less general, each once. */
  answeredBy(found: FoundItem): readonly FoundItem[]
  /** Items of any file that this one names and that are more general, each once. */
  answers(found: FoundItem): readonly FoundItem[]
  /** Every place that names a document ID, but the field that gives it. */
  mentionsOfDocument(id: string): readonly { readonly file: FileSymbols; readonly place: PlacedText }[]
  /** Links that lead to a file, from others and from itself. */
  linksTo(uri: string): readonly { readonly file: FileSymbols; readonly link: LinkSymbol }[]
}

/** An ID as a file names it. */
export type NamedId = Pick<ReferenceSymbol, 'key' | 'family' | 'stem' | 'qualifier'>

/** The index with its one owner's right to change it. */
export interface OwnedWorkspaceIndex extends WorkspaceIndex {
  /** Puts a file in, in place of what was known of it; `undefined` takes it out. */
  set(uri: string, symbols: FileSymbols | undefined): SymbolDiff
  /** Puts in a version of a file that defines and names the same as that before, at other places. */
  renew(uri: string, symbols: FileSymbols): void
  /** Files that may be judged otherwise after a change of this one: never too few. Itself left out. */
  reachedBy(uri: string, diff: SymbolDiff): ReadonlySet<string>
}

export function createWorkspaceIndex(): OwnedWorkspaceIndex {
  const files = createOrderedFiles()
  const byDocumentId = new MultiMap<string, string>()
  const byGroup = new MultiMap<string, string>()
  /** By name, see `foreignNames`. */
  const naming = new MultiMap<string, string>()
  const namingDocument = new MultiMap<string, string>()
  const linking = new MultiMap<string, string>()
  /** By folder, then by key: files that define it. */
  const defining = new Map<string, MultiMap<string, string>>()
  /** By the list that they are made of: packed files are held for good, their lists are not. */
  const byKey = new WeakMap<readonly ItemSymbol[], ReadonlyMap<string, readonly ItemSymbol[]>>()
  /** The item whose references were asked for last: thousands of places may name it, and one question asks several times. */
  let named: (FoundItem & { readonly references: readonly FoundReference[] }) | undefined

  /** Calls for each entry that a file has in the maps above, but `defining`. */
  function eachEntry(
    { uri, documentId, group }: FileSymbols,
    { foreign, mentions, linked }: FileNames,
    visit: (map: MultiMap<string, string>, key: string, value: string) => void,
  ) {
    if (documentId) visit(byDocumentId, comparedDocumentId(documentId.text), uri)
    if (group !== undefined) visit(byGroup, group, uri)
    for (const name of foreign) visit(naming, name, uri)
    for (const text of mentions) visit(namingDocument, comparedDocumentId(text), uri)
    for (const target of linked) visit(linking, target, uri)
  }

  /** Of a file, the keys that have come or gone: those of a large one would cost more at a keystroke than all the rest. */
  function define(uri: string, keys: Iterable<string>, now: FileNames | undefined): void {
    const folder = folderOf(uri)
    const ofFolder = defining.get(folder) ?? new MultiMap<string, string>()
    defining.set(folder, ofFolder)
    for (const key of keys) {
      if (now?.keys.has(key)) ofFolder.add(key, uri)
      else ofFolder.delete(key, uri)
    }
    if (ofFolder.size === 0) defining.delete(folder)
  }

  function definitionsOf({ items }: FileSymbols): ReadonlyMap<string, readonly ItemSymbol[]> {
    const known = byKey.get(items)
    if (known !== undefined) return known
    const made = new Map<string, ItemSymbol[]>()
    for (const item of items) {
      const same = made.get(item.key)
      if (same === undefined) made.set(item.key, [item])
      else same.push(item)
    }
    byKey.set(items, made)
    return made
  }

  const filesAt = (uris: Iterable<string>): FileSymbols[] =>
    [...uris].sort().flatMap((uri) => files.get(uri) ?? [])

  const withDocumentId = (id: string) => filesAt(byDocumentId.get(comparedDocumentId(id)))

  function membersOf(file: FileSymbols): readonly FileSymbols[] {
    if (file.group === undefined) return [file]
    return [file, ...filesAt(byGroup.get(file.group)).filter(({ uri }) => uri !== file.uri)]
  }

  function linkedFrom(file: FileSymbols): readonly FileSymbols[] {
    const uris = new Set<string>()
    for (const { uri } of file.links) if (files.has(uri)) uris.add(uri)
    for (const { text } of file.documentMentions) {
      for (const uri of byDocumentId.get(comparedDocumentId(text))) uris.add(uri)
    }
    uris.delete(file.uri)
    return filesAt(uris)
  }

  /** The first definition in each of some files, by the key or, where none has it, by its stem. */
  function firstIn(candidates: readonly FileSymbols[], { key, stem }: NamedId): readonly FoundItem[] {
    for (const wanted of stem === undefined ? [key] : [key, stem]) {
      const found = candidates.flatMap((file) => {
        const item = definitionsOf(file).get(wanted)?.[0]
        return item === undefined ? [] : [{ file, item }]
      })
      if (found.length > 0) return found
    }
    return []
  }

  function resolve(file: FileSymbols, named: NamedId): readonly FoundItem[] {
    if (named.qualifier !== undefined) {
      const specs = withDocumentId(named.qualifier)
      return firstIn([...new Set(specs.flatMap((spec) => membersOf(spec)))], named)
    }
    const members = membersOf(file)
    const own = firstIn(members, named).slice(0, 1)
    if (own.length > 0) return own
    const linked = firstIn(linkedFrom(file), named)
    if (linked.length > 0 || members.some((member) => hasFamily(member, named.family))) return linked
    const ofFolder = defining.get(folderOf(file.uri))
    const beside = [named.key, ...(named.stem === undefined ? [] : [named.stem])].flatMap((key) => [
      ...(ofFolder?.get(key) ?? []),
    ])
    return firstIn(filesAt(new Set(beside)), named)
  }

  /** Files that may name an item of this one; itself only where that is not sure to be its own. */
  function namersOf(key: string, documentIds: Iterable<string>): Set<string> {
    const namers = new Set(naming.get(key))
    for (const qualifier of documentIds) {
      for (const uri of naming.get(nameOf({ key, qualifier }))) namers.add(uri)
    }
    return namers
  }

  function documentIdsOf(specs: readonly FileSymbols[]): readonly string[] {
    return specs.flatMap(({ documentId }) => (documentId ? [documentId.text] : []))
  }

  function referencesTo(found: FoundItem): readonly FoundReference[] {
    if (named?.file !== found.file || named.item.key !== found.item.key)
      named = { ...found, references: findReferences(found) }
    return named.references
  }

  function findReferences({ file, item }: FoundItem): readonly FoundReference[] {
    const namers = namersOf(item.key, documentIdsOf(membersOf(file))).add(file.uri)
    /** What is qualified means the same whoever names it, and thousands may. */
    const qualified = new Map<string, boolean>()
    const means = (other: FileSymbols, reference: ReferenceSymbol): boolean => {
      const name = reference.qualifier === undefined ? undefined : `${reference.qualifier}#${reference.id}`
      const known = name === undefined ? undefined : qualified.get(name)
      if (known !== undefined) return known
      const found = resolve(other, reference)
      const isMeant = found.some((one) => one.file.uri === file.uri && one.item.key === item.key)
      if (name !== undefined) qualified.set(name, isMeant)
      return isMeant
    }
    /** What names it without a qualifier: nearly all others mean their own item by that. */
    const bare = naming.get(item.key)
    return filesAt(namers).flatMap((other) => {
      const isBare = other.uri === file.uri || bare.has(other.uri)
      return referencesNaming(other, item.key, !isBare)
        .filter((reference) => means(other, reference))
        .map((reference) => ({ file: other, reference }))
    })
  }

  function answersOf({ file, item }: FoundItem): readonly FoundItem[] {
    const named = file.references.filter(({ by }) => by === item.key)
    return eachOnce(named.flatMap((reference) => resolve(file, reference))).filter(({ item: target }) =>
      answers(item.role, target.role),
    )
  }

  function answeredBy(target: FoundItem): readonly FoundItem[] {
    const found = referencesTo(target).flatMap(({ file, reference: { by, byRole } }) => {
      if (by === undefined || byRole === undefined || !answers(byRole, target.item.role)) return []
      const item = definitionsOf(file).get(by)?.[0]
      return item === undefined ? [] : [{ file, item }]
    })
    return eachOnce(found)
  }

  return {
    file: (uri) => files.get(uri),
    files: () => files.all(),
    withDocumentId,
    membersOf,
    linkedFrom,
    definitions: (file, key) => definitionsOf(file).get(key) ?? [],
    resolve,
    referencesTo,
    answeredBy,
    answers: answersOf,
    mentionsOfDocument(id) {
      const wanted = comparedDocumentId(id)
      const isMeant = (text: string) => text === id || comparedDocumentId(text) === wanted
      return filesAt(namingDocument.get(wanted)).flatMap((file) =>
        file.documentMentions.filter(({ text }) => isMeant(text)).map((place) => ({ file, place })),
      )
    },
    linksTo: (uri) =>
      filesAt(linking.get(uri)).flatMap((file) =>
        file.links.filter((link) => link.uri === uri).map((link) => ({ file, link })),
      ),
    set(uri, symbols) {
      const before = files.get(uri)
      const [old, now] = [before && namesOf(before), symbols && namesOf(symbols)]
      named = undefined
      if (before && old) eachEntry(before, old, (map, key, value) => map.delete(key, value))
      files.set(uri, symbols)
      if (symbols && now) eachEntry(symbols, now, (map, key, value) => map.add(key, value))
      const diff = diffSymbols({ file: before, keys: old?.keys }, { file: symbols, keys: now?.keys })
      if (diff.keys.size > 0) define(uri, diff.keys, now)
      return diff
    },
    renew(uri, symbols) {
      files.set(uri, symbols)
      named = undefined
    },
    reachedBy(uri, { keys, documentIds, anchors, groups }) {
      const reached = new Set<string>()
      const add = (others: Iterable<string>) => {
        for (const other of others) reached.add(other)
      }
      const file = files.get(uri)
      const folder = folderOf(uri)
      const linkers = new Set(linking.get(uri))
      const oneSpec = [
        ...(file === undefined ? [] : membersOf(file)),
        ...groups.flatMap((group) => filesAt(byGroup.get(group))),
      ]
      const ids = new Set([...documentIds, ...documentIdsOf(oneSpec).map(comparedDocumentId)])
      for (const id of ids) for (const other of namingDocument.get(id)) linkers.add(other)
      for (const key of keys) {
        for (const other of namersOf(key, ids)) {
          if (linkers.has(other) || folderOf(other) === folder) reached.add(other)
        }
      }
      if (anchors) add(linking.get(uri))
      for (const id of documentIds) {
        add(byDocumentId.get(id))
        add(namingDocument.get(id))
      }
      for (const group of groups) add(byGroup.get(group))
      reached.delete(uri)
      return reached
    },
  }
}

function hasFamily({ items }: FileSymbols, family: string): boolean {
  return items.some((item) => item.family === family)
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'))
}

function eachOnce(found: readonly FoundItem[]): readonly FoundItem[] {
  const seen = new Set<ItemSymbol>()
  return found.filter(({ item }) => {
    const isNew = !seen.has(item)
    seen.add(item)
    return isNew
  })
}
