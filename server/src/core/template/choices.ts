/**
 * The values of a text that is a choice: `Draft | Review`, `[Draft | Review]`, `High/Med/Low`, `Low \| High`. `[]` for any
 * other text. Slashes in brackets join alternatives of one thing to name, as in `[Feature/Task Name]`; with only two
 * words and no bar between them, both must be capitalised: `Yes/No`, yet not `CI/CD`.
 */
export function choicesOf(text: string): readonly string[] {
  const plain = text.trim().replace(/^\[([^/]*)\]$/u, '$1')
  const values = plain.split(/\\?\||\//u).map((value) => value.trim())
  if (values.length < 2 || !values.every(isValue)) return []
  if (values.length === 2 && !plain.includes('|') && !values.every(isCapitalised)) return []
  return values
}

function isValue(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]{0,30}$/u.test(value)
}

function isCapitalised(value: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(value)
}
