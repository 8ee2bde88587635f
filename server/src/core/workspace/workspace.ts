import type { FileSymbols } from '../index/workspace/file-symbols'
import { PackedFile } from '../index/workspace/packed-file'
import { isEmptyDiff } from '../index/workspace/symbol-diff'
import { createWorkspaceIndex, type WorkspaceIndex } from '../index/workspace/workspace-index'
import type { FolderListing } from '../spec-host'
import type { FileJudging } from './file-judging'
import type { FileReading } from './file-reading'
import { isIgnoreFile, isIn } from './folder-uris'
import { leftOutFor } from './left-out-for'
import type { ReadingSession } from './reading-session'

/** What the workspace needs of the world. */
export interface WorkspaceHost {
  readFile(uri: string): Promise<FileReading>
  /** Begins to read many files, those of a folder or others. */
  startReading(folder: string | undefined, count: number, judging?: FileJudging): ReadingSession
  /** The Markdown files under a folder; see `SpecHost.listFolder`. */
  listFolder(folder: string, at?: ReadonlySet<string>): Promise<FolderListing>
  /** Lets what else is waiting have its turn. */
  pause(): Promise<void>
  /** See `SpecHost.filesAtOnce`. */
  readonly filesAtOnce: number | undefined
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
}

/** Told how many files of how many have been read. */
export type Reading = (done: number, total: number) => void

/** All specs of the folders that are open, and of the documents that are. Unsaved text wins over the disk. */
export interface Workspace {
  readonly index: WorkspaceIndex
  /** Whether a file lies in a folder that has been read whole: what is not in the index is then not there. */
  isKnown(uri: string): boolean
  /** Reads a folder beside those that are open; settles when it has been read, or was removed meanwhile. */
  addFolder(folder: string, options?: FolderOptions): Promise<void>
  removeFolder(folder: string): void
  /**
   * The text of an open document is this: it counts until the document is closed.
   *
   * @param like an earlier version of it that defines and names the same
   */
  documentRead(symbols: FileSymbols, like?: FileSymbols): void
  documentClosed(uri: string): Promise<void>
  /** Files or folders were created, changed, deleted or renamed. */
  filesChanged(uris: readonly string[], options?: FolderOptions): Promise<void>
  /** Everything is read again from the disk where that turns out to be needed: the config by which it was read has changed. */
  readAgainIf(needed: Promise<boolean>): Promise<void>
  /** Settles when nothing is being read. */
  settled(): Promise<void>
  /** Settles when what has been read is kept for the next time, as far as the host does. */
  kept(): Promise<void>
  /** Files that could not be read, with the reason. */
  leftOut(): ReadonlyMap<string, string>
  /** Folders that are too large to be looked into whole, with what was not looked for, a sentence. */
  readInPart(): ReadonlyMap<string, string>
  /** Whether every file was read. */
  isWhole(): boolean
}

/**
 * Told of each file that was read anew, or is gone, and of those that may be judged otherwise for it. When a folder has been
 * read whole, it is told itself, with the open documents in it.
 *
 * @param idsDiffer which document IDs are free has changed: only what is proposed to others hangs on that
 */
export type Changed = (uri: string, reached: ReadonlySet<string>, idsDiffer: boolean) => void

export interface FolderOptions {
  readonly reading?: Reading
  /** Ends the reading early: nothing is then said to be missing in the folder around. */
  readonly signal?: AbortSignal
  readonly judging?: FileJudging
}

/** Files read at a time: enough to keep a disk and some threads busy, few enough to stay small in memory. */
const AT_ONCE = 8

export function createWorkspace(host: WorkspaceHost, changed: Changed): Workspace {
  const index = createWorkspaceIndex()
  const folders = new Map<string, AddedFolder>()
  const open = new Set<string>()
  /** The files of the folders, whether they are specs or not. */
  const listed = new Set<string>()
  const leftOut = new Map<string, string>()
  const readInPart = new Map<string, string>()
  /** Counts readings of each file, so that one that was overtaken is dropped. */
  const turns = new Map<string, number>()
  let reading: Promise<unknown> = Promise.resolve()
  let running = 0
  let keeping: Promise<unknown> = Promise.resolve()

  function put(uri: string, symbols: FileSymbols | undefined): void {
    // Files that are no specs are most of many folders, and nobody asks for them.
    const isSpec = symbols?.kind === 'spec' || symbols?.kind === 'loose'
    if (!isSpec && index.file(uri) === undefined) return
    const diff = index.set(uri, isSpec ? symbols : undefined)
    changed(uri, isEmptyDiff(diff) ? NOTHING : index.reachedBy(uri, diff), diff.documentIds.length > 0)
  }

  function isListed(uri: string): boolean {
    return listed.has(uri) && [...folders.keys()].some((folder) => isIn(uri, folder))
  }

  async function readFile(uri: string, read: (uri: string) => Promise<FileReading>): Promise<void> {
    if (open.has(uri)) return
    const turn = (turns.get(uri) ?? 0) + 1
    turns.set(uri, turn)
    const file = isListed(uri) ? await read(uri).catch(leftOutFor) : undefined
    const isLast = turns.get(uri) === turn
    if (isLast) turns.delete(uri)
    if (!isLast || open.has(uri)) return
    if (file === undefined) listed.delete(uri)
    const wasLeftOut = leftOut.delete(uri)
    const isLeftOut = file !== undefined && 'leftOut' in file
    if (isLeftOut) {
      leftOut.set(uri, file.leftOut)
      host.log('warn', `${uri} is left out: ${file.leftOut}`)
    }
    put(uri, file === undefined || isLeftOut ? undefined : new PackedFile(uri, file.packed))
    if (wasLeftOut || isLeftOut) changed(uri, NOTHING, false)
  }

  /** @param folder of which they are all files */
  async function readAll(
    uris: readonly string[],
    { reading: told, signal, judging }: FolderOptions = {},
    folder?: string,
  ): Promise<void> {
    const session = host.startReading(folder, uris.length, judging)
    let next = 0
    let done = 0
    const work = async () => {
      for (let uri = uris[next++]; uri !== undefined && !signal?.aborted; uri = uris[next++]) {
        await readFile(uri, session.read)
        told?.(++done, uris.length)
        await host.pause()
      }
    }
    try {
      const atOnce = host.filesAtOnce ?? AT_ONCE
      await Promise.all(Array.from({ length: Math.min(atOnce, uris.length) }, work))
    } finally {
      // What is kept for the next time is nothing that anybody waits for.
      const kept = session
        .end(folder === undefined || signal?.aborted ? undefined : new Set(uris))
        .catch((error: unknown) => host.log('warn', `Keeping what was read: ${String(error)}`))
      keeping = Promise.all([keeping, kept])
    }
  }

  /** One after another: a later event must not be overtaken by an earlier one that was slow. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    running++
    const mine = reading.then(work, work).finally(() => running--)
    reading = mine.catch(() => undefined)
    return mine
  }

  /** @param at of all of it, only this is asked for */
  async function list(folder: string, at?: ReadonlySet<string>): Promise<Listing> {
    const { uris, leftOut: notLookedFor } = await host.listFolder(folder, at)
    const came = uris.filter((uri) => !listed.has(uri))
    for (const uri of came) listed.add(uri)
    if (notLookedFor !== undefined) {
      if (readInPart.get(folder) !== notLookedFor) host.log('warn', `${folder}: ${notLookedFor}`)
      readInPart.set(folder, notLookedFor)
    } else if (at === undefined) readInPart.delete(folder)
    return { uris, came }
  }

  async function readFolder(folder: string, added: AddedFolder, options: FolderOptions = {}): Promise<void> {
    const isAdded = () => folders.get(folder) === added
    if (!isAdded()) return
    const found = new Set((await list(folder)).uris)
    for (const uri of [...listed]) if (isIn(uri, folder) && !found.has(uri)) forget(uri)
    await readAll([...found], options, folder)
    added.isRead = !options.signal?.aborted
    if (isAdded() && added.isRead) folderRead(folder)
  }

  /** What is open was judged without what the other files say. */
  function folderRead(folder: string): void {
    changed(folder, new Set([...open].filter((uri) => isIn(uri, folder))), false)
  }

  async function readFolders(options?: FolderOptions): Promise<void> {
    for (const [folder, added] of [...folders]) await readFolder(folder, added, options)
  }

  function forget(uri: string): void {
    listed.delete(uri)
    const wasLeftOut = leftOut.delete(uri)
    turns.delete(uri)
    if (!open.has(uri)) put(uri, undefined)
    if (wasLeftOut) changed(uri, NOTHING, false)
  }

  async function readChanged(uris: readonly string[], options: FolderOptions): Promise<void> {
    const again = new Set<string>()
    const unknown = new Set<string>()
    for (const uri of uris) {
      if (listed.has(uri)) again.add(uri)
      else {
        // Of a folder that was moved or deleted, hosts tell no more than its name.
        const inside = [...listed].filter((known) => isIn(known, uri))
        for (const known of inside) again.add(known)
        unknown.add(uri)
      }
    }
    const came = new Set<string>()
    for (const folder of [...folders.keys()]) {
      // By the rules of the whole folder: what it does not look into for itself is not its own for having changed.
      const at = new Set([...unknown].filter((uri) => uri === folder || isIn(uri, folder)))
      if (at.size > 0) for (const uri of (await list(folder, at)).came) came.add(uri)
    }
    const read = [...again, ...came]
    await readAll(read, options)
    for (const [folder, added] of [...folders]) {
      if (options.signal?.aborted && read.some((uri) => isIn(uri, folder))) added.isRead = false
      const hasOthers = read.some((uri) => isIn(uri, folder) && (came.has(uri) || !listed.has(uri)))
      if (hasOthers && readInPart.has(folder)) await readRest(folder, options)
    }
  }

  /** What kept a folder from being looked into whole may be no more. */
  async function readRest(folder: string, options: FolderOptions): Promise<void> {
    const { came } = await list(folder)
    await readAll(came, options)
    if (!readInPart.has(folder)) folderRead(folder)
  }

  return {
    index,
    isKnown: (uri) => {
      const around = [...folders].filter(([folder]) => isIn(uri, folder))
      return around.length > 0 && around.every(([, added]) => added.isRead)
    },
    addFolder(folder, options) {
      const added = folders.get(folder) ?? { isRead: false }
      folders.set(folder, added)
      return inTurn(() => readFolder(folder, added, options))
    },
    removeFolder(folder) {
      folders.delete(folder)
      readInPart.delete(folder)
      for (const uri of [...listed]) {
        if (isIn(uri, folder) && !isListed(uri)) forget(uri)
      }
    },
    documentRead(symbols, like) {
      const { uri } = symbols
      open.add(uri)
      if (like === undefined || index.file(uri) !== like) put(uri, symbols)
      else {
        index.renew(uri, symbols)
        changed(uri, NOTHING, false)
      }
    },
    documentClosed(uri) {
      open.delete(uri)
      return inTurn(() => readFile(uri, host.readFile))
    },
    filesChanged: (uris, options = {}) =>
      inTurn(async () => {
        if (uris.some((uri) => isIgnoreFile(uri))) await readFolders(options)
        else await readChanged(uris, options)
      }),
    readAgainIf: (needed) =>
      inTurn(async () => {
        if (await needed) await readFolders()
      }),
    settled: async () => {
      while (running > 0) await reading
    },
    kept: async () => {
      await keeping
    },
    leftOut: () => leftOut,
    readInPart: () => readInPart,
    isWhole: () => leftOut.size + readInPart.size === 0,
  }
}

/** One for each time that a folder is added: a reading that goes on when it was removed says nothing of the next time. */
interface AddedFolder {
  isRead: boolean
}

interface Listing {
  readonly uris: readonly string[]
  /** Those among them that were not known. */
  readonly came: readonly string[]
}

const NOTHING: ReadonlySet<string> = new Set()
