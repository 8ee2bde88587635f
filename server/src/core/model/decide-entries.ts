import type { ItemKind } from '../template/template'
import type { Draft } from './drafts'
import type { Section } from './spec-document'

/**
 * Decides which of the drafts that define nothing are entries all the same: those with a broken ID, and those that
 * stand where a section has its items. To be called when definitions are decided.
 *
 * @returns the items of each section
 */
export function decideEntries(drafts: readonly Draft[]): SectionItems {
  const siblings = itemsBySection(drafts)
  const defined = new Set(drafts.filter(isItem).map(({ opening }) => opening?.id?.kind))
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at]
    if (draft?.decision !== 'none' || draft.lead.quoted || isPartOfItem(draft)) continue
    const malformed = draft.opening?.malformed
    if (malformed && (draft.section?.role === malformed.kind.role || defined.has(malformed.kind))) {
      draft.decision = 'entry'
    } else if (draft.form === 'row') {
      if (isRowEntry(draft, siblings)) draft.decision = 'entry'
    } else if (draft.form === 'listItem' && holdsItems(draft, siblings)) {
      draft.decision = isGroup(draft) ? 'group' : 'entry'
    }
  }
  const grouped = new Set(drafts.filter(({ decision }) => decision === 'group').map(({ section }) => section))
  if (grouped.size === 0) return siblings
  for (const draft of drafts) if (grouped.has(draft.section) && isEmptyGroup(draft)) draft.decision = 'none'
  return siblings
}

/** The kind that an entry without an ID should be of; see {@link Entry.kind}. */
export function expectedKind(draft: Draft, siblings: SectionItems): ItemKind | undefined {
  const { section } = draft
  const own = section?.definition?.kinds.find(({ role }) => role === section.role)
  if (draft.form !== 'row' && own !== undefined) return own
  return siblings
    .get(section)
    ?.find(({ form, row }) => form === draft.form && row?.table === draft.row?.table)?.opening?.id?.kind
}

export type SectionItems = ReadonlyMap<Section | undefined, readonly Draft[]>

/** Items that have their section's role, by the section in which they stand. */
function itemsBySection(drafts: readonly Draft[]): SectionItems {
  const bySection = new Map<Section | undefined, Draft[]>()
  for (const draft of drafts) {
    if (!isItem(draft) || draft.opening?.id?.kind.role !== draft.section?.role) continue
    const items = bySection.get(draft.section)
    if (items) items.push(draft)
    else bySection.set(draft.section, [draft])
  }
  return bySection
}

function isItem({ decision }: Draft): boolean {
  return decision === 'item'
}

/** Only groups hold entries without an ID; what is nested in anything else belongs to it. */
function isPartOfItem({ holder }: Draft): boolean {
  return holder !== undefined && holder.decision !== 'group' && !isTransparent(holder)
}

/** Under a heading or paragraph that turned out to define nothing, a list stands as under any other. */
function isTransparent({ form, decision }: Draft): boolean {
  return (form === 'heading' || form === 'paragraph') && decision !== 'item'
}

function holdsItems({ section, form }: Draft, siblings: SectionItems): boolean {
  if (section?.definition?.role !== undefined) return true
  return (
    siblings.get(section)?.some((sibling) => sibling.form === form && sibling.holder === undefined) ?? false
  )
}

/** A list item that opens with no ID and holds the section's items, as `1. **Phase 1**` does. */
function isGroup({ nested, checkbox, section }: Draft): boolean {
  if (nested === undefined) return false
  const lists = nested.filter(({ form }) => form === 'listItem')
  if (lists.some(({ opening }) => hasRole(opening?.id?.kind ?? opening?.malformed?.kind, section)))
    return true
  return (
    checkbox === undefined &&
    boxedKind(section) !== undefined &&
    lists.some((item) => item.checkbox !== undefined)
  )
}

function hasRole(kind: ItemKind | undefined, section: Section | undefined): boolean {
  return kind !== undefined && kind.role === section?.role
}

/** The section's kind whose items the template gives a checkbox. */
function boxedKind(section: Section | undefined): ItemKind | undefined {
  return section?.definition?.kinds.find(
    ({ role, shape }) => role === section.role && shape?.checkbox === true,
  )
}

/** In a section with groups: one in which nothing stands yet. */
function isEmptyGroup({ decision, form, checkbox, opening, section }: Draft): boolean {
  if (decision !== 'entry' || form !== 'listItem' || checkbox !== undefined) return false
  return opening === undefined && boxedKind(section) !== undefined
}

/** A row of the table that the template has in this section, or one without its ID among rows with theirs. */
function isRowEntry({ row, section, scan, lead }: Draft, siblings: SectionItems): boolean {
  if (row === undefined || row.row.cells.every(({ text }) => text === '')) return false
  const columns = section?.definition?.table?.columns.map(({ title }) => title.toLowerCase())
  if (columns !== undefined) {
    return row.header.filter(({ text }) => columns.includes(text.toLowerCase())).length * 2 >= columns.length
  }
  const table = siblings.get(section)?.some((sibling) => sibling.row?.table === row.table) ?? false
  return table && lead.text.trim() === '' && scan.mentions.length === 0
}
