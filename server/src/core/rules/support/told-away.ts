import type { Reference } from '../../model/spec-document'
import { languages } from '../words/index'
import { isUnlistedScript, sentenceAround } from './prose'

/** As far as a word may stand from an ID that it is said of. */
const REACH = 80

const ENDINGS = languages.flatMap(({ gone }) => gone)
/**
 * Letters and marks of the scripts that specifications are written in, no blank and no punctuation among them: `\p{L}`, for all
 * scripts, takes twenty times as long to compile.
 */
const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0300-\\u036f\\u0370-\\u0373\\u0386\\u0388-\\u03f5' +
  '\\u0400-\\u0481\\u0483-\\u052f\\u05d0-\\u05ea\\u0620-\\u0669\\u0671-\\u06d3\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u1e00-\\u1fbc' +
  '\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3'
const WORD = `[${LETTERS}’'-]+`
/** In scripts without blanks a word has no ends to be found by. */
const GONE = `(?:(?:${ENDINGS.filter((word) => !isUnlistedScript(word)).join('|')})(?![${LETTERS}-])|${ENDINGS.filter(isUnlistedScript).join('|')})`
/** Other IDs that the same is said of: `REQ-007, REQ-008 and`. Read in one way only: figures in rows must not multiply. */
const ID = `[\\[*_~]*[${LETTERS}]{2,12}(?:-[${LETTERS}]{1,12})?(?:[- ][${LETTERS}]*\\d[${LETTERS}\\d.]*)+[\\]*_~]*`
const JOINT = '(?:\\s*[,/&–—]\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or|through|to|und|oder|et|y|e|en)\\s+)'
/** A clause of its own says something of another subject: “REQ-007 holds when the user is removed”. */
const FEW_WORDS = `(?:(?!(?:when|if|once|after|before|unless|until|that|which|while)\\s)${WORD}\\s+){0,3}`
const OTHER_DOCUMENT = '(?:spec|specification|story|epic|PRD|RFC|ADR)'

/** “REQ-007 was removed”, “REQ-007 (retired)”, “REQ-007 – moved to v2”, “REQ-045 は削除された”. */
const IS_GONE = new RegExp(
  `^[\\]*_~]*(?:${JOINT}${ID}){0,6}\\s*(?:[(:,–—-]\\s*)?(?:${FEW_WORDS}${GONE}|[^\\s\\d,.。]{0,6}${GONE})`,
  'iu',
)
/** “formerly REQ-007”, “removed: REQ-007”, “merged requirement REQ-007”. A bracket would hold what a sentence refers to. */
const GONE_IS = new RegExp(
  `(?<![${LETTERS}-])${GONE}\\s*:?\\s*(?:(?:as|from|into|ID|IDs|item|items|requirements?)\\s+)?(?:${ID}${JOINT}){0,6}[\\[*_~]*$`,
  'iu',
)
/** “REQ-027 of the guidelines spec”, “REQ-027 is defined in …”. */
const IS_ELSEWHERE = new RegExp(
  `^[\\]*_~]*\\s*(?:${FEW_WORDS}(?:established|covered|defined|described|specified|introduced|inherited|extracted|taken|carried)\\s+(?:in|by|from|over)\\b(?!\\s+(?:this|\\[?[A-Z]{2,}-?\\d))|${FEW_WORDS}(?:of|in|from|by|della|dalla|nella)\\s+(?:(?:the|that)\\s+)?(?!this\\b)(?:[\\w-]+\\s+)?${OTHER_DOCUMENT}\\b)`,
  'iu',
)
/** “the login spec’s REQ-041”, “from the billing spec (REQ-041”. */
const ELSEWHERE_IS = new RegExp(
  `(?<![\\w-])(?!(?:the|this|that|a|an|our|of|in)\\s)[\\w-]+\\s+${OTHER_DOCUMENT}(?:['’]s)?[\\s,:([*_~]{1,4}(?:${ID}${JOINT}){0,6}[\\[*_~]*$`,
  'iu',
)

/** A sentence that names another document, or says that something came or went. */
const TELLS_OF_OTHERS = new RegExp(
  [
    '\\bSPEC-[A-Z0-9]',
    '\\b(?:spec|feature|epic|story|RFC|ADR|PRD)s?\\s*[#-]?\\d',
    '(?<![\\w-])\\d{3}-[a-z][a-z0-9]*-[a-z]',
    '[\\w)-]\\.(?:txt|adoc|rst|ya?ml|json|toml|docx?|pdf)\\b',
    '\\b(?:parent|sibling|other|another|upstream|previous|earlier|prior|predecessor|companion|separate|existing)\\s+' +
      '(?:spec|document|feature|story|epic|PRD)',
    '(?<![\\w\uFFFC-])(?!(?:this|the|our|a|an|new|each|one)\\s)[\\w\uFFFC-]+\\s+spec\\s+[[`]?[A-Z]',
    '\\b(?:merge|renumber)\\b',
    `(?<![${LETTERS}])${GONE}`,
  ].join('|'),
  'iu',
)

/** A word that all of the above need. Nearly no sentence has one, and each of them takes long to compile. */
const MAY_TELL = new RegExp(
  [
    ...ENDINGS,
    'spec|feature|epic|story|RFC|ADR|PRD|document|merge|renumber',
    'established|covered|defined|described|introduced|inherited|extracted|taken|carried',
    '\\d-[a-z]|\\.(?:txt|adoc|rst|ya?ml|json|toml|docx?|pdf)',
  ].join('|'),
  'iu',
)

/**
 * Whether the words next to an ID say of it that it is no more, or that another document has it. The same words farther
 * off tell, in a criterion, of what the software does: “when the user is removed, then REQ-099 holds”. In a note, and in
 * the brackets around the ID, they are about specifications.
 */
export function isToldAway({ passage, id, from }: Reference): boolean {
  const { text } = passage
  const start = id.span.start - passage.start
  const end = id.span.end - passage.start
  const sentence = sentenceAround(text, start)
  const said = text.slice(sentence.start, sentence.end)
  if (!MAY_TELL.test(said)) return false
  const before = text.slice(Math.max(sentence.start, start - REACH), start)
  const after = text.slice(end, Math.min(sentence.end, end + REACH))
  if (IS_GONE.test(after) || GONE_IS.test(before) || IS_ELSEWHERE.test(after) || ELSEWHERE_IS.test(before)) {
    return true
  }
  return TELLS_OF_OTHERS.test(from?.role === 'criterion' ? bracketAround(said, start - sentence.start) : said)
}

/** What stands in the round brackets around a place, inner ones included; `''` where it is in none. */
function bracketAround(text: string, at: number): string {
  let open = at
  for (let depth = 1; depth > 0; ) {
    if (--open < 0) return ''
    if (text[open] === ')') depth++
    else if (text[open] === '(') depth--
  }
  const close = text.indexOf(')', at)
  return text.slice(open, close < 0 ? text.length : close)
}

const HISTORY: ReadonlySet<string> = new Set(languages.flatMap(({ history }) => history))

/** A section whose title, but for its number, is “Changelog” or another name of a document's past. */
export function isHistory(title: string): boolean {
  return HISTORY.has(
    title
      .replace(/^[\d.\s]+/, '')
      .trim()
      .toLowerCase(),
  )
}
