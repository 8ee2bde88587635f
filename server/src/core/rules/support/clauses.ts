import type { ItemShape } from '../../template/template'
import type { Recall } from '../rule'
import type { Wording } from '../wording'
import { languages, type Words } from '../words/index'
import { isUnlistedScript, wordsOf } from './prose'
import { wholeWords } from './whole-words'

/** The clause words of a text, in lower case, and the commas between them, in order. */
export type ClauseMarks = readonly string[]

/** Reads texts for the clauses that a template asks for: Given, When, Then, in the languages that count. */
export interface Clauses {
  marksIn(text: string): ClauseMarks
  /** Whether one language's words come in order. A comma behind the last but one may stand for the last. */
  areComplete(marks: ClauseMarks): boolean
  /** Which are missing, in the language that the text has most of; `[]` where they are only out of order. */
  missing(text: string, marks: ClauseMarks): readonly string[]
  /** How far a text has taken up the form: `opened` by the first clause, or `touched` by another or by two. */
  taken(text: string, marks: ClauseMarks): 'opened' | 'touched' | 'not'
}

export function clausesOf({ clauses }: ItemShape, wording: Wording, recall: Recall): Clauses {
  const keys = clauses.map(keyOf)
  const isKnown = keys.every((key) => key !== undefined)
  // The template's own words count whatever the config says of languages.
  const own: Spoken = { words: clauses.map((clause) => wordsOf(clause).slice(0, 1)), language: undefined }
  const others = isKnown
    ? wording.languages.map((language) => ({
        words: keys.map((key) => language.clauses.get(key) ?? []),
        language,
      }))
    : []
  const spoken = [own, ...others]
  return {
    marksIn: (text) => (isKnown ? recall(knownMarks, text) : marksOf(text, new Set(own.words.flat()))),
    areComplete: (marks) => spoken.some((one) => areInOrder(one, marks)),
    missing(text, marks) {
      const sure = spoken.filter((one) => one === own || countSaid(one, marks) > 1 || opens(one, text))
      const [fewest = []] = sure.map((one) => missingIn(one, marks)).toSorted((a, b) => a.length - b.length)
      return fewest.map((place) => clauses[place] ?? '')
    },
    taken(text, marks) {
      if (spoken.some((one) => opens(one, text))) return 'opened'
      const isTouched =
        own.words.flat().includes(firstWord(text)) || spoken.some((one) => countSaid(one, marks) > 1)
      return isTouched && !isUnlistedScript(text) ? 'touched' : 'not'
    },
  }
}

/** By clause, the words that open it; the language is `undefined` for the template's own. */
interface Spoken {
  readonly words: readonly (readonly string[])[]
  readonly language: Words | undefined
}

const COMMA = ','

/** The English word that a template's clause stands for: `gegeben sei` for `given`. */
function keyOf(clause: string): string | undefined {
  const [first = ''] = wordsOf(clause)
  for (const language of languages) {
    for (const [key, words] of language.clauses) if (words.includes(first)) return key
  }
  return undefined
}

const MARK = new RegExp(`${wholeWords(({ clauses }) => [...clauses.values()].flat())}|[,，、]`, 'giu')

/** Pure. */
function knownMarks(text: string): ClauseMarks {
  return Array.from(text.normalize('NFC').matchAll(MARK), ([mark]) => unified(mark))
}

function marksOf(text: string, words: ReadonlySet<string>): ClauseMarks {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+|[,，、]/gu), ([mark]) => unified(mark)).filter(
    (mark) => mark === COMMA || words.has(mark),
  )
}

function unified(mark: string): string {
  return /[，、]/.test(mark) ? COMMA : mark.toLowerCase()
}

function areInOrder({ words }: Spoken, marks: ClauseMarks): boolean {
  let from = 0
  return words.every((said, place) => {
    const mayBeImplied = place > 0 && place === words.length - 1
    const at = marks.findIndex(
      (mark, index) => index >= from && (said.includes(mark) || (mayBeImplied && mark === COMMA)),
    )
    from = at + 1
    return at >= 0
  })
}

/** Places of the clauses that no word opens; the last may follow on a comma behind the others. */
function missingIn({ words }: Spoken, marks: ClauseMarks): readonly number[] {
  const last = marks.findLastIndex((mark) => words.some((said) => said.includes(mark)))
  const goesOn = last >= 0 && marks.includes(COMMA, last)
  return words.flatMap((said, place) => {
    const isSaid = marks.some((mark) => said.includes(mark))
    return isSaid || (goesOn && place === words.length - 1) ? [] : [place]
  })
}

/** One alone is no sign of a language: `data` is an Italian Given, and English everywhere else. */
function countSaid({ words }: Spoken, marks: ClauseMarks): number {
  return words.filter((said) => marks.some((mark) => said.includes(mark))).length
}

/** In Latin script only beside another word of the language: `data`, `date` and `stel` open English sentences too. */
function opens({ words: [given = []], language }: Spoken, text: string): boolean {
  const opening = firstWord(text)
  if (isUnlistedScript(opening)) return given.some((word) => opening.startsWith(word))
  if (!given.includes(opening)) return false
  return language === undefined || wordsOf(text).some((word) => language.being?.includes(word))
}

function firstWord(text: string): string {
  return wordsOf(text.slice(0, 80))[0] ?? ''
}
