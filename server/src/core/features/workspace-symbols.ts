import { SymbolKind, SymbolTag, type WorkspaceSymbol } from 'vscode-languageserver-types'
import type { FileSymbols, ItemSymbol } from '../index/workspace/file-symbols'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import { shorten } from '../text/shorten'
import { locationIn, locationOfSpec } from './support/locations'
import { SYMBOL_KINDS } from './support/symbol-kinds'

/** Symbols given at most: a person narrows a longer list by a further word. */
const MOST = 128
const NAME_LENGTH = 80

/** Finds specs and items by words; keeps what it made of files that have not changed. */
export interface SymbolSearch {
  /**
   * Specs and items that have all words of a query in their ID or text, in any order and case. An ID may be written without
   * hyphens and leading zeros (`req12`). Where nothing has them, those whose words have their letters (`lmp`). The likeliest
   * first; of an empty query the specs.
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

  function hitsOf(query: Query): readonly Hit[] {
    const ranks: readonly Hit[][] = [[], [], [], []]
    for (const file of workspace.files()) {
      findIn(file, searchedOf(file), query, ranks)
      if ((ranks[0]?.length ?? 0) >= MOST) break
    }
    return ranks.flat()
  }

  function specs(): readonly Hit[] {
    return Array.from(workspace.files(), (file) => ({ file, line: 0 }))
  }

  return {
    find(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      const whole = words.length === 0 ? specs() : hitsOf(wholeWords(words))
      // Letters may be left out only where nothing has the words whole: what is near would bury what was meant.
      const hits = whole.length > 0 ? whole : hitsOf(lettersOfWords(words))
      return hits.slice(0, MOST).map(symbolOf)
    },
  }
}

/** What is looked for. */
interface Query {
  readonly words: readonly string[]
  /** Where one of the words is found in a text from an offset on, negative where it is not. */
  next(text: string, from: number): number
  /** Whether a text has all words. */
  isIn(text: string): boolean
}

function wholeWords(words: readonly string[]): Query {
  const longest = longestOf(words)
  return {
    words,
    next: (text, from) => text.indexOf(longest, from),
    isIn: (text) => words.every((word) => text.includes(word)),
  }
}

/** It leaves the fewest lines to look at. */
function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

/** Words that begin as those looked for and have their letters in their order: `lamp` has those of `lmp`. */
function lettersOfWords(words: readonly string[]): Query {
  const patterns = words.map(lettersOf)
  const longest = lettersOf(longestOf(words))
  return {
    words,
    next(text, from) {
      longest.lastIndex = from
      return longest.exec(text)?.index ?? -1
    },
    isIn: (text) => patterns.every((pattern) => text.search(pattern) >= 0),
  }
}

/** Each letter is met where it first comes: with one way to match there is none to go back to, and the time is linear. */
function lettersOf(word: string): RegExp {
  const [first = '', ...others] = Array.from(word, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
  return new RegExp(`(?<![^ \\n])${first}${others.map((one) => `[^ \\n${one}]*${one}`).join('')}`, 'gu')
}

interface Hit {
  readonly file: FileSymbols
  /** 0: the spec itself; else the item before it. */
  readonly line: number
}

/** Adds the lines of a file that are looked for to those of their rank, as far as they can still be shown. */
function findIn(file: FileSymbols, { text, starts }: Searched, query: Query, ranks: readonly Hit[][]): void {
  // Most files lack one of the words, which is found out without a look at their lines.
  if (!query.isIn(text)) return
  let line = 0
  for (let at = query.next(text, 0); at >= 0; ) {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line++
    const end = (starts[line + 1] ?? text.length + 1) - 1
    const said = text.slice(starts[line], end)
    if (query.isIn(said)) {
      const hits = ranks[rankOf(said, query.words)]
      if (hits !== undefined && hits.length < MOST) hits.push({ file, line })
    }
    at = query.next(text, end)
  }
}

/** The lower, the likelier: by where the first word stands, the whole ID, its beginning, that of a word, anywhere. */
function rankOf(said: string, [first = '']: readonly string[]): 0 | 1 | 2 | 3 {
  const idEnd = said.indexOf(' ')
  const shortEnd = said.indexOf(' ', idEnd + 1)
  if (said.startsWith(first)) return idEnd === first.length ? 0 : 1
  if (said.startsWith(first, idEnd + 1)) return shortEnd - idEnd - 1 === first.length ? 0 : 1
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
