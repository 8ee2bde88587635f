import type { Analyser, ReadSymbols } from './analyser'
import type { Config } from './config/config'
import { groupOf } from './config/group-of'
import { symbolsOf } from './index/workspace/symbols-of'

/** Reads a text, and what others may ask of it. */
export function readSymbols(analyser: Analyser, uri: string, text: string, config: Config): ReadSymbols {
  const reading = analyser.read(uri, text, config)
  return { ...reading, symbols: symbolsOf(reading.index, groupOf(uri, config)) }
}
