import type { Stage } from '../../core/template/template'
import type { SurveyedFile } from './survey'

/** Words for a status that templates do not know, by what they most likely mean. */
const MEANINGS: Readonly<Record<Stage | 'closed', readonly string[]>> = {
  draft: [
    'backlog',
    'concept',
    'idea',
    'initial',
    'new',
    'not implemented',
    'on hold',
    'open',
    'paused',
    'parked',
  ],
  review: ['awaiting approval', 'awaiting review', 'for review', 'pending', 'review pending', 'rfc'],
  approved: [
    'agreed',
    'current',
    'final',
    'implementing',
    'in development',
    'ongoing',
    'signed off',
    'stable',
    'started',
    'wip',
    'work in progress',
  ],
  implemented: [
    'delivered',
    'deployed',
    'finished',
    'fixed',
    'live',
    'passed',
    'production',
    'released',
    'resolved',
    'shipped',
    'verified',
  ],
  closed: [
    'abandoned',
    'cancelled',
    'canceled',
    'closed',
    'dropped',
    'obsolete',
    'replaced',
    'withdrawn',
    "won't do",
  ],
}

export interface InferredStatuses {
  /** Status of the template → words for it. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  readonly closed: readonly string[]
  /** Words of which nobody but the team knows what they mean. */
  readonly unknown: readonly string[]
}

/** What the statuses mean that no template knows. @param values the statuses of the template, by stage */
export function inferStatuses(
  files: readonly SurveyedFile[],
  values: ReadonlyMap<Stage, string>,
): InferredStatuses {
  const synonyms = new Map<string, Words>()
  const closed: Words = new Map()
  const unknown: Words = new Map()
  for (const { kind, status } of files) {
    if (kind !== 'spec' && kind !== 'loose') continue
    if (status.value !== undefined || status.closed || status.placeholder) continue
    const words = leadingWords(status.raw)
    const meant = words === undefined ? undefined : meaningOf(words)
    if (words === undefined) continue
    const value = meant === undefined || meant.stage === 'closed' ? undefined : values.get(meant.stage)
    if (meant === undefined) add(unknown, words)
    else if (value === undefined) add(closed, meant.words)
    else synonyms.set(value, add(synonyms.get(value) ?? new Map(), meant.words))
  }
  const sorted = (words: Words) => [...words.values()].sort()
  return {
    synonyms: Object.fromEntries([...synonyms].map(([value, words]) => [value, sorted(words)])),
    closed: sorted(closed),
    unknown: sorted(unknown),
  }
}

/** Lower case → as it was first written: case does not count. */
type Words = Map<string, string>

function add(words: Words, word: string): Words {
  const key = word.toLowerCase()
  return words.has(key) ? words : words.set(key, word)
}

const MOST_WORDS = 4

/** The words before a note; `undefined` for what is a sentence, or has no letter. */
function leadingWords(raw: string): string | undefined {
  const words = raw
    .replace(/[_*`~]/g, ' ')
    .replace(/^[^\p{L}]+/u, '')
    .split(/[^\p{L}\p{M}\p{N}'’ -]/u)[0]
    ?.split(/\s+[-–—]\s+/u)[0]
    ?.trim()
    .replace(/\s+/g, ' ')
  if (words === undefined || words === '' || words.split(' ').length > MOST_WORDS) return undefined
  return words
}

function meaningOf(words: string) {
  const said = words.toLowerCase()
  for (const [stage, known] of Object.entries(MEANINGS)) {
    const one = known.find((word) => said === word || said.startsWith(`${word} `))
    // As it is written, so that it is found again.
    if (one !== undefined) return { stage: stage as Stage | 'closed', words: words.slice(0, one.length) }
  }
  return undefined
}
