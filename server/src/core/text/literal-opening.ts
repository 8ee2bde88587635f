/**
 * The letters, digits, hyphens and underscores that whatever a pattern matches holds at the place where the match begins; `''`
 * where its source does not plainly say any. Reads `^` and characters that stand for themselves, no groups.
 */
export function literalOpening({ source }: RegExp): string {
  if (hasAlternatives(source)) return ''
  const [, literal = '', next = ''] = /^\^?((?:[\w-]|\\-)*)(.?)/.exec(source) ?? []
  const characters = literal.replaceAll('\\', '')
  // What may be repeated may be left out.
  return '*?{'.includes(next) && next !== '' ? characters.slice(0, -1) : characters
}

/** Whether the pattern is one of several beside each other, outside of groups. */
function hasAlternatives(source: string): boolean {
  let depth = 0
  for (const [mark] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
    if (mark === '(') depth++
    else if (mark === ')') depth--
    else if (mark === '|' && depth === 0) return true
  }
  return false
}
