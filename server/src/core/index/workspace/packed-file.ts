import type { FileNames } from './file-names'
import type { FileSymbols } from './file-symbols'
import {
  type PackedSymbols,
  type SymbolLists,
  unpackHead,
  unpackList,
  unpackNames,
  unpackReferences,
  unpackSymbols,
} from './packed-symbols'
import { SymbolsHead } from './symbols-head'

type Lists = { -readonly [Name in keyof SymbolLists]?: SymbolLists[Name] }

/**
 * The symbols of a file that is held packed. Its lists are read when they are asked for, and held as long as the runtime sees fit:
 * within one turn of the event loop they are the same objects.
 */
export class PackedFile extends SymbolsHead implements FileSymbols {
  readonly #packed: PackedSymbols
  #lists: WeakRef<Lists> | undefined

  constructor(uri: string, packed: PackedSymbols) {
    super(unpackHead(uri, packed))
    this.#packed = packed
  }

  get items(): FileSymbols['items'] {
    return this.#list('items')
  }
  get references(): FileSymbols['references'] {
    return this.#list('references')
  }
  get documentMentions(): FileSymbols['documentMentions'] {
    return this.#list('documentMentions')
  }
  get links(): FileSymbols['links'] {
    return this.#list('links')
  }
  get headings(): FileSymbols['headings'] {
    return this.#list('headings')
  }
  get lineStarts(): FileSymbols['lineStarts'] {
    return this.#list('lineStarts')
  }

  /** See `unpackNames`. */
  names(): FileNames {
    return unpackNames(this.#packed)
  }

  /** See `unpackReferences`. */
  referencesNaming(key: string, qualified: boolean): FileSymbols['references'] {
    return unpackReferences(this.#packed, key, qualified)
  }

  /** All of it as plain data. */
  unpacked(): FileSymbols {
    return unpackSymbols(this.uri, this.#packed)
  }

  #list<Name extends keyof SymbolLists>(name: Name): SymbolLists[Name] {
    let lists = this.#lists?.deref()
    if (lists === undefined) {
      lists = {}
      this.#lists = new WeakRef(lists)
    }
    const list: SymbolLists[Name] = lists[name] ?? unpackList(this.#packed, name)
    lists[name] = list
    return list
  }
}
