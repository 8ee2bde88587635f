import { choicesOf } from '../../template/choices'
import type { Template } from '../../template/template'

/** Text that stands for itself in a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** Text that a tab stop begins with. */
function stop(number: number, text: string): string {
  return `\${${number}:${snippetText(text)}}`
}

/** A choice of values. */
function choice(number: number, values: readonly string[]): string {
  return `\${${number}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`
}

/** Makes snippets of a template's text. One for each completion: tab stops are numbered through it. */
export interface SnippetWriter {
  /**
   * The text with a tab stop for each placeholder and a choice for each list of values. Lines end in LF, which clients
   * turn into the document's line ending.
   */
  fill(text: string): string
  /** An empty tab stop, or one that chooses. */
  next(values?: readonly string[]): string
}

/**
 * Placeholders stay what they are until typed over, so one that is left is still seen as unfinished. Where the template
 * asks for a date, today's stands.
 *
 * @param today ISO date
 */
export function createSnippetWriter(template: Template, today: string): SnippetWriter {
  const texts = markedTexts(template)
  let stops = 0
  const mark = (text: string): string => {
    if (isDate(template, text)) return today
    const values = choicesOf(text)
    stops++
    return values.length > 0 ? choice(stops, values) : stop(stops, text)
  }
  return {
    fill: (text) =>
      splitAt(text.replace(/\r\n?/g, '\n'), texts)
        .map(([plain, marked]) => snippetText(plain) + (marked === '' ? '' : mark(marked)))
        .join(''),
    next: (values = []) => {
      stops++
      return values.length > 0 ? choice(stops, values) : `\${${stops}}`
    },
  }
}

/** Longest first, so that the first that fits at a place is the whole of it. */
function markedTexts(template: Template): readonly string[] {
  const placeholders = template.placeholders
    .filter(({ text, bracketed }) => bracketed || choicesOf(text).length > 0)
    .map(({ text }) => text)
  const fields = template.fields
    .filter(({ values }) => values.length > 0)
    .map(({ placeholder }) => placeholder)
  return [...new Set([...fields, ...placeholders])].sort((a, b) => b.length - a.length)
}

function isDate(template: Template, text: string): boolean {
  return template.fields.some((field) => field.type === 'date' && field.placeholder === text)
}

/** Plain text, and the marked text behind it, over and over; the last marked text is empty. */
function splitAt(text: string, marked: readonly string[]): readonly (readonly [string, string])[] {
  const pieces: (readonly [string, string])[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const found = marked.find((each) => text.startsWith(each, at))
    if (found === undefined) continue
    pieces.push([text.slice(from, at), found])
    from = at + found.length
    at = from - 1
  }
  return [...pieces, [text.slice(from), '']]
}
