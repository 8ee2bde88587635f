import type { Edit } from '../rules/rule'

/** The one edit that makes a text another one, as small as it can be: cursors and marks outside of it stay. */
export function minimalEdit(before: string, after: string): Edit | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let tail = 0
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  // Not between the halves of a character, nor within a line ending.
  if (/[\uD800-\uDBFF\r]/.test(before[start - 1] ?? '')) start--
  if (tail > 0 && /[\uDC00-\uDFFF\n]/.test(before[before.length - tail] ?? '')) tail--
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }
}
