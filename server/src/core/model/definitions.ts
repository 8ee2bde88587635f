import type { Draft } from './drafts'
import type { FoundId } from './id-grammar'

/**
 * Decides which drafts that open with an ID define an item, and which only mention one: every such draft gets the
 * decision `item` or `mention`.
 *
 * A document has one defining form for each kind: the first that is present in a section of the kind's role, else the
 * commonest. The same ID in another form, in a section of another role or in a later checklist is a mention, and so is
 * one that nothing sets off from the text behind it where it is set off elsewhere. What remains, an ID that nothing else
 * defines, is an item too where it stands as one.
 */
export function decideDefinitions(drafts: readonly Draft[]): void {
  const byPrefix = new Map<string, Candidate[]>()
  for (const draft of drafts) {
    const id = draft.opening?.id
    if (id === undefined) continue
    const group = byPrefix.get(id.prefix)
    if (group) group.push({ draft, id })
    else byPrefix.set(id.prefix, [{ draft, id }])
  }
  for (const group of byPrefix.values()) decideKind(group)
}

interface Candidate {
  readonly draft: Draft
  readonly id: FoundId
}

function decideKind(candidates: readonly Candidate[]): void {
  const home = candidates.filter(isAtHome)
  const form = home[0]?.draft.form ?? commonestForm(candidates)
  const plain = candidates.every(isPlain)
  const first = new Map<string, Draft>()
  const isPrimary = (candidate: Candidate) =>
    candidate.draft.form === form &&
    (home.length === 0 || isAtHome(candidate)) &&
    (plain || !isPlain(candidate))
  const primary = candidates.filter(isPrimary)
  const repeating = home.length > 0 ? NONE : listsThatRepeat(primary)
  for (const { draft, id } of primary) {
    const defined = first.get(id.key)
    if (defined === undefined) first.set(id.key, draft)
    const repeats = defined !== undefined && isRepeat(draft, defined, repeating, home.length > 0)
    draft.decision = repeats ? 'mention' : 'item'
  }
  if (primary.length === candidates.length) return
  const rest = candidates.filter((candidate) => !isPrimary(candidate))
  const known = tablesThatRepeat(rest, first)
  for (const { draft, id } of rest) {
    const defines = !first.has(id.key) && standsAsItem(draft, id, form, home.length > 0, known)
    if (defines) first.set(id.key, draft)
    draft.decision = defines ? 'item' : 'mention'
  }
}

const NONE: ReadonlySet<unknown> = new Set()

function isAtHome({ draft, id }: Candidate): boolean {
  return draft.section?.role === id.kind.role
}

/** See `plainOpeningOf`. */
function isPlain({ draft }: Candidate): boolean {
  return draft.scan.opening(draft.form) === undefined
}

function commonestForm(candidates: readonly Candidate[]): Draft['form'] | undefined {
  const keys = new Map<Draft['form'], Set<string>>()
  for (const { draft, id } of candidates) {
    const seen = keys.get(draft.form)
    if (seen) seen.add(id.key)
    else keys.set(draft.form, new Set([id.key]))
  }
  let commonest: Draft['form'] | undefined
  let most = 0
  for (const [form, { size }] of keys) {
    if (size > most) [commonest, most] = [form, size]
  }
  return commonest
}

/** Where an item has its siblings: a table, or the section that it stands in (for a heading, the one around it). */
function hostOf({ form, row, section }: Draft): unknown {
  if (row !== undefined) return row.table
  return form === 'heading' ? section?.parent : section
}

/** Hosts whose IDs were all defined before: a list that goes through the items again and defines none. */
function listsThatRepeat(candidates: readonly Candidate[]): ReadonlySet<unknown> {
  const seen = new Set<string>()
  const counts = new Map<unknown, { repeated: number; fresh: number }>()
  for (const { draft, id } of candidates) {
    const host = hostOf(draft)
    const count = counts.get(host) ?? { repeated: 0, fresh: 0 }
    counts.set(host, count)
    if (seen.has(id.key)) count.repeated++
    else count.fresh++
    seen.add(id.key)
  }
  return new Set(
    [...counts].filter(([, { repeated, fresh }]) => fresh === 0 && repeated > 1).map(([host]) => host),
  )
}

function isRepeat(draft: Draft, defined: Draft, repeating: ReadonlySet<unknown>, atHome: boolean): boolean {
  if (draft.checkbox !== undefined && defined.checkbox === undefined) return true
  if (isWithin(draft, defined) || repeating.has(hostOf(draft))) return true
  if (draft.row !== undefined && defined.row !== undefined) return draft.row.table !== defined.row.table
  if (hostOf(draft) === hostOf(defined)) return false
  return draft.section?.role !== defined.section?.role || (!atHome && !areSiblings(draft, defined))
}

function isWithin(draft: Draft, outer: Draft): boolean {
  for (let at = draft.holder; at !== undefined; at = at.holder) if (at === outer) return true
  return false
}

/** A copy under the next heading is a mistake; a line elsewhere, where no section is for such items, is a remark. */
function areSiblings(a: Draft, b: Draft): boolean {
  return a.section?.parent === b.section?.parent && a.section?.depth === b.section?.depth && a.form === b.form
}

function tablesThatRepeat(
  candidates: readonly Candidate[],
  first: ReadonlyMap<string, Draft>,
): ReadonlySet<number> {
  const tables = new Set<number>()
  for (const { draft, id } of candidates) if (draft.row && first.has(id.key)) tables.add(draft.row.table)
  return tables
}

/** Whether a draft outside the defining form or section defines the ID that nothing else does. */
function standsAsItem(
  draft: Draft,
  id: FoundId,
  form: Draft['form'] | undefined,
  hasHome: boolean,
  known: ReadonlySet<number>,
): boolean {
  const role = draft.section?.role
  if (draft.row !== undefined) {
    return role === id.kind.role || draft.form === form ? !known.has(draft.row.table) : false
  }
  if (role !== undefined && role !== id.kind.role && !HOLDS_ITEMS.has(role)) return false
  return draft.form === form || role === id.kind.role || !hasHome
}

/** Roles of sections that hold items with IDs; a checklist of another role names items and defines none. */
const HOLDS_ITEMS: ReadonlySet<string> = new Set(['requirement', 'criterion', 'test', 'task'])
