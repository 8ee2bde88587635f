/** Ways of writing one text: what Markdown means by it stays the same. */
export const WRITINGS: Readonly<Record<string, (text: string) => string>> = {
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a byte-order mark': (text) => `\uFEFF${text}`,
  'no final newline': (text) => text.replace(/\s+$/, ''),
  tabs: (text) => text.replace(/^ {3}(?= *\S)/gm, '\t').replace(/^(\d\.) /gm, '$1\t'),
  'letters of many bytes': (text) => text.replaceAll('renewal', 'rénovation 🔁').replaceAll('loan', 'prêt'),
  'escaped bars': (text) =>
    text.replaceAll(' the ', ' the\\|a ').replaceAll(', application', ' \\| application'),
  'wrapped lines': (text) => text.replace(/^(\d\.|- \[.\]) (.{30}\S*) (?=\S)/gm, '$1 $2\n     '),
  'front matter': (text) => `---\nowner: the desk\n---\n\n${text}`,
}

export type Writing = keyof typeof WRITINGS

/** A text written in several of these ways. Front matter first, a byte-order mark and line ends last. */
export function writtenWith(text: string, ways: readonly Writing[]): string {
  const order = Object.keys(WRITINGS).toReversed()
  return [...ways]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .reduce((written, way) => WRITINGS[way]?.(written) ?? written, text)
}
