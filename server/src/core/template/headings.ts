import { isAscii } from '../text/ascii'
import type { SectionDefinition, Template } from './template'

/** Longer headings name no section; cutting them keeps the patterns below from long scans. */
const MAX_HEADING = 300

const EMPHASIS = /[*`~\uFFFC]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3/gu
/** Nearly all headings are plain: three searches through letters of all scripts cost more than the rest. */
const MAY_BE_EMPHASIS = /[*`~_\uFFFC]/
const NUMBERING =
  /^(?:§\s*(?:[a-z]|\d+)(?:\.\d+)*[.):]*|\d+(?:\.\d+)*[.):]*|[a-z](?:\.\d+)+[.):]*|(?:[ivx]+|[a-z])[.):]+)\s+/u
const OPENING = new Map([
  [')', '('],
  [']', '['],
])

/**
 * The name that a heading goes by when sections are matched: lower case, without emphasis, emoji, numbering (`1.2 `,
 * `A. `, `§C `) and bracketed suffixes (`*(mandatory)*`, `(Purpose & Context)`); `&` reads `and`, hyphens are blanks.
 *
 * @param text the heading without its `#` marks; emphasis marks may be there or masked out
 */
export function normaliseHeading(text: string): string {
  const start = text.slice(0, MAX_HEADING)
  const unmarked = MAY_BE_EMPHASIS.test(start) ? start.replace(EMPHASIS, '') : start
  const plain = (isAscii(start) ? unmarked : unmarked.replace(EMOJI, ' ')).toLowerCase()
  const name = withoutSuffixes(trimmed(plain)).replace(NUMBERING, '')
  return trimmed(name)
    .replaceAll('&', ' and ')
    .replace(/[-‐‑\s]+/gu, ' ')
}

/** Without blanks, punctuation and symbols around it; a closing bracket stays, since its opening one does. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}§[(]+/u, '').replace(/[^\p{L}\p{M}\p{N})\]]+$/u, '')
}

function withoutSuffixes(text: string): string {
  let rest = text
  for (;;) {
    const opening = OPENING.get(rest.at(-1) ?? '')
    const start = opening === undefined ? -1 : rest.lastIndexOf(opening)
    if (start <= 0) return rest
    rest = trimmed(rest.slice(0, start))
  }
}

/**
 * The template's section that a heading names, at whatever level the heading stands. Where the template has several of
 * that name, the one nearest under `parent` is meant, else the first.
 *
 * @param parent what the section around the heading is in the template, if anything
 */
export function findSection(
  template: Template,
  headingText: string,
  parent?: SectionDefinition,
): SectionDefinition | undefined {
  const candidates = template.sectionsByName.get(normaliseHeading(headingText)) ?? []
  for (let around = parent; around !== undefined && candidates.length > 1; around = around.parent) {
    const child = candidates.find((candidate) => candidate.parent === around)
    if (child !== undefined) return child
  }
  return candidates[0]
}
