/** `http` and what may follow it in an address of the usual characters, with a dot in its host. */
const ADDRESS = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:\/[\w\-./#=%+~]*)?/i

const LONGEST = 1000

/**
 * The address that begins at the place, as GFM finds it in text (GFM 0.29, section 6.9): after white space or an opening
 * parenthesis, and before the like. `undefined` where it is none, or not surely one and where it ends.
 *
 * @param from where the inline content begins, and `to` where it ends
 */
export function addressAt(source: string, at: number, from: number, to: number): string | undefined {
  if (source.charCodeAt(at + 4) !== COLON && source.charCodeAt(at + 5) !== COLON) return undefined
  if (at > from && !/[ \n(]/.test(source[at - 1] ?? '')) return undefined
  const rest = source.slice(at, Math.min(to, at + LONGEST))
  const found = ADDRESS.exec(rest)?.[0]
  if (found === undefined || found.length === LONGEST) return undefined
  return /[a-z\d/]$/i.test(found) && /^(?:\)?[.,]?)(?:[ \n]|$)/.test(rest.slice(found.length))
    ? found
    : undefined
}

const COLON = 58
