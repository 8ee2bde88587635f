import type { SpecService } from '../core/service'
import type { FilesBefore } from './files-before'

/** What the command line writes to, and knows before it has understood its arguments. */
export interface CliTerminal {
  readonly version: string
  /** Standard output takes colours: it is a terminal, and nobody has asked for none. */
  readonly colour: boolean
  /** Writes to standard output. */
  print(text: string): void
  /** Writes to standard error. */
  complain(text: string): void
  /** A line on standard error that comes and goes, where that is a terminal. */
  readonly status: StatusLine | undefined
}

/** What the commands need of the world; tests give them one of their own. */
export interface CliEnvironment extends CliTerminal {
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  /** So many files are about to be read. */
  prepareFor(files: number): void
  /** All that comes from standard input, as UTF-8. */
  input(): Promise<string>
  readonly files: CliFiles
  /** @param texts of files, by URI, which are taken for theirs whatever stands in them */
  createService(texts?: ReadonlyMap<string, string>): SpecService
  /**
   * The repositories that files and folders lie in, as they were at a commit.
   *
   * @throws {Error} a sentence: there is no git, no repository, or no such commit
   */
  filesBefore(ref: string, paths: readonly string[]): Promise<readonly FilesBefore[]>
  /** A service in whose world repositories are as they were, but for the configs, templates and baselines meant. */
  createServiceBefore(repositories: readonly FilesBefore[], isConfig: (uri: string) => boolean): SpecService
  /**
   * Watches files, folders, and the configs that may hold for them.
   *
   * @param changed told of what was created, changed or deleted, by its absolute path
   * @param failed told why something that came later is not watched, a sentence
   * @throws {Error} a sentence, where the system does not watch them
   */
  watch(
    paths: readonly string[],
    changed: (paths: readonly string[]) => void,
    failed: (problem: string) => void,
  ): Promise<FileWatcher>
  /** Settles when the person wants it to stop: Ctrl+C. */
  interrupted(): Promise<void>
  /** Serves the language server protocol over standard input and output. */
  serve(): Promise<void>
}

export interface FileWatcher {
  /** More files are to be watched, there or not. */
  include(paths: readonly string[]): Promise<void>
  close(): void
}

/** What is printed or complained of takes its place. */
export interface StatusLine {
  show(text: string): void
  clear(): void
}

/** Files as the command line sees them; paths are given by the user, or come from `find`. */
export interface CliFiles {
  /** A symbolic link to what lies in the same repository is taken for that, which is judged under its own name anyway. */
  find(path: string): Promise<FoundPath>
  /**
   * The folder whose specifications a file or folder is judged beside: its repository, else the folder of the config above
   * it, else a folder itself. Absolute; `undefined` where there is none: what lies beside a lone file is nobody's business.
   */
  workspaceOf(path: string): Promise<string | undefined>
  /** The repository that a file or folder lies in, absolute; `undefined` where there is none. */
  repositoryOf(path: string): Promise<string | undefined>
  /** @param refused why a file of a size in bytes is not to be read, a sentence */
  read(path: string, refused?: (size: number) => Promise<string | undefined>): Promise<ReadFile>
  /**
   * Puts a text in the place of a file's, whole or not at all.
   *
   * @param before the text it was read with: where it has another one by now, nothing is written; `undefined`: whatever
   * there is
   * @returns why not, a sentence that names the file; `undefined` when done
   */
  replace(path: string, text: string, before: string | undefined): Promise<string | undefined>
  /** Makes a file that is not there yet, and its folders; returns as `replace` does. */
  create(path: string, text: string): Promise<string | undefined>
  uriOf(path: string): string
  pathOf(uri: string): string
  /** How a file is named in reports: relative to the working directory, with `/`. */
  nameOf(uri: string): string
}

export type FoundPath =
  | { readonly kind: 'file'; readonly path: string }
  /** Markdown files of a folder, or of those that a glob matches; and what could not be looked into. */
  | {
      readonly kind: 'folder' | 'glob'
      /** The folder, absolute; of a glob the one that it begins in. */
      readonly folder: string
      readonly paths: readonly string[]
      readonly problems: readonly string[]
    }
  | { readonly kind: 'problem'; readonly problem: string }

export type ReadFile = { readonly text: string } | { readonly problem: string }
