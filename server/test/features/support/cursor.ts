/** Marks the cursor in test texts. */
export const CURSOR = '│'

/** The text without its cursor mark, and where that stood. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf(CURSOR)
  if (offset < 0 || marked.includes(CURSOR, offset + 1)) throw new Error('one cursor mark is needed')
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset }
}
