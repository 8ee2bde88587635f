/**
 * Writes text in the snippet syntax of TextMate, VS Code and LSP, tab stops numbered in the order in which they are made.
 */
export interface SnippetWriter {
  /** Text as it is. */
  text(source: string): string
  /** A tab stop with a text in it, which is replaced by what is typed. */
  stop(source: string): string
  /** A tab stop that offers values, the first one chosen. */
  choice(values: readonly string[]): string
  /** What is typed at the latest tab stop, once more. */
  mirror(): string
  /** Number of tab stops so far. */
  readonly count: number
}

/** Today, written by the editor as the snippet is inserted: `2026-01-15`. */
export const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'

export function createSnippetWriter(): SnippetWriter {
  let count = 0
  const next = (): number => {
    count += 1
    return count
  }
  return {
    text: escaped,
    stop: (source) => `\${${next()}:${escaped(source)}}`,
    choice: (values) => `\${${next()}|${values.map(escapedChoice).join(',')}|}`,
    mirror: () => `\${${count}}`,
    get count() {
      return count
    },
  }
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

function escapedChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&')
}
