import type { Span } from '../../template/template'
import type { Recall, RuleContext } from '../rule'
import type { Wording } from '../wording'
import { sentenceAround, withoutQuotations } from './prose'
import { requirementPassages } from './requirement-text'

/** A word of a list, in the sentence that it stands in. Offsets count from the start of the passage. */
export interface WordHit {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** The sentence around a word, taken apart. */
export interface Said {
  readonly sentence: string
  readonly before: string
  readonly word: string
  readonly after: string
}

const NONE: readonly WordHit[] = []

/** A judge for {@link Recall}: the words that a pattern finds outside quotations, and that `isMeant` takes. Pure. */
export function wordFinder(
  pattern: (wording: Wording) => RegExp,
  isMeant: (said: Said) => boolean,
): (text: string, wording: Wording) => readonly WordHit[] {
  return (text, wording) => {
    const prose = withoutQuotations(text)
    const hits: WordHit[] = []
    for (const match of prose.matchAll(pattern(wording))) {
      const [word] = match
      const end = match.index + word.length
      const sentence = sentenceAround(prose, match.index)
      const said = {
        sentence: prose.slice(sentence.start, sentence.end),
        before: prose.slice(sentence.start, match.index),
        word,
        after: prose.slice(end, Math.max(end, sentence.end)),
      }
      if (isMeant(said)) hits.push({ start: match.index, end, word })
    }
    return hits.length === 0 ? NONE : hits
  }
}

/** The places in requirements that a finder speaks of. */
export function* wordsInRequirements(
  { spec, recall }: Pick<RuleContext, 'spec'> & { readonly recall: Recall },
  find: (text: string, wording: Wording) => readonly WordHit[],
): Iterable<{ readonly span: Span; readonly word: string }> {
  for (const { passage } of requirementPassages(spec)) {
    for (const { start, end, word } of recall(find, passage.text)) {
      yield { span: { start: passage.start + start, end: passage.start + end }, word }
    }
  }
}
