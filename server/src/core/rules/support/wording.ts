/** `“a”`, `“a” and “b”`, `“a”, “b” and “c”`. */
export function enumerate(names: readonly string[], last = 'and', quoted = true): string {
  const shown = quoted ? names.map((name) => `“${name}”`) : names
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`
}

/** A text cut to what a message can hold. */
export function shorten(text: string, length = 60): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}

const NOT_APPLICABLE =
  /^[\s*_([-]*(?:n\/a|none|not applicable)(?:[\s*_)\]]*$|[\s*_)\]]*[.,;:(–—-]|\s+(?:at|applies|apply|for|identified|known|needed|planned|required|so far|to|yet)\b)/i

/** “N/A”, “None”, with or without a reason: content that stands for an item and is none. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text)
}
