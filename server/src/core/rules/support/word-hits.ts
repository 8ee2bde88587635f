import type { Entry, Passage } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { type Phrases, without } from '../phrases'
import type { RuleContext } from '../rule'
import type { WordList } from '../settings'
import type { Wording } from '../wording'
import { MEASURE } from './measure'
import { sentenceAround, withoutQuotations } from './prose'
import { requirementPassages } from './requirement-text'

/** A word of a list, in the sentence that it stands in. Offsets count from the start of the passage. */
export interface WordHit {
  readonly start: number
  readonly end: number
  readonly word: string
  /** Where its sentence starts and ends. */
  readonly from: number
  readonly to: number
}

/** The sentence around a word, taken apart. */
export interface Said {
  /** All of the passage, as far as it is prose. */
  readonly text: string
  readonly sentence: string
  readonly before: string
  readonly word: string
  readonly after: string
}

const NONE: readonly WordHit[] = []

/** Finds words of a list; `find` is a judge for {@link Recall}. Pure. */
export interface WordFinder {
  readonly list: WordList
  find(text: string, wording: Wording): readonly WordHit[]
}

/**
 * Finds the words of a list outside quotations that `isMeant` takes.
 *
 * @param leaveOut phrases in which the words say something else
 */
export function wordFinder(
  list: WordList,
  isMeant: (said: Said, wording: Wording) => boolean,
  leaveOut?: (wording: Wording) => Phrases,
): WordFinder {
  const find = (text: string, wording: Wording): readonly WordHit[] => {
    const told = withoutQuotations(text)
    const prose = leaveOut === undefined ? told : without(leaveOut(wording), told)
    const hits: WordHit[] = []
    for (const { start, end } of wording.lists[list].in(prose)) {
      const word = prose.slice(start, end)
      const sentence = sentenceAround(prose, start)
      const said = {
        text: prose,
        sentence: prose.slice(sentence.start, sentence.end),
        before: prose.slice(sentence.start, start),
        word,
        after: prose.slice(end, Math.max(end, sentence.end)),
      }
      if (isMeant(said, wording)) hits.push({ start, end, word, from: sentence.start, to: sentence.end })
    }
    return hits.length === 0 ? NONE : hits
  }
  return { list, find }
}

/** The lists that may have words in a text. A judge for {@link Recall}. Pure. */
function listsIn(text: string, { openers }: Wording): readonly WordList[] {
  return openers.in(text)
}

/** The places in requirements that a finder speaks of. */
export function* wordsInRequirements(
  { once, recall }: Pick<RuleContext, 'once' | 'recall'>,
  { list, find }: WordFinder,
): Iterable<FoundWord> {
  for (const { entry, passage } of once(requirementPassages)) {
    if (!recall(listsIn, passage.text).includes(list)) continue
    for (const hit of recall(find, passage.text)) {
      const span = { start: passage.start + hit.start, end: passage.start + hit.end }
      yield { span, word: hit.word, entry, isMeasuredInCode: isMeasuredInCode(passage, hit) }
    }
  }
}

export interface FoundWord {
  readonly span: Span
  readonly word: string
  /** The requirement. */
  readonly entry: Entry
  /** The figure may stand in code, which the text leaves out: “fast (`< 200 ms`)”. */
  readonly isMeasuredInCode: boolean
}

function isMeasuredInCode({ spans }: Passage, { from, to }: WordHit): boolean {
  return spans.some(
    ({ type, offset, value }) =>
      type === 'code' && offset >= from && offset < to && /\d/.test(value) && MEASURE.test(value),
  )
}
