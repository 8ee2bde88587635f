import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { CliEnvironment } from '../../src/cli/environment'
import { run } from '../../src/cli/run'
import { createSpecService, type SpecHost } from '../../src/core/service'
import { createFiles } from '../../src/node/files'
import { filesBefore } from '../../src/node/git'
import { createNodeHost } from '../../src/node/host'
import { createHostBefore } from '../../src/node/host-before'
import { watch } from '../../src/node/watch'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of files to run the command line in, in this process, and what it printed. */
export interface Workspace {
  readonly folder: string
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  read(path: string): string
  specmark(...args: string[]): Promise<Outcome>
  /** Runs it with colours, as on a terminal. */
  inColour(...args: string[]): Promise<Outcome>
  /** Runs it in one of its folders. */
  in(path: string, ...args: string[]): Promise<Outcome>
  /** Runs it in a world that is different in something. */
  with(other: Partial<CliEnvironment>, ...args: string[]): Promise<Outcome>
  remove(): void
}

export function createWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'specmark-cli-'))
  return {
    folder,
    write(files) {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    specmark: (...args) => specmarkIn(folder, {}, args),
    inColour: (...args) => specmarkIn(folder, { colour: true }, args),
    in: (path, ...args) => specmarkIn(join(folder, path), {}, args),
    with: (other, ...args) => specmarkIn(folder, other, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a test gives on standard input. */
const INPUT = '# Notes\n\n- **REQ-001**: a\n- **REQ-001**: b\n- **REQ-002**: c\n'

/** Runs the command line in a folder, in this process. @param other what is different in its world */
export async function specmarkIn(
  folder: string,
  other: Partial<CliEnvironment>,
  args: readonly string[],
): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []]
  const environment: CliEnvironment = {
    version: '1.2.3',
    colour: false,
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    status: undefined,
    now: () => 0,
    prepareFor: () => undefined,
    input: async () => INPUT,
    files: createFiles(folder),
    createService: (texts) => createSpecService(createHost(texts)),
    filesBefore: (ref, paths) =>
      filesBefore(
        ref,
        paths.map((path) => resolve(folder, path)),
      ),
    createServiceBefore: (repositories, isConfig) =>
      createSpecService(createHostBefore(createHost(), repositories, isConfig)),
    watch: (paths, changed, failed) =>
      watch(
        paths.map((path) => resolve(folder, path)),
        changed,
        failed,
      ),
    interrupted: () => new Promise(() => undefined),
    serve: async () => void out.push('serving'),
    ...other,
  }
  const code = await run(args, environment, async () => environment)
  return { code, out: out.join(''), err: err.join('') }
}

/** Node's host on a fixed day. @param texts of files, by URI, which are taken for theirs */
export function createHost(texts?: ReadonlyMap<string, string>): SpecHost {
  const host = createNodeHost(() => undefined)
  return {
    ...host,
    today: () => '2026-03-10',
    roomForReadings: 1_000_000,
    readFile: async (uri) => texts?.get(uri) ?? host.readFile(uri),
  }
}
