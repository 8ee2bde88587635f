/** The files of a repository as they were at a commit. Paths are absolute. */
export interface FilesBefore {
  /** Whether a path lies in the repository. */
  covers(path: string): boolean
  /** What a file was called; `undefined` where it was not there. */
  nameOf(path: string): string | undefined
  /** Whether there was such a file or folder. */
  has(path: string): boolean
  /** Files that are there no more, under the names that they had. */
  readonly gone: readonly string[]
  /** Whether a file is the same now. */
  isSame(path: string): boolean
  /** The text that a file had which has changed since. @throws {Error} with a reason, where it was no text */
  read(path: string): Promise<string>
}
