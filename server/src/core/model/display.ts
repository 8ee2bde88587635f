import type { Prose } from '../markdown/facts'
import { FILLER } from '../markdown/facts'
import { collapse } from '../text/blanks'

/**
 * What a reader sees of `[from, to)` of a prose: markup left out, code spans and URLs in, whitespace collapsed.
 *
 * @param source the document
 * @param start absolute offset of the prose
 */
export function displayText(prose: Prose, source: string, start: number, from: number, to: number): string {
  if (from >= to) return ''
  const { text, spans } = prose
  if (spans.length === 0 && !hidesMarkup(text, source, start, from, to)) return collapse(text.slice(from, to))
  const kept: string[] = []
  let at = from
  for (const span of spans) {
    if (span.type !== 'code' && span.type !== 'html' && span.type !== 'image') continue
    if (span.offset < at || span.offset >= to) continue
    keepVisible(kept, text, source, start, at, span.offset)
    if (span.type === 'code') kept.push(span.value)
    at = span.offset + span.length
  }
  keepVisible(kept, text, source, start, at, to)
  return collapse(kept.join(''))
}

/** Where the mask is a blank and the source is not, there stood markup; everything else is seen. */
function keepVisible(
  kept: string[],
  text: string,
  source: string,
  start: number,
  from: number,
  to: number,
): void {
  let run = from
  for (let at = from; at < to; at++) {
    if (text[at] !== ' ' || isWhite(source.charCodeAt(start + at))) continue
    kept.push(shown(text, source, start, run, at))
    run = at + 1
  }
  if (run < to) kept.push(shown(text, source, start, run, to))
}

/** Of the mask where it can be: a slice of the source would keep the whole document alive in a cache. */
function shown(text: string, source: string, start: number, from: number, to: number): string {
  const run = text.slice(from, to)
  return run.includes(FILLER) ? source.slice(start + from, start + to) : run
}

function hidesMarkup(text: string, source: string, start: number, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (text[at] === ' ' && !isWhite(source.charCodeAt(start + at))) return true
  }
  return false
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9
}
