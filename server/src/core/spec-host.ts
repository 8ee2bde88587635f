import type { TemplateSource } from './template/read-template'
import type { ReadingThreads, SymbolCache } from './workspace/file-reading'

/** What the service needs of the world. Everything it knows comes through here. */
export interface SpecHost {
  /** The built-in templates, the first one being the default. */
  readonly templates: readonly TemplateSource[]
  /** ISO date of today. */
  today(): string
  /**
   * Text of a file, `undefined` where there is none. Byte-order marks are kept. Rejects with an error whose message is the
   * reason, a sentence, where the file is there and cannot be read.
   */
  readFile(uri: string): Promise<string | undefined>
  /** Bytes of a file; `undefined` where there is none, or that cannot be told. Left out where it never can. */
  sizeOf?(uri: string): Promise<number | undefined>
  /** Whether there is such a file or folder. Left out where that cannot be told: links to files are then not judged. */
  exists?(uri: string): Promise<boolean>
  /** Whether a file may be written to. Left out where that cannot be told. */
  isWritable?(uri: string): Promise<boolean>
  /**
   * The Markdown files under a folder, ascending, but for `node_modules`, `.git`, nested worktrees and what `.gitignore`
   * names. Left out where folders cannot be listed.
   *
   * @param at files and folders in it: no others are asked for, though all may be answered
   */
  findFiles?(folder: string, at?: ReadonlySet<string>): Promise<readonly string[]>
  /** The same, as far as it makes sense for who follows it. Left out where there is no limit but that of `findFiles`. */
  listFolder?(folder: string, at?: ReadonlySet<string>): Promise<FolderListing>
  /** Settles when what else is waiting has had its turn. Left out where nothing waits for a long reading. */
  pause?(): Promise<void>
  /** Files read at a time when a folder is: one where each is answered at once, and more would only be held longer. 8 where left out. */
  readonly filesAtOnce?: number
  /** Threads for many files, which are closed when they have been read; `undefined` where all is read here. */
  startThreads?(): ReadingThreads | undefined
  /** What earlier runs have read of a folder; `undefined` where nothing is kept of it. */
  openCache?(folder: string): SymbolCache | undefined
  /** Names a text: two texts of one name are the same. To be there with `openCache`. */
  digest?(text: string): string
  /**
   * UTF-16 code units of the files whose reading is kept from when a folder is read until they are judged; none where it
   * is left out. For who judges all files once: a reading takes some thirty times its text.
   */
  readonly roomForReadings?: number
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
}

export interface FolderListing {
  readonly uris: readonly string[]
  /** Set where there may be more: what was not looked for, a sentence. */
  readonly leftOut: string | undefined
}
