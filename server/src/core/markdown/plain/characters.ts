const AMPERSAND = 38
const DOT = 46
const SLASH = 47
const COLON = 58
const AT = 64

const LONGEST_NAME = 300

/** Whether what stands at the place may begin a character reference or an address, or is no plain character. */
export function isDoubtful(source: string, at: number, code: number): boolean {
  switch (code) {
    case 0:
    case 9:
      return true
    case AMPERSAND:
      return /^&(?:#|[a-z])[a-z\d]*;/i.test(source.slice(at, at + 40))
    case AT:
      return (
        /[\w+.-]/.test(source[at - 1] ?? '') &&
        /^@[\w.-]*(?:\.[\w-]|$)/.test(source.slice(at, at + LONGEST_NAME))
      )
    case COLON:
      return source.charCodeAt(at + 1) === SLASH && /https?$/i.test(source.slice(Math.max(0, at - 5), at))
    case DOT:
      return /^www$/i.test(source.slice(Math.max(0, at - 3), at))
    default:
      return false
  }
}

/** ASCII punctuation: what a backslash escapes. */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}
