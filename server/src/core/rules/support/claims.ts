import type { SpecIndex } from '../../index/spec-index'
import type { Checkbox } from '../../model/spec-document'
import type { Role } from '../../template/template'

/**
 * The boxes that a checklist line speaks of, its own left out: “All acceptance criteria met”, “AC-1 through AC-6 are all
 * satisfied”. `[]` where it speaks of no set.
 */
export function claimedBy(index: SpecIndex, box: Checkbox): readonly Checkbox[] {
  const text = index.spec.text.slice(box.textSpan.start, box.textSpan.end)
  return CLAIM.test(text) ? setOf(index, box, text).filter((one) => one !== box) : []
}

const CLAIM = /\b(?:all|every|each)\b/i
/** Which set a line speaks of, by its own words: “All acceptance criteria met”. */
const SETS: readonly (readonly [RegExp, Role])[] = [
  [
    /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?:acceptance\s+)?criteri(?:a|on)\s+(?:are\s+|is\s+|have\s+been\s+)?(?:met|checked|satisfied|fulfilled|pass(?:ed|es|ing)?|verified|validated|ticked|done|complete[d]?)\b/i,
    'criterion',
  ],
  [
    /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?:implementation\s+)?tasks?\s+(?:are\s+|is\s+|have\s+been\s+)?(?:done|complete[d]?|finished|ticked)\b/i,
    'task',
  ],
]

/** The boxes of the IDs that a line names, else of the role that it names. */
function setOf({ spec, definitions }: SpecIndex, box: Checkbox, text: string): readonly Checkbox[] {
  const { start, end } = box.textSpan
  const named = spec.references.filter(({ id }) => id.span.start >= start && id.span.end <= end)
  if (named.length > 1) return named.flatMap(({ id }) => definitions(id.key)[0]?.checkbox ?? [])
  if (named.length === 1) return []
  const role = SETS.find(([pattern]) => pattern.test(text))?.[1]
  return role === undefined ? [] : spec.checkboxes.filter((one) => one.role === role)
}
