import type { Edit, Finding } from '../rules/rule'
import { applyEdits, overlap } from './apply-edits'

/** Rounds of fixing: a fix may bring to light what another one mends. */
const MOST_ROUNDS = 10

/** A text with its fixes made. */
export interface Fixed {
  readonly text: string
  /** How many findings were fixed. */
  readonly count: number
}

/**
 * Makes every safe fix of a text, until none is left.
 *
 * @param judge the findings of a text
 * @param isWanted which findings are to be fixed; all by default
 */
export async function fixAll(
  text: string,
  judge: (text: string) => Promise<readonly Finding[]>,
  isWanted: (finding: Finding) => boolean = () => true,
): Promise<Fixed> {
  let fixed = text
  let count = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = compatible((await judge(fixed)).filter(isWanted))
    if (chosen.length === 0) break
    const edits = chosen.flat().sort((a, b) => a.span.start - b.span.start)
    fixed = applyEdits(fixed, edits)
    count += chosen.length
  }
  return { text: fixed, count }
}

/** The edits of the safe fixes that do not get into each other's way; the others have their turn in the next round. */
function compatible(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  const chosen: (readonly Edit[])[] = []
  // In the order of their places, so that only the last one chosen can be in the way of the next.
  let end = -1
  for (const { fixes } of findings) {
    const edits = fixes?.find(({ safe }) => safe)?.edits() ?? []
    const [first, last] = [edits[0], edits.at(-1)]
    if (first === undefined || last === undefined || first.span.start <= end) continue
    if (chosen.some((others) => overlap(edits, others))) continue
    chosen.push(edits)
    end = last.span.end
  }
  return chosen
}
