/** A text that still fails, and none of whose stretches can be left out: halves are tried first, single characters last. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let least = text
  for (let width = Math.ceil(text.length / 2); width >= 1; ) {
    const shorter = withoutOne(least, width, fails)
    if (shorter !== undefined) least = shorter
    else width = width === 1 ? 0 : Math.ceil(width / 2)
  }
  return least
}

function withoutOne(text: string, width: number, fails: (text: string) => boolean): string | undefined {
  for (let at = 0; at < text.length; at += width) {
    const shorter = text.slice(0, at) + text.slice(at + width)
    if (fails(shorter)) return shorter
  }
  return undefined
}
