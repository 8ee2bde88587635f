import type { FileSymbols } from './file-symbols'
import { foreignNames } from './foreign-names'

/** What the index of a workspace enters of a file: names, each once. */
export interface FileNames {
  /** Of the items that it defines. */
  readonly keys: ReadonlySet<string>
  /** See `foreignNames`. */
  readonly foreign: ReadonlySet<string>
  /** Words that may be document IDs, as they are written. */
  readonly mentions: ReadonlySet<string>
  /** URIs that its links lead to. */
  readonly linked: ReadonlySet<string>
}

export function namesOfLists(file: FileSymbols): FileNames {
  const keys = new Set(file.items.map(({ key }) => key))
  return {
    keys,
    foreign: new Set(foreignNames(file, keys)),
    mentions: new Set(file.documentMentions.map(({ text }) => text)),
    linked: new Set(file.links.map(({ uri }) => uri)),
  }
}
