import { type FindingsSummary, findingsSummary } from '../core/findings-summary'
import { openQuestions } from '../core/open-questions'
import type { SpecService } from '../core/service'
import { describe } from './errors'
import type { Log } from './log'

export interface Judged {
  readonly findings: FindingsSummary
  /** How many are open. */
  readonly questions: number
}

/** Judges files one after another, in the background: all as long as somebody looks, else those alone that are open. */
export interface FindingsQueue {
  /** As last judged; `null` where that has not been done. */
  of(uri: string): Judged | null
  /** These are to be judged, those first that are open. What was found before counts until then. */
  add(uris: Iterable<string>): void
  forget(uri: string): void
  /** How many have errors, as far as they have been judged. */
  withErrors(): number
  /** From now on, what is waiting and what is added is judged. */
  start(which: 'all' | 'open'): void
}

/** @param judged called with the URI of each file whose findings are others than before */
export function createFindingsQueue(
  service: SpecService,
  isOpen: (uri: string) => boolean,
  pause: () => Promise<void>,
  judged: (uri: string) => void,
  log: Log,
): FindingsQueue {
  const found = new Map<string, Judged>()
  const waiting = { open: new Set<string>(), closed: new Set<string>() }
  let wanted: 'all' | 'open' | undefined
  let isRunning = false

  function next(): string | undefined {
    for (const uris of wanted === 'all' ? [waiting.open, waiting.closed] : [waiting.open]) {
      for (const uri of uris) {
        uris.delete(uri)
        return uri
      }
    }
    return undefined
  }

  async function work(): Promise<void> {
    if (isRunning) return
    isRunning = true
    try {
      // A spec is judged beside all others.
      await service.settled()
      for (;;) {
        const uri = next()
        if (uri === undefined) return
        await judge(uri)
        await pause()
      }
    } finally {
      isRunning = false
    }
  }

  async function judge(uri: string): Promise<void> {
    try {
      const analysis = service.file(uri) === undefined ? undefined : await service.analyseFile(uri)
      if (analysis === undefined) {
        found.delete(uri)
        return
      }
      const summary = { findings: findingsSummary(analysis), questions: openQuestions(analysis).length }
      const isSame = JSON.stringify(found.get(uri)) === JSON.stringify(summary)
      found.set(uri, summary)
      if (!isSame) judged(uri)
    } catch (error) {
      log('warn', `Judging ${uri}: ${describe(error)}`)
    }
  }

  return {
    of: (uri) => found.get(uri) ?? null,
    add(uris) {
      for (const uri of uris) waiting[isOpen(uri) ? 'open' : 'closed'].add(uri)
      if (wanted !== undefined) void work()
    },
    forget(uri) {
      found.delete(uri)
      waiting.open.delete(uri)
      waiting.closed.delete(uri)
    },
    withErrors() {
      let count = 0
      for (const { findings } of found.values()) if (findings.errors > 0) count++
      return count
    },
    start(which) {
      wanted = which
      void work()
    },
  }
}
