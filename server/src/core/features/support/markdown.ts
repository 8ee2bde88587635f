import { FILLER } from '../../markdown/facts'
import type { Passage } from '../../model/spec-document'

/**
 * Plain text as Markdown that shows exactly it: no emphasis, link, image, HTML, entity, autolink, list or heading
 * comes of what an author wrote. One paragraph; line endings become blanks.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~&@|$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^( ?)([-+#=])/, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])/, '$1\\$2')
}

/** Text as a code span, in a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  let longest = 0
  for (const run of line.matchAll(/`+/g)) longest = Math.max(longest, run[0].length)
  const fence = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** A link to a line of a document (from 0), its label shown as it is. */
export function lineLink(label: string, uri: string, line: number): string {
  const target = uri.replace(
    /[()<>\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `[${escapeMarkdown(label)}](${target}#L${line + 1})`
}

/**
 * What a reader sees of a stretch of prose, as Markdown that shows no more: markup is left out, code spans stay code,
 * everything else is escaped. `start` and `end` are offsets into the document.
 */
export function passageMarkdown(source: string, passage: Passage, start: number, end: number): string {
  const pieces: string[] = []
  const plain = { text: '' }
  const flush = () => {
    if (plain.text !== '') pieces.push(escapeMarkdown(plain.text))
    plain.text = ''
  }
  const codes = passage.spans.filter((span) => span.type === 'code' || span.type === 'image')
  let at = Math.max(start, passage.start)
  const stop = Math.min(end, passage.start + passage.text.length)
  for (const code of codes) {
    const from = passage.start + code.offset
    if (from < at || from >= stop) continue
    plain.text += visibleText(source, passage, at, from)
    if (code.type === 'code') {
      flush()
      pieces.push(codeSpan(code.value))
    }
    at = from + code.length
  }
  plain.text += visibleText(source, passage, at, stop)
  flush()
  return pieces.join('').trim()
}

/** Masked text tells a blank that was written from one that stands for markup: the source has no blank there. */
function visibleText(source: string, passage: Passage, start: number, end: number): string {
  let visible = ''
  for (let offset = start; offset < end; offset++) {
    const masked = passage.text.charAt(offset - passage.start)
    const written = source.charAt(offset)
    if (masked === FILLER) visible += written
    else if (masked.trim() !== '' || written.trim() === '') visible += masked
  }
  return visible
}
