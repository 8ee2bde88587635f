/** At most `length` UTF-16 code units on one line, cut at a word where that is possible, with an ellipsis. */
export function shorten(text: string, length: number): string {
  const start = text.slice(0, length * 4)
  const line = /[^\S ]| {2}/.test(start) ? start.replace(/\s+/g, ' ') : start
  if (line.length <= length) return line
  const cut = line.slice(0, length - 1)
  const blank = cut.lastIndexOf(' ')
  return `${dropHalfCharacter(blank > length / 2 ? cut.slice(0, blank) : cut)}…`
}

/** A cut between the halves of a surrogate pair would leave a character that no client can show. */
function dropHalfCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
