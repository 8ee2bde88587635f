/** Columns to the next tab stop of Markdown. */
const TAB = 4

/**
 * The blanks under which a line belongs to a list item.
 *
 * @param opening the item's first line up to its text, marker and blanks before it included
 */
export function contentIndent(opening: string): string {
  const marker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(opening)?.[0] ?? '  '
  let column = 0
  for (const character of marker) column += character === '\t' ? TAB - (column % TAB) : 1
  return ' '.repeat(column)
}
