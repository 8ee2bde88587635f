import type { FileSymbols } from './file-symbols'

/** What of a file has changed that other files are judged by. */
export interface SymbolDiff {
  /** Keys of items that it defines now and did not before, or the other way round. */
  readonly keys: ReadonlySet<string>
  /** Document IDs that it has now or had before, where that has changed; compared names. */
  readonly documentIds: readonly string[]
  /** Its headings have other anchors, or it has become a spec, or ceased to be one. */
  readonly anchors: boolean
  /** The groups of files that it belongs to now, or belonged to, where what its items name has changed too. */
  readonly groups: readonly string[]
}

/** One version of a file, with the keys of what it defines. */
export interface Version {
  /** `undefined` where it was not known, or is gone. */
  readonly file: FileSymbols | undefined
  readonly keys: ReadonlySet<string> | undefined
}

export function diffSymbols(
  { file: before, keys: old = NONE }: Version,
  { file: after, keys: now = NONE }: Version,
): SymbolDiff {
  if (before === after) return { keys: new Set(), documentIds: [], anchors: false, groups: [] }
  const keys = new Set<string>()
  for (const key of old) if (!now.has(key)) keys.add(key)
  for (const key of now) if (!old.has(key)) keys.add(key)
  const ids = [before, after].map((one) => one?.documentId && comparedDocumentId(one.documentId.text))
  return {
    keys,
    documentIds: ids[0] === ids[1] ? [] : ids.filter((id) => id !== undefined),
    anchors: before?.kind !== after?.kind || anchorsOf(before) !== anchorsOf(after),
    groups: groupsOf(before, after, keys.size > 0),
  }
}

/** Files that are one spec are judged by each other's links too. */
function groupsOf(
  before: FileSymbols | undefined,
  after: FileSymbols | undefined,
  itemsDiffer: boolean,
): readonly string[] {
  const groups = new Set([before?.group, after?.group].filter((group) => group !== undefined))
  if (groups.size === 0) return []
  const same = !itemsDiffer && before?.group === after?.group && namesOf(before) === namesOf(after)
  return same ? [] : [...groups]
}

function namesOf(symbols: FileSymbols | undefined): string {
  return (symbols?.references ?? []).map(({ key, by }) => `${by} ${key}`).join('\n')
}

export function isEmptyDiff({ keys, documentIds, anchors, groups }: SymbolDiff): boolean {
  return keys.size === 0 && documentIds.length === 0 && !anchors && groups.length === 0
}

/** Document IDs are compared without case. */
export function comparedDocumentId(id: string): string {
  return id.toUpperCase()
}

const NONE: ReadonlySet<string> = new Set()

function anchorsOf(symbols: FileSymbols | undefined): string {
  return (symbols?.headings ?? []).map(({ anchor }) => anchor).join('\n')
}
