import type { Recall } from './rule'
import type { Wording } from './wording'

/** Texts remembered for one judge before the older half is let go: several times what a large spec holds. */
const GENERATION = 20_000

interface Generations {
  young: Map<string, unknown>
  old: Map<string, unknown>
}

/**
 * A {@link Recall} with memory of its own. Bounded: each judge keeps the answers for at most two generations of texts,
 * so a session that edits for days does not grow.
 */
export function createRecall(wording: Wording): Recall {
  const judges = new Map<unknown, Generations>()
  return <T>(judge: (text: string, wording: Wording) => T, text: string): T => {
    let known = judges.get(judge)
    if (known === undefined) {
      known = { young: new Map(), old: new Map() }
      judges.set(judge, known)
    }
    const young = known.young.get(text)
    if (young !== undefined || known.young.has(text)) return young as T
    const old = known.old.get(text)
    const answer = old !== undefined || known.old.has(text) ? (old as T) : judge(text, wording)
    if (known.young.size >= GENERATION) {
      known.old = known.young
      known.young = new Map()
    }
    known.young.set(text, answer)
    return answer
  }
}
