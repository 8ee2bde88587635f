import type { PackedSymbols } from '../index/workspace/packed-symbols'

/** What has become of reading a file: plain data, which another thread may hand over. `undefined`: there is no such file. */
export type FileReading = ReadFile | LeftOutFile | undefined

export interface ReadFile {
  readonly packed: PackedSymbols
  /** Names the text that it was read from; `undefined` where the host gives no names. */
  readonly digest: string | undefined
  /** Names the config that it was read by: its `readFrom`. */
  readonly readFrom: string
}

export interface LeftOutFile {
  /** Why it could not be read, a sentence. */
  readonly leftOut: string
  /** Names the config that it was left out by; `undefined` where it would be by any. */
  readonly readFrom: string | undefined
}

/** Threads that read files as this one would, by configs that they read for themselves. */
export interface ReadingThreads {
  /** Rejects where the threads have failed, not the file: they are not asked again. */
  read(uri: string): Promise<FileReading>
  close(): void
}

/** What was read of the files of a folder by earlier runs. Whatever is wrong with it costs time only: it never rejects. */
export interface SymbolCache {
  /**
   * What was read of a file that has the same text now.
   *
   * @param key names all that it hangs on beside its text
   */
  get(uri: string, key: string): Promise<PackedSymbols | undefined>
  /** To be called after `get`, with what was read since. @param digest names the text that it was read from */
  put(uri: string, key: string, packed: PackedSymbols, digest: string): void
  /** Keeps what there is of these files, and no others. `undefined`: of all that there were before too. */
  close(uris: ReadonlySet<string> | undefined): Promise<void>
}
