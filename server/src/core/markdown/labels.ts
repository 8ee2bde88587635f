import type { GlobalDefinition } from './definitions'

/**
 * Labels compare without case, and with white space collapsed (CommonMark 0.31, section 4.7). Here all white space
 * goes, and `>`, since a label may run over the lines of a quote: two labels that are the same to remark have the same
 * key, and the few that get the same key without being the same do no harm.
 */
function labelKey(label: string): string {
  return label
    .replaceAll('\0', '\uFFFD')
    .replace(/[\t\n\r >]+/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** Keys of all that could be a link or footnote label in a piece of Markdown, brackets left out. */
export function labelsIn(text: string): readonly string[] {
  const keys = new Set<string>()
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const close = endOfLabel(text, open + 1)
    if (close > 0) keys.add(labelKey(text.slice(open + 1, close)))
  }
  return [...keys]
}

/** The next bracket that is not escaped, if it is a closing one, or -1. */
function endOfLabel(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === ']') return at
    else if (char === '[') return -1
  }
  return -1
}

/** The key under which a mention of the definition is found. */
export function mentionKey({ type, identifier }: GlobalDefinition): string {
  return labelKey(type === 'definition' ? identifier : `^${identifier}`)
}

/** Markdown that defines the labels again and leaves nothing open, to stand before a piece that mentions them. */
export function stubsOf(definitions: Iterable<GlobalDefinition>): string {
  let links = ''
  let footnotes = ''
  for (const { type, identifier } of definitions) {
    // The space keeps a label that begins with `^` from being a footnote's; it is no part of the label.
    if (type === 'definition') links += `[ ${identifier}]: x\n`
    else footnotes += `[^${identifier}]: x\n`
  }
  return links === '' && footnotes === '' ? '' : `${links}\n${footnotes}\n# \n`
}
