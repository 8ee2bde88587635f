import { isStruckThrough } from '../../index/next-free'
import type { SpecIndex } from '../../index/spec-index'
import type { Item, ItemId, Reference, Section } from '../../model/spec-document'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { brokenBoxAt } from '../support/boxes'
import { newItem } from '../support/new-item'
import { siblingsOf } from '../support/siblings'
import { isHistory, isToldAway } from '../support/told-away'
import { enumerate } from '../support/wording'
import type { Surroundings } from '../surroundings'

export const unknown: Rule = {
  name: 'reference/unknown',
  summary: 'A text names an ID that nothing in its spec defines.',
  reason:
    'A link that leads nowhere is a typing mistake, or the trace of an item that was deleted without its mentions.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given an export, when it is done, then a link is mailed (REQ-022)
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given an export, when it is done, then a link is mailed (REQ-002)
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: false,
  whenClosed: true,
  fix: 'Names one of the nearest IDs that exist, or adds an item with this one.',
  *check({ spec, index, surroundings }: RuleContext): Iterable<RuleFinding> {
    const unknown = spec.references.filter(
      ({ id, elsewhere, implied, bareEnd }) =>
        !elsewhere &&
        (!implied || bareEnd) &&
        index.definitions(id.key).length === 0 &&
        !isDefinedElsewhere(surroundings, id),
    )
    if (unknown.length === 0) return
    const families = familiesOf(spec.items.map(({ id }) => id))
    const named = familiesOf(unknown.map(({ id }) => id))
    const known = new Map([...families].map(([name, ids]) => [name, siblingsOf(ids)]))
    const tails = tailsOf(spec.items)
    const excused = excusedIn(unknown)
    for (const { id } of unknown) {
      const siblings = known.get(family(id))
      // Where most of a family is named and not defined, it is defined elsewhere, or in a form that is not read.
      if (siblings === undefined || siblings.size < (named.get(family(id))?.size ?? 0)) continue
      if (siblings.hasPartOf(id) || excused(id.key)) continue
      // The same number under a shorter or longer prefix is likelier than another number.
      const same = index.definitions(withoutPrefix(id.key))[0]?.id.text ?? tails.get(id.key)
      const meant = same ?? enumerate(siblings.nearest(id), 'or', false)
      const candidates = same === undefined ? siblings.nearest(id) : [same]
      const question = meant === '' ? '' : `. Did you mean ${meant}?`
      yield {
        span: id.span,
        message: `${id.text} is not defined here${question}`,
        fixes: [
          ...candidates.map((text) => ({
            title: `Change ${id.text} to ${text}`,
            edits: () => [{ span: id.span, text }],
          })),
          ...creation(index, id),
        ],
      }
    }
  },
}

/** In another file of the spec, or in a spec that the document links to. */
function isDefinedElsewhere({ members, elsewhere }: Surroundings, id: ItemId): boolean {
  if (members.some((member) => member.definitions(id.key).length > 0)) return true
  const items = elsewhere?.meanings.get(id.key)?.items ?? []
  return items.some(({ linked }) => linked)
}

/** The item that is named, behind the last of its family. */
function creation(index: SpecIndex, id: ItemId): readonly Fix[] {
  const fix = newItem(index, id)
  return fix === undefined ? [] : [fix]
}

/** Prefix and area: what a spec defines some of, it is expected to define all of. */
function family(id: ItemId): string {
  return `${id.prefix} ${id.area}`
}

/** IDs by their key without its first part, the one that a mention may leave out: `AC-19` for NFR-AC-19. */
function tailsOf(items: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ id }) => [withoutPrefix(id.key), id.text]))
}

function withoutPrefix(key: string): string {
  return key.slice(key.indexOf('-') + 1)
}

function familiesOf(ids: readonly ItemId[]): ReadonlyMap<string, ReadonlyMap<string, ItemId>> {
  const families = new Map<string, Map<string, ItemId>>()
  for (const id of ids) {
    const known = families.get(family(id))
    if (known === undefined) families.set(family(id), new Map([[id.key, id]]))
    else if (!known.has(id.key)) known.set(id.key, id)
  }
  return families
}

/** Said once of an ID that it is gone or another document's, it holds wherever the document names it. */
function excusedIn(references: readonly Reference[]): (key: string) => boolean {
  const known = new Map<string, boolean>()
  return (key) => {
    // Few are asked for, and each costs several searches of its sentence.
    const isOne =
      known.get(key) ?? references.some((reference) => reference.id.key === key && isExcused(reference))
    known.set(key, isOne)
    return isOne
  }
}

function isExcused(reference: Reference): boolean {
  return (
    isInCode(reference) ||
    isStruckThrough(reference) ||
    followsBrokenBox(reference) ||
    isToldAway(reference) ||
    OPENS_ELSEWHERE.test(reference.passage.text) ||
    isInHistory(reference.passage.section)
  )
}

function isInHistory(section: Section | undefined): boolean {
  for (let at = section; at !== undefined; at = at.parent) if (isHistory(at.title)) return true
  return false
}

/** A passage that begins so tells of another document to its end. */
const OPENS_ELSEWHERE =
  /^\s*As (?:already )?(?:established|defined|described|specified|introduced|decided|agreed) (?:in|by|with)\b/i

/** `- [ x] **AC-1**: …` is meant as a definition: the box is what is wrong with it. */
function followsBrokenBox({ passage, id }: Reference): boolean {
  const box = passage.within === 'listItem' ? brokenBoxAt(passage.text) : undefined
  return box !== undefined && !/[\p{L}\d]/u.test(passage.text.slice(box.end, id.span.start - passage.start))
}

function isInCode({ passage, id }: Reference): boolean {
  const at = id.span.start - passage.start
  return passage.spans.some(
    (span) => span.type === 'code' && span.offset <= at && at < span.offset + span.length,
  )
}
