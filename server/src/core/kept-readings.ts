import type { ReadSymbols } from './analyser'
import type { Config } from './config/config'

/** Readings of files that are soon to be judged, so that they need not be read twice. */
export interface KeptReadings {
  /** Takes it, as long as there is room. */
  put(uri: string, text: string, config: Config, reading: ReadSymbols): void
  /** Gives it away; `undefined` where there is none of this text by this config. */
  take(uri: string, text: string, config: Config): ReadSymbols | undefined
}

interface Kept {
  readonly text: string
  readonly config: Config
  readonly reading: ReadSymbols
}

/** @param room UTF-16 code units of the texts of all; a reading takes some thirty times its text */
export function createKeptReadings(room: number): KeptReadings {
  const kept = new Map<string, Kept>()
  let left = room
  function drop(uri: string): Kept | undefined {
    const before = kept.get(uri)
    left += before?.text.length ?? 0
    kept.delete(uri)
    return before
  }
  return {
    put(uri, text, config, reading) {
      drop(uri)
      if (text.length > left) return
      left -= text.length
      kept.set(uri, { text, config, reading })
    },
    take(uri, text, config) {
      const before = drop(uri)
      return before?.text === text && before.config === config ? before.reading : undefined
    },
  }
}
