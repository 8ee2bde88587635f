import type { Wording } from '../wording'
import type { Words } from '../words/index'
import { isUnlistedScript, wordsOf } from './prose'

/**
 * The language of a text, of those that count: by its script, else by the words that hardly a sentence is without. The
 * first one where nothing tells; `undefined` where it is in none whose demands are known. A judge for `Recall`. Pure.
 */
export function languageOf(text: string, { languages, common }: Wording): Words | undefined {
  const others = text.replace(EAST_ASIAN, ' ')
  if (isUnlistedScript(others)) return undefined
  const letters = text.match(EAST_ASIAN)?.length ?? 0
  const words = wordsOf(others)
  // A title or a label of another script leaves a sentence what it is.
  if (words.length > letters || letters === 0) return mostCommon(words, common) ?? languages[0]
  const tag = KANA.test(text) ? 'ja' : 'zh'
  const spoken = languages.find(({ language }) => language === tag)
  return spoken?.common.some((common) => text.includes(common)) ? spoken : undefined
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The language that most of the words are common in; the first of them where several are. */
function mostCommon(words: readonly string[], common: Wording['common']): Words | undefined {
  const shares = new Map<Words, number>()
  for (const word of words) {
    const speaking = common.get(word) ?? []
    // `la` is Spanish, French and Italian: it tells little of which.
    for (const spoken of speaking) shares.set(spoken, (shares.get(spoken) ?? 0) + 1 / speaking.length)
  }
  let found: Words | undefined
  let most = 0
  for (const [spoken, share] of shares) {
    if (share <= most) continue
    most = share
    found = spoken
  }
  return found
}
