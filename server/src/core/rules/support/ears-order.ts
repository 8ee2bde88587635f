/** Conditions in the order of EARS. */
const ORDER = ['where', 'while', 'when', 'if']
const KEYWORD = '(?:must|shall|should|may|will)\\b'
/** A short subject; after a preposition it would be the end of a longer one. */
const RESPONSE = new RegExp(
  `(?<!\\b(?:at|by|for|from|in|of|on|to|with)) ((?:the|an?|each|every) (?:[\\w-]+ ){1,2}${KEYWORD}.*)$`,
  'i',
)
const CLAUSE = new RegExp(`^(?:and )?(${ORDER.join('|')})\\b`, 'i')
const LONGEST = 500

/**
 * A requirement of one plain sentence with its conditions where EARS has them: before the response, in their order, parted
 * by commas, an If with its “then”. `undefined` where that is not plain.
 */
export function inEarsOrder(sentence: string): string | undefined {
  if (sentence.length > LONGEST || !/^[^.:;()*`[\]\r\n]+\.?$/.test(sentence)) return undefined
  const stop = sentence.endsWith('.') ? '.' : ''
  const words = stop === '' ? sentence : sentence.slice(0, -1)
  const parts = CLAUSE.test(words) ? inFront(words) : behind(words)
  if (parts === undefined) return undefined
  const { conditions, response } = parts
  const rank = (clause: string) => ORDER.indexOf((CLAUSE.exec(clause)?.[1] ?? '').toLowerCase())
  const sorted = [...conditions]
    .sort((a, b) => rank(a) - rank(b))
    .map((clause) => clause.replace(/^and /i, ''))
  const then = sorted.some((clause) => /^if\b/i.test(clause)) ? 'then ' : ''
  const written = [...sorted.map(lower), then + lowerArticle(response.replace(/^then /i, ''))].join(', ')
  return written.slice(0, 1).toUpperCase() + written.slice(1) + stop
}

interface Parts {
  readonly conditions: readonly string[]
  readonly response: string
}

/** “The system MUST x when y”; of two conditions one may be what the other tells of. */
function behind(words: string): Parts | undefined {
  if (words.match(/\b(?:where|while|when|if)\b/gi)?.length !== 1) return undefined
  const match = /^([^,]+?) ((?:where|while|when|if) [^,]+)$/i.exec(words)
  const [, response = '', condition = ''] = match ?? []
  return match === null ? undefined : { conditions: [condition], response }
}

/** “When y, while z, the system MUST x”, the last comma of which may be missing. */
function inFront(words: string): Parts | undefined {
  const clauses = words.split(/,\s+/)
  const first = clauses.findIndex((clause) => !CLAUSE.test(clause))
  if (first > 0) return { conditions: clauses.slice(0, first), response: clauses.slice(first).join(', ') }
  const last = clauses.at(-1) ?? ''
  const response = RESPONSE.exec(last)
  if (response === null) return undefined
  return { conditions: [...clauses.slice(0, -1), last.slice(0, response.index)], response: response[1] ?? '' }
}

function lower(clause: string): string {
  return clause.slice(0, 1).toLowerCase() + clause.slice(1)
}

function lowerArticle(response: string): string {
  return /^(?:The|An?|Each|Every|All|No)\s/.test(response) ? lower(response) : response
}
