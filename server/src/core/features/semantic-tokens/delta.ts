import type { SemanticTokensEdit } from 'vscode-languageserver-types'

/**
 * What makes one encoding of tokens of another: the stretch between what both begin with and what both end with. Positions
 * are relative, so what is typed in one line changes no more than a few integers, wherever the rest has moved to.
 */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  const deleteCount = before.length - same - start
  const data = after.slice(start, after.length - same)
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }]
}
