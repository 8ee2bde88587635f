import type { Span, Template } from '../../template/template'

/**
 * The placeholders of a template in a text that was made from it, as blanks to be typed over: ascending and apart. Longer
 * ones win.
 *
 * @param from what stands before it holds none: IDs in brackets, checkboxes
 */
export function blanksIn(text: string, { placeholders }: Template, from = 0): readonly Span[] {
  const blanks: Span[] = []
  for (let at = from; at < text.length; at++) {
    const found = placeholders.find(({ bracketed, text: blank }) => bracketed && text.startsWith(blank, at))
    if (found === undefined) continue
    blanks.push({ start: at, end: at + found.text.length })
    at += found.text.length - 1
  }
  return blanks
}
