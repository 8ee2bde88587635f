import type { ProseChange } from '../model/prose-change'
import type { Entry, Item, Passage } from '../model/spec-document'
import type { Span } from '../template/template'
import { lazily } from '../text/lazily'
import type { Fix, Reach, Rule, RuleContext, RuleFinding } from './rule'

/**
 * What a rule says of a document in which words of one passage have changed, from what it said before: as far as the
 * change reaches it is judged anew, and the rest is what it was at the places where that is now. `undefined` where the whole
 * document must be judged.
 */
export type Rejudge = (rule: Rule, before: readonly RuleFinding[]) => readonly RuleFinding[] | undefined

/**
 * @param context of the version now
 * @param restricted the same with another model in place of its own
 * @param check all that a rule says of a context
 */
export function createRejudge(
  change: ProseChange,
  context: RuleContext,
  restricted: (spec: RuleContext['spec']) => RuleContext,
  check: (rule: Rule, context: RuleContext) => readonly RuleFinding[],
): Rejudge {
  const { entries, entriesBefore, passage } = change
  const near = lazily(() => {
    const items = entries.filter((entry): entry is Item => entry.id !== undefined && entry.role !== undefined)
    return restricted({ ...context.spec, entries, items, passages: [passage] })
  })

  function standing(rule: Rule, findings: readonly RuleFinding[]): readonly RuleFinding[] | undefined {
    const stand: RuleFinding[] = []
    for (const finding of findings) {
      const moved = movedFinding(finding, change)
      if (moved === undefined) return undefined
      stand.push(moved)
    }
    return withFixesOf(stand, rule, context, check)
  }

  function anew(
    rule: Rule,
    findings: readonly RuleFinding[],
    judged: readonly Passage[],
    before: readonly Passage[],
  ): readonly RuleFinding[] | undefined {
    const stand = standing(
      rule,
      findings.filter(({ span }) => !isIn(before, span)),
    )
    const said = check(rule, near())
    if (stand === undefined || said.some(({ span }) => !isIn(judged, span))) return undefined
    return said.length === 0 ? stand : [...stand, ...said].sort((a, b) => a.span.start - b.span.start)
  }

  return (rule, before) => {
    const { reach } = rule
    if (reach === undefined) return undefined
    if (reach === 'nothing') return standing(rule, before)
    if (reach === 'passage') {
      return passage.within === 'listItem' ? anew(rule, before, [passage], [change.before]) : undefined
    }
    if (reach === 'entry') return anew(rule, before, passagesOf(entries), passagesOf(entriesBefore))
    return reaches(reach, change, context) ? undefined : standing(rule, before)
  }
}

function reaches(reach: Exclude<Reach, string>, change: ProseChange, context: RuleContext): boolean {
  if (typeof reach === 'function') return reach(change, context)
  const { passage, entries } = change
  return passage.within === 'paragraph' || entries.length === 0 || entries.some(has(reach))
}

function has(roles: readonly string[]): (entry: Entry) => boolean {
  return ({ role }) => role !== undefined && roles.includes(role)
}

function passagesOf(entries: readonly Entry[]): readonly Passage[] {
  return entries.flatMap(({ passages }) => passages)
}

function isIn(passages: readonly Passage[], { start }: Span): boolean {
  return passages.some((passage) => passage.start <= start && start <= passage.start + passage.text.length)
}

function movedFinding(finding: RuleFinding, { moved }: ProseChange): RuleFinding | undefined {
  const span = moved(finding.span)
  const related = finding.related?.map((place) => {
    const now = 'span' in place ? moved(place.span) : undefined
    return 'span' in place ? now && { ...place, span: now } : place
  })
  if (span === undefined || related?.includes(undefined)) return undefined
  return { ...finding, span, ...(related && { related: related.filter((place) => place !== undefined) }) }
}

type Told = Pick<RuleFinding, 'span' | 'message'>

function isSame(a: Told, b: Told): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.message === b.message
}

/**
 * The findings with edits that the rule itself makes, from the version now, when a fix is chosen. Apart from what knows the
 * change, lest the version before be held as long as the findings are.
 */
function withFixesOf(
  findings: readonly RuleFinding[],
  rule: Rule,
  context: RuleContext,
  check: (rule: Rule, context: RuleContext) => readonly RuleFinding[],
): readonly RuleFinding[] {
  const now = lazily(() => check(rule, context))
  // No more than that: their fixes, made by the version before, would hold that, and so on to the first.
  const said = findings.map(({ span, message }) => ({ span, message }))
  return findings.map((finding, at) => {
    if (finding.fixes === undefined) return finding
    const fixes = finding.fixes.map((fix, place): Fix => {
      return { ...fix, edits: () => sameIn(now(), said, at)?.fixes?.[place]?.edits() ?? [] }
    })
    return { ...finding, fixes }
  })
}

/** The finding of `list` that is the one at a place of `findings`: of several that say the same, the same in turn. */
function sameIn(
  list: readonly RuleFinding[],
  findings: readonly Told[],
  place: number,
): RuleFinding | undefined {
  const finding = findings[place]
  if (finding === undefined) return undefined
  const turn = findings.slice(0, place).filter((other) => isSame(other, finding)).length
  return list.filter((other) => isSame(other, finding))[turn]
}
