import { SymbolKind, SymbolTag, type WorkspaceSymbol } from 'vscode-languageserver-types'
import type { FileSymbols, ItemSymbol } from '../index/workspace/file-symbols'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import { shorten } from '../text/shorten'
import { locationIn, locationOfSpec } from './support/locations'
import { SYMBOL_KINDS } from './support/symbol-kinds'
import {
  bitsOfBeginning,
  bitsOfHead,
  bitsOfLetters,
  bitsOfWholeHead,
  bitsOfWords,
  mayHave,
  mayHaveInLine,
  type Signature,
  signatureOf,
} from './symbol-signature'

/** Symbols given at most: a person narrows a longer list by a further word. */
const MOST = 128
const NAME_LENGTH = 80

/** Finds specs and items by words; keeps what it made of files that have not changed. */
export interface SymbolSearch {
  /**
   * Specs and items that have all words of a query in their ID or text, in any order and case. An ID may be written without
   * hyphens and leading zeros (`req12`). Where nothing has them, those whose words have their letters (`lmp`). The likeliest
   * first, and of those alike the first files; of an empty query the specs.
   */
  find(query: string): Promise<WorkspaceSymbol[]>
}

/** A file as it is searched: one line for the spec, then one for each item. */
interface Searched {
  readonly text: string
  /** Where each line begins. */
  readonly starts: readonly number[]
  readonly signature: Signature
}

interface Ready {
  readonly file: FileSymbols
  readonly searched: Searched
}

/** Files made ready for a search in one go: some milliseconds. */
const READY_AT_ONCE = 50

/** @param pause lets what else is waiting have its turn, while thousands of files are made ready for the first search */
export function createSymbolSearch(workspace: WorkspaceIndex, pause: () => Promise<void>): SymbolSearch {
  let ready: { readonly of: readonly FileSymbols[]; readonly all: readonly Ready[] } = { of: [], all: [] }

  /** In the order of the files; again the same list as long as none of them has changed. */
  async function makeReady(): Promise<readonly Ready[]> {
    for (;;) {
      const files = workspace.files()
      if (ready.of === files) return ready.all
      const known = ready.all
      const all: Ready[] = []
      let [at, made] = [0, 0]
      for (const file of files) {
        // Both are in the order of their URIs.
        while ((known[at]?.file.uri ?? file.uri) < file.uri) at++
        const one = known[at]
        if (one?.file === file) all.push(one)
        else {
          all.push({ file, searched: searchedOf(file) })
          if (++made % READY_AT_ONCE === 0) await pause()
        }
      }
      // What has changed meanwhile is looked at in another round.
      ready = { of: files, all }
    }
  }

  function hitsOf(all: readonly Ready[], query: Query): readonly Hit[] {
    const ranks: readonly Hit[][] = [[], [], [], []]
    let wanted = query.bits
    for (const { file, searched } of all) {
      if (!mayHave(searched.signature, wanted) || !findIn(file, searched, query, wanted, ranks)) continue
      const worst = ranks.findIndex((hits) => hits.length >= MOST)
      if (worst === 0) break
      // What is no likelier than those that are shown already is not looked for.
      if (worst > 0) wanted = [...(query.likelier[worst - 1] ?? []), ...query.bits]
    }
    return ranks.flat()
  }

  function specs(): readonly Hit[] {
    const hits: Hit[] = []
    for (const file of workspace.files()) {
      if (hits.push({ file, line: 0 }) === MOST) break
    }
    return hits
  }

  return {
    async find(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      if (words.length === 0) return specs().map(symbolOf)
      const all = await makeReady()
      const whole = hitsOf(all, wholeWords(words))
      // Letters may be left out only where nothing has the words whole: what is near would bury what was meant.
      const hits = whole.length > 0 ? whole : hitsOf(all, lettersOfWords(words))
      return hits.slice(0, MOST).map(symbolOf)
    },
  }
}

function searchedOf(file: FileSymbols): Searched {
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
  return { text: lines.join('\n'), starts, signature: signatureOf(lines) }
}

/** What is looked for. */
interface Query {
  readonly words: readonly string[]
  /** What the signature of a text has that has all words. */
  readonly bits: readonly number[]
  /** By rank, the bits of a text that has a hit of that rank or of a likelier one. */
  readonly likelier: readonly (readonly number[])[]
  /** Whether a text has all words. */
  isIn(text: string): boolean
}

function wholeWords(words: readonly string[]): Query {
  const [first = ''] = words
  return {
    words,
    bits: bitsOfWords(words),
    likelier: [bitsOfWholeHead(first), bitsOfHead(first), bitsOfBeginning(first)],
    isIn: (text) => words.every((word) => text.includes(word)),
  }
}

/** Words that begin as those looked for and have their letters in their order: `lamp` has those of `lmp`. */
function lettersOfWords(words: readonly string[]): Query {
  const patterns = words.map(lettersOf)
  return {
    words,
    bits: bitsOfLetters(words),
    likelier: [],
    isIn: (text) => patterns.every((pattern) => pattern.test(text)),
  }
}

/** Each letter is met where it first comes: with one way to match there is none to go back to, and the time is linear. */
function lettersOf(word: string): RegExp {
  const [first = '', ...others] = Array.from(word, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
  return new RegExp(`(?<![^ \\n])${first}${others.map((one) => `[^ \\n${one}]*${one}`).join('')}`, 'u')
}

interface Hit {
  readonly file: FileSymbols
  /** 0: the spec itself; else the item before it. */
  readonly line: number
}

/**
 * Adds the lines of a file that are looked for to those of their rank, as far as they can still be shown; whether there were any.
 *
 * @param wanted what the signature of a line has that can still be shown
 */
function findIn(
  file: FileSymbols,
  { text, starts, signature }: Searched,
  query: Query,
  wanted: readonly number[],
  ranks: readonly Hit[][],
): boolean {
  // Words of a letter or two have no bits, and most files may still lack one.
  if (query.bits.length === 0 && !query.isIn(text)) return false
  let found = false
  for (let line = 0; line < starts.length; line++) {
    if (!mayHaveInLine(signature, line, wanted)) continue
    const said = text.slice(starts[line], (starts[line + 1] ?? text.length + 1) - 1)
    if (!query.isIn(said)) continue
    const hits = ranks[rankOf(said, query.words)]
    found = true
    if (hits !== undefined && hits.length < MOST) hits.push({ file, line })
  }
  return found
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
