import { FILLER } from '../../markdown/facts'
import { passageAt, spanAround } from '../support/lookup'
import type { Place } from './place'

/** Whether a place is code, a comment, HTML, or the destination of a link or image: nothing is completed there. */
export function isSilent(place: Place): boolean {
  return (
    spanAround(place.context.spec.opaque, place.offset) !== undefined ||
    isInMarkedSpan(place) ||
    isInOpenMarkup(place.line.before)
  )
}

/** In code, raw HTML, an image, a footnote mark or the destination of a link, as remark reads them. */
function isInMarkedSpan({ context, offset }: Place): boolean {
  const passage = passageAt(context.spec, offset)
  if (passage === undefined) return false
  const at = offset - passage.start
  if (passage.text[at - 1] === FILLER && passage.text[at] === FILLER) return true
  return passage.spans.some((span) => {
    if (span.type !== 'link' || at <= span.offset || at >= span.offset + span.length) return false
    return context.spec.text.slice(passage.start + span.offset, offset).includes('](')
  })
}

/** In a code span, link destination, comment or tag that is still being typed, which remark reads as plain text. */
function isInOpenMarkup(before: string): boolean {
  return isInOpenCode(before) || isInOpenDestination(before) || isInOpenTag(before)
}

function isInOpenCode(before: string): boolean {
  let open = 0
  for (const run of before.matchAll(/`+/g)) {
    if (open === 0) open = before[run.index - 1] === '\\' ? 0 : run[0].length
    else if (run[0].length === open) open = 0
  }
  return open > 0
}

function isInOpenDestination(before: string): boolean {
  const start = before.lastIndexOf('](')
  if (start >= 0 && !/[)\s]/.test(before.slice(start + 2))) return true
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1)
  return word.includes('://') || word.toLowerCase().includes('www.')
}

function isInOpenTag(before: string): boolean {
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true
  const start = before.lastIndexOf('<')
  if (start < 0 || before.includes('>', start)) return false
  return /^<\/?[A-Za-z]\S*(?:\s[^=]*=.*)?$/.test(before.slice(start))
}
