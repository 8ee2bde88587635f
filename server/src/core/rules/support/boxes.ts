export interface BrokenBox {
  readonly start: number
  readonly end: number
  /** What stands between the brackets. */
  readonly content: string
}

/** Brackets at the start of a masked text that seem to be a checkbox and are none. Pure. */
export function brokenBoxAt(text: string): BrokenBox | undefined {
  const match = /^[ \t]{0,8}(\[([ \t]*[xX]?[ \t]*|[✓✔☑✅✗✘❌~-])\])(?=\s|$)/.exec(text)
  const brackets = match?.[1]
  if (match === null || brackets === undefined || /^\[[ xX]\]$/.test(brackets)) return undefined
  const start = match[0].length - brackets.length
  return { start, end: match[0].length, content: match[2] ?? '' }
}
