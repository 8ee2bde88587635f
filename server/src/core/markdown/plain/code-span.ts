/** What stands before the lines of inline content, but for the first. */
export interface Lines {
  /** Columns of the list item around. */
  readonly margin: number
  /** After that, there is a `>`. */
  readonly quoted: boolean
}

const BACKTICK = 96

/**
 * Where the code ends that backticks at the place open, before its closing ones; -1 where nothing closes it.
 *
 * @param width how many open it
 * @param to where the inline content ends
 */
export function endOfCode(source: string, at: number, width: number, to: number): number {
  const ticks = source.slice(at, at + width)
  let close = at + width
  for (;;) {
    close = source.indexOf(ticks, close)
    if (close < 0 || close >= to) return -1
    let end = close + width
    while (end < to && source.charCodeAt(end) === BACKTICK) end++
    if (end - close === width) return close
    close = end
  }
}

/** What code says that is written so; `undefined` where the margins of its lines are in doubt. */
export function valueOfCode(written: string, lines: Lines): string | undefined {
  if (/\0|\r(?!\n)/.test(written)) return undefined
  const inside = written.includes('\n') ? withoutMargins(written, lines) : written
  const isPadded = inside?.startsWith(' ') && inside.endsWith(' ') && /[^ ]/.test(inside)
  return isPadded ? inside?.slice(1, -1) : inside
}

function withoutMargins(written: string, { margin, quoted }: Lines): string | undefined {
  const [first = '', ...others] = written.split('\n')
  const isLazy = others.some((line) => !line.startsWith(' '.repeat(margin)))
  if (isLazy || /^\s|\s$/.test(written)) return undefined
  const own = others.map((line) => line.slice(margin))
  return [first, ...own.map((line) => (quoted ? line.replace(/^> ?/, '') : line))].join('\n')
}
