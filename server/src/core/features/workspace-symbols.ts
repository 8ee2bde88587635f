import { SymbolKind, SymbolTag, type WorkspaceSymbol } from 'vscode-languageserver-types'
import type { FileSymbols, ItemSymbol } from '../index/workspace/file-symbols'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import { shorten } from '../text/shorten'
import { locationIn, locationOfSpec } from './support/locations'
import { SYMBOL_KINDS } from './support/symbol-kinds'

/** Symbols given at most: a person narrows a longer list by a further word. */
const MOST = 256
const NAME_LENGTH = 80

/** Finds specs and items by words; keeps what it made of files that have not changed. */
export interface SymbolSearch {
  /**
   * Specs and items that have all words of a query in their ID or text, in any order and case. An ID may be written without
   * hyphens and leading zeros (`req12`). The likeliest first; of an empty query the specs.
   */
  find(query: string): WorkspaceSymbol[]
}

/** A file as it is searched: one line for the spec, then one for each item. */
interface Searched {
  readonly text: string
  /** Where each line begins. */
  readonly starts: readonly number[]
}

export function createSymbolSearch(workspace: WorkspaceIndex): SymbolSearch {
  const searched = new WeakMap<FileSymbols, Searched>()

  function searchedOf(file: FileSymbols): Searched {
    const known = searched.get(file)
    if (known !== undefined) return known
    const lines = [
      `${file.documentId?.text ?? ''} ${file.title?.text ?? ''}`,
      ...file.items.map(({ id, key, text }) => `${id} ${short(key)} ${text}`),
    ].map((line) => line.toLowerCase().replace(/\s+/g, ' '))
    const starts: number[] = []
    let at = 0
    for (const line of lines) {
      starts.push(at)
      at += line.length + 1
    }
    const made = { text: lines.join('\n'), starts }
    searched.set(file, made)
    return made
  }

  return {
    find(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      // The longest word leaves the fewest lines to look at.
      const [longest] = [...words].sort((a, b) => b.length - a.length)
      const hits: Hit[] = []
      for (const file of workspace.files()) {
        if (longest === undefined) hits.push({ file, line: 0, rank: 0 })
        else hits.push(...hitsIn(file, searchedOf(file), words, longest))
      }
      hits.sort((a, b) => a.rank - b.rank || compare(a.file.uri, b.file.uri) || a.line - b.line)
      return hits.slice(0, MOST).map(symbolOf)
    },
  }
}

interface Hit {
  readonly file: FileSymbols
  /** 0: the spec itself; else the item before it. */
  readonly line: number
  /** The lower, the likelier. */
  readonly rank: number
}

function hitsIn(
  file: FileSymbols,
  { text, starts }: Searched,
  words: readonly string[],
  longest: string,
): readonly Hit[] {
  const hits: Hit[] = []
  let line = 0
  for (let at = text.indexOf(longest); at >= 0; ) {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line++
    const end = (starts[line + 1] ?? text.length + 1) - 1
    const said = text.slice(starts[line], end)
    if (words.every((word) => said.includes(word))) hits.push({ file, line, rank: rankOf(said, words) })
    at = text.indexOf(longest, end)
  }
  return hits
}

/** By where the first word stands: the whole ID, its beginning, the beginning of a word, anywhere. */
function rankOf(said: string, [first = '']: readonly string[]): number {
  const [id = '', short = ''] = said.split(' ', 2)
  if (id === first || short === first) return 0
  if (id.startsWith(first) || short.startsWith(first)) return 1
  return said.includes(` ${first}`) ? 2 : 3
}

/** `REQ12` for `REQ-12`. */
function short(key: string): string {
  return key.replaceAll('-', '')
}

function symbolOf({ file, line }: Hit): WorkspaceSymbol {
  const item = file.items[line - 1]
  return item === undefined ? specSymbol(file) : itemSymbol(file, item)
}

function specSymbol(file: FileSymbols): WorkspaceSymbol {
  const { documentId, title, status } = file
  const name = [documentId?.text, title?.text].filter((part) => part !== undefined).join(': ')
  return {
    name: name === '' ? file.uri.slice(file.uri.lastIndexOf('/') + 1) : shorten(name, NAME_LENGTH),
    kind: SymbolKind.File,
    location: locationOfSpec(file),
    ...(status === undefined ? {} : { containerName: status }),
  }
}

function itemSymbol(file: FileSymbols, item: ItemSymbol): WorkspaceSymbol {
  return {
    name: shorten(item.text === '' ? item.id : `${item.id}: ${item.text}`, NAME_LENGTH),
    kind: SYMBOL_KINDS[item.role],
    ...(item.retired ? { tags: [SymbolTag.Deprecated] } : {}),
    location: locationIn(file, item),
    containerName: file.title?.text ?? '',
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
