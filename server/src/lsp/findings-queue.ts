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

/** Called as files are judged. */
export interface FindingsEvents {
  /** With the URI of each file whose findings are others than before. */
  judged(uri: string): void
  /** After each file. */
  passed(): void
  /** Once nothing is waiting that is to be judged. */
  drained(): void
}

export function createFindingsQueue(
  service: SpecService,
  isOpen: (uri: string) => boolean,
  pause: () => Promise<void>,
  events: FindingsEvents,
  log: Log,
): FindingsQueue {
  const found = new Map<string, Judged>()
  let withErrors = 0
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
        if (uri === undefined) {
          events.drained()
          return
        }
        await judge(uri)
        events.passed()
        await pause()
      }
    } finally {
      isRunning = false
    }
  }

  /** Counts as it keeps: of thousands of files, it is asked again and again how many have errors. */
  function keep(uri: string, judged: Judged | undefined): void {
    const before = found.get(uri)
    if (before !== undefined && before.findings.errors > 0) withErrors--
    if (judged !== undefined && judged.findings.errors > 0) withErrors++
    if (judged === undefined) found.delete(uri)
    else found.set(uri, judged)
  }

  async function judge(uri: string): Promise<void> {
    try {
      const analysis = service.file(uri) === undefined ? undefined : await service.analyseFile(uri)
      if (analysis === undefined) {
        keep(uri, undefined)
        return
      }
      const summary = { findings: findingsSummary(analysis), questions: openQuestions(analysis).length }
      const isSame = JSON.stringify(found.get(uri)) === JSON.stringify(summary)
      keep(uri, summary)
      if (!isSame) events.judged(uri)
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
      keep(uri, undefined)
      waiting.open.delete(uri)
      waiting.closed.delete(uri)
    },
    withErrors: () => withErrors,
    start(which) {
      wanted = which
      void work()
    },
  }
}
