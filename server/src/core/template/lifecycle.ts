import type { Lifecycle, Stage } from './template'
import type { TemplateChanges } from './template-changes'

/** What a document is judged by while its status is unknown or absent. */
const defaultStage: Stage = 'draft'

/** The stages in the order in which a spec passes them. */
export const STAGES: readonly Stage[] = ['draft', 'review', 'approved', 'implemented']

/** What is understood of a status as it was written. */
export interface StatusMatch {
  /** The template's value; `undefined` where unknown, closed or absent. */
  readonly value: string | undefined
  /** Stage of the value; `defaultStage` where it is unknown. */
  readonly stage: Stage
  /** The words name a status that closes a document: Superseded, Rejected … */
  readonly closed: boolean
  /** All values of the template are still listed: nobody has chosen. */
  readonly placeholder: boolean
}

/** What the front matter says about the status. */
export interface LifecycleSettings {
  readonly stages: ReadonlyMap<string, Stage>
  /** Value → its synonyms. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>
  readonly closed: readonly string[]
}

/**
 * The lifecycle of a template. A value to which the front matter gives no stage has the stage of that name, else the one
 * that its place in the order comes nearest to: the first value is a draft, the last is implemented.
 *
 * @param values the status field's values in order
 */
export function lifecycleOf(values: readonly string[], settings: LifecycleSettings): Lifecycle {
  const stages = new Map<string, Stage>()
  values.forEach((value, place) => {
    stages.set(value, settings.stages.get(value) ?? stageNamed(value) ?? stageAt(place, values.length))
  })
  const synonyms = new Map<string, string>()
  for (const [value, words] of settings.synonyms) {
    for (const word of words) synonyms.set(wordsOf(word), value)
  }
  return { values, stages, synonyms, closed: settings.closed.map(wordsOf) }
}

/** A lifecycle with further words: each means what it is given for here, whatever it meant before. */
export function changedLifecycle(lifecycle: Lifecycle, { synonyms, closed }: TemplateChanges): Lifecycle {
  const values = new Map(lifecycle.values.map((value) => [wordsOf(value), value]))
  const words = new Map(lifecycle.synonyms)
  const closing = new Set(lifecycle.closed)
  for (const [name, further] of synonyms) {
    const value = values.get(wordsOf(name))
    if (value === undefined) continue
    for (const word of further.map(wordsOf)) {
      words.set(word, value)
      closing.delete(word)
    }
  }
  for (const word of closed.map(wordsOf)) {
    words.delete(word)
    closing.add(word)
  }
  return { ...lifecycle, synonyms: words, closed: [...closing] }
}

function stageNamed(value: string): Stage | undefined {
  const name = wordsOf(value)
  return STAGES.find((stage) => stage === name)
}

function stageAt(place: number, count: number): Stage {
  const nearest = count < 2 ? 0 : Math.round((place * (STAGES.length - 1)) / (count - 1))
  return STAGES[nearest] ?? defaultStage
}

/** A status line says what it says in its first words; longer text is a note. */
const MAX_STATUS = 200

/**
 * Understands a status by its leading words, without emphasis, emoji, date or note: `✅ **Approved** (2026-01-15)` is
 * Approved. The longest known words win: `Ready for review` before `Ready`.
 */
export function matchStatus(lifecycle: Lifecycle, raw: string): StatusMatch {
  const text = wordsOf(raw.slice(0, MAX_STATUS))
  if (listsAll(lifecycle, text))
    return { value: undefined, stage: defaultStage, closed: false, placeholder: true }
  const known = new Map<string, string | undefined>(lifecycle.synonyms)
  for (const word of lifecycle.closed) known.set(word, undefined)
  for (const value of lifecycle.values) known.set(wordsOf(value), value)
  let best: string | undefined
  for (const words of known.keys()) {
    if (words.length > (best?.length ?? 0) && startsWithWords(text, words)) best = words
  }
  const value = best === undefined ? undefined : known.get(best)
  return {
    value,
    stage: (value === undefined ? undefined : lifecycle.stages.get(value)) ?? defaultStage,
    closed: best !== undefined && value === undefined,
    placeholder: false,
  }
}

/** Lower case, from the first letter on, runs of blanks, hyphens, underscores and marks made one blank. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s_*`~-]+/gu, ' ')
    .trim()
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length))
}

function listsAll(lifecycle: Lifecycle, text: string): boolean {
  if (lifecycle.values.length < 2) return false
  const listed = text
    .split(/[|/,\\[\]]+/u)
    .map(wordsOf)
    .filter((word) => word !== '')
  return (
    listed.length === lifecycle.values.length &&
    lifecycle.values.every((value, place) => wordsOf(value) === listed[place])
  )
}
