import { countWhile } from '../../text/search'
import type { FileSymbols } from './file-symbols'

/** Files by their URIs, and all of them in the order of these. */
export interface OrderedFiles {
  get(uri: string): FileSymbols | undefined
  has(uri: string): boolean
  /** `undefined` takes it out. */
  set(uri: string, file: FileSymbols | undefined): void
  /** The same list until a file comes, goes or changes. */
  all(): readonly FileSymbols[]
}

export function createOrderedFiles(): OrderedFiles {
  const files = new Map<string, FileSymbols>()
  /** In their order; `undefined` after a file has come or gone. */
  let uris: readonly string[] | undefined
  let inOrder: readonly FileSymbols[] = []
  /** Files that `inOrder` has an earlier version of. */
  const changed = new Set<string>()

  /** Of thousands of files, one is changed by a keystroke: the others are not looked up again. */
  function renewed(uris: readonly string[]): readonly FileSymbols[] {
    const list = [...inOrder]
    for (const uri of changed) {
      const at = countWhile(uris.length, (place) => (uris[place] ?? '') < uri)
      const file = files.get(uri)
      if (file !== undefined) list[at] = file
    }
    return list
  }

  return {
    get: (uri) => files.get(uri),
    has: (uri) => files.has(uri),
    set(uri, file) {
      if (file === undefined ? files.delete(uri) : !files.has(uri)) uris = undefined
      if (file !== undefined) files.set(uri, file)
      changed.add(uri)
    },
    all() {
      if (uris === undefined) {
        uris = [...files.keys()].sort()
        inOrder = uris.flatMap((uri) => files.get(uri) ?? [])
      } else if (changed.size > 0) inOrder = renewed(uris)
      changed.clear()
      return inOrder
    },
  }
}
