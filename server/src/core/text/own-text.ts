/**
 * The same text in memory of its own. A slice, and what is taken out of it, is a view of the text it was cut from, and keeps all of
 * that alive: to be used where a part of a document is kept longer than the document.
 */
export function ownText(text: string): string {
  return `${text}\0`.slice(0, -1)
}
