/** Code units of a text that a message quotes. */
export const QUOTED = 60

/** `“a”`, `“a” and “b”`, `“a”, “b” and “c”`. */
export function enumerate(names: readonly string[], last = 'and', quoted = true): string {
  const shown = quoted ? names.map((name) => `“${name}”`) : names
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`
}

const NOT_APPLICABLE =
  /^[\s*_([-]*(?:n\/a|none|not applicable)(?:[\s*_)\]]*$|[\s*_)\]]*[.,;:(–—-]|\s+(?:at|applies|apply|for|identified|known|needed|planned|required|so far|to|yet)\b)/i

/** “N/A”, “None”, with or without a reason: content that stands for an item and is none. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text)
}
