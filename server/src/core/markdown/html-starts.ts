import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'

/** The kinds of HTML block of CommonMark 0.31, section 4.6; 0: none; `MAYBE_COMPLETE_TAG`: the seventh kind or none. */
export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
export const MAYBE_COMPLETE_TAG = 8

const LINE_SLICE = 4096

/** The kind of HTML block that a line begins whose first character is `<`. */
export function htmlKindAt(text: string, first: number, end: number): HtmlKind {
  const opening = text.slice(first, Math.min(end, first + 12))
  if (opening.startsWith('<!--')) return 2
  if (opening.startsWith('<?')) return 3
  if (opening.startsWith('<![CDATA[')) return 5
  if (/^<![A-Za-z]/.test(opening)) return 4
  const tag = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=[\t />]|$)/.exec(
    text.slice(first, Math.min(end, first + LINE_SLICE)),
  )
  return tag === null ? 0 : kindOfTag(text, first, end, tag)
}

function kindOfTag(text: string, first: number, end: number, tag: RegExpExecArray): HtmlKind {
  const name = tag[2]?.toLowerCase() ?? ''
  const after = first + tag[0].length
  const slash = after < end && text[after] === '/'
  if (!slash && tag[1] === '' && htmlRawNames.includes(name)) return 1
  if (htmlBlockNames.includes(name)) return !slash || (after + 1 < end && text[after + 1] === '>') ? 6 : 0
  return completeTag(text, first, end)
}

const COMPLETE_TAG =
  /^<(?:\/[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9-]*(?:[\t ]+[:_A-Za-z][-.:\w]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'/<=>`]+))?)*[\t ]?\/?)>$/

/** Sure of the usual tags only: micromark also accepts unusual ones (`<a b=c=d>`), and refuses some that look right. */
function completeTag(text: string, first: number, end: number): HtmlKind {
  let last = end
  while (last > first && /[\t ]/.test(text[last - 1] ?? '')) last--
  if (text[last - 1] !== '>') return 0
  if (last - first > LINE_SLICE) return MAYBE_COMPLETE_TAG
  return COMPLETE_TAG.test(text.slice(first, last)) ? 7 : MAYBE_COMPLETE_TAG
}

/**
 * Whether `[from, end)`, a line inside an HTML block or what follows its opening mark, ends the block on that line.
 * Only kinds 1 to 5 end so; 6 and 7 end before a blank line.
 */
export function endsHtml(kind: HtmlKind, text: string, from: number, end: number): boolean {
  switch (kind) {
    case 1:
      return /<\/(?:script|pre|style|textarea)>/i.test(text.slice(from, end))
    case 2:
      return occurs(text, '-->', from, end)
    case 3:
      return occurs(text, '?>', from, end)
    case 4:
      return occurs(text, '>', from, end)
    case 5:
      return endsCdata(text.slice(from, end))
    default:
      return false
  }
}

/** Where the search for the end mark begins on the line that opens the block: `<!-->` and `<?>` close themselves. */
export function afterHtmlOpening(kind: HtmlKind, first: number): number {
  if (kind === 2) return first + 2
  if (kind === 3) return first + 1
  if (kind === 4) return first + 3
  return kind === 5 ? first + 9 : first
}

function occurs(text: string, mark: string, from: number, end: number): boolean {
  // `indexOf` would search the whole text for a mark that is nowhere, once for every line.
  return text.slice(from, end).includes(mark)
}

/** micromark takes brackets in pairs, so an odd run of them before `>` does not end CDATA. */
function endsCdata(line: string): boolean {
  for (let at = line.indexOf('>'); at >= 0; at = line.indexOf('>', at + 1)) {
    let brackets = 0
    while (line[at - 1 - brackets] === ']') brackets++
    if (brackets > 0 && brackets % 2 === 0) return true
  }
  return false
}
