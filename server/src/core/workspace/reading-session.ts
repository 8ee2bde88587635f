import type { Config } from '../config/config'
import { ignoredBy } from '../config/ignored-by'
import { hash } from '../text/hash'
import type { FileJudging } from './file-judging'
import type { FileReading, ReadFile, ReadingThreads, SymbolCache } from './file-reading'

/** What reading many files needs of the world. */
export interface ReadingHelp {
  configFor(uri: string): Promise<Config>
  /** Reads one file in this thread. */
  readHere(uri: string, judging?: FileJudging): Promise<FileReading>
  readonly startThreads: (() => ReadingThreads | undefined) | undefined
  readonly openCache: ((folder: string) => SymbolCache | undefined) | undefined
  /** Names what all configs hang on: the templates of the host. */
  readonly built: string
  log(level: 'warn', message: string): void
}

/** Reads the files of one folder, or of one change of many files. */
export interface ReadingSession {
  read(uri: string): Promise<FileReading>
  /** @param uris all files of the folder; `undefined` where it was not read whole */
  end(uris?: ReadonlySet<string>): Promise<void>
}

/** Of fewer files, starting threads takes as long as reading them. */
const WORTH_THREADS = 40

/**
 * @param folder URI of the folder that is read; `undefined` for files that have changed, which no cache knows
 * @param count how many files will be read
 */
export function startReading(
  help: ReadingHelp,
  folder: string | undefined,
  count: number,
  judging?: FileJudging,
): ReadingSession {
  const cache = folder === undefined ? undefined : help.openCache?.(folder)
  const keys = new Map<Config, string>()
  // By the first file that the cache does not know: where it knows all, none is started.
  const startThreads = count < WORTH_THREADS ? undefined : help.startThreads
  let threads: ReadingThreads | undefined
  let haveFailed = false

  function keyOf(config: Config): string {
    const key = keys.get(config) ?? hash(`${help.built} ${config.readFrom}`)
    keys.set(config, key)
    return key
  }

  /** Threads, if they are there and worth it. */
  function started(): ReadingThreads | undefined {
    if (haveFailed) return undefined
    threads ??= startThreads?.()
    return threads
  }

  function failed(error: unknown): undefined {
    // The others that were asked fail with the first one.
    if (haveFailed) return
    haveFailed = true
    threads?.close()
    threads = undefined
    const reason = error instanceof Error ? error.message : String(error)
    help.log('warn', `Files are read without threads, as these have failed: ${reason}`)
  }

  async function readAnew(uri: string, { readFrom }: Config): Promise<FileReading> {
    const reading = await started()?.read(uri).catch(failed)
    // A thread reads the configs for itself, and may have another one than is known here.
    const isSame = reading !== undefined && (reading.readFrom ?? readFrom) === readFrom
    return isSame ? reading : help.readHere(uri, judging)
  }

  return {
    async read(uri) {
      const config = await help.configFor(uri)
      if (ignoredBy(config, uri) !== undefined) return help.readHere(uri)
      const key = keyOf(config)
      const cached = await cache?.get(uri, key)
      if (cached !== undefined) return { packed: cached, digest: undefined, readFrom: config.readFrom }
      const reading = await readAnew(uri, config)
      // Read here, by a config that has just changed, it is not what the key says.
      const isKept = isRead(reading) && reading.readFrom === config.readFrom
      if (isKept && reading.digest !== undefined) cache?.put(uri, key, reading.packed, reading.digest)
      return reading
    },
    async end(uris) {
      threads?.close()
      await cache?.close(uris)
    },
  }
}

function isRead(reading: FileReading): reading is ReadFile {
  return reading !== undefined && 'packed' in reading
}
