import type { Analyser, ReadSymbols } from './analyser'
import type { Config } from './config/config'
import { ignoredBy } from './config/ignored-by'
import { tooLarge } from './config/too-large'
import { type FileSymbols, noSymbols } from './index/workspace/file-symbols'
import { packSymbols } from './index/workspace/packed-symbols'
import { readSymbols } from './read-symbols'
import type { SpecHost } from './spec-host'
import type { FileJudging } from './workspace/file-judging'
import type { FileReading } from './workspace/file-reading'
import { leftOutFor } from './workspace/left-out-for'

export interface FileReaderOptions {
  readonly host: SpecHost
  readonly analyser: Analyser
  configFor(uri: string): Promise<Config>
  isOpen(uri: string): boolean
  /** Told of each file that may be a spec, when it is read. */
  done(text: string, read: ReadSymbols, config: Config, judging: FileJudging | undefined): Promise<void>
}

/**
 * Reads a file as it is on the disk, for what the workspace is to know of it. Of most that are no specs a look at the text tells so,
 * and they are not read as Markdown.
 */
export function createFileReader({ host, analyser, configFor, isOpen, done }: FileReaderOptions) {
  return async (uri: string, judging?: FileJudging): Promise<FileReading> => {
    const config = await configFor(uri)
    const { readFrom } = config
    const packed = (symbols: FileSymbols, text?: string) => ({
      packed: packSymbols(symbols),
      digest: text === undefined ? undefined : host.digest?.(text),
      readFrom,
    })
    // Not as if it were gone: it must be read when it is no longer ignored.
    if (ignoredBy(config, uri)) return packed(noSymbols(uri))
    const problem = tooLarge((await host.sizeOf?.(uri)) ?? 0, config)
    if (problem !== undefined) return { leftOut: problem, readFrom }
    const text = await host.readFile(uri).catch((error: Error) => error)
    if (text instanceof Error) return leftOutFor(text)
    if (text === undefined) return undefined
    if (!isOpen(uri) && analyser.isSurelyNone(uri, text, config)) {
      if (judging?.isWanted(uri)) judging.takeNone(uri, text)
      return packed(noSymbols(uri), text)
    }
    const read = readSymbols(analyser, uri, text, config)
    await done(text, read, config, judging)
    return packed(read.symbols, text)
  }
}
