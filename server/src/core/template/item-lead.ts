/** How an item opens: the parts of `**[REQ-001]** The system …` up to its text. */
export interface ItemLead {
  readonly before: string
  readonly prefix: string
  readonly separator: string
  /** As written: `001`, `1.1`, `NNN`. */
  readonly number: string
  readonly after: string
}

/** `**[REQ-001]** `, `Task 1.1: `, `REQ-NNN — `: marks, an ID, marks; then a blank or the end. */
const LEAD =
  /^(?<before>(?:\*\*|__)?\[?)(?<prefix>\p{L}[\p{L}\p{N}]*?)(?<separator>[-_ ]?)(?<number>(?:\d+|N+|X+)(?:\.(?:\d+|N+|X+|M+))?)(?<after>\]?(?:[:.—–-]?(?:\*\*|__))?[ \t]*[:.—–-]?(?:[ \t]+|$))/u

/** No ID is longer; the limit bounds what a pattern can go back over. */
const MAX_LEAD = 120

/**
 * Reads the ID with which a template's text opens.
 *
 * @param source first line of the text, list marker and checkbox left out
 * @returns `undefined` where it opens with no ID. Whether the prefix is one is for the caller to say: `Phase 1: Foundation`
 *   opens like an item.
 */
export function leadOf(source: string): ItemLead | undefined {
  const groups = LEAD.exec(source.slice(0, MAX_LEAD))?.groups
  if (groups === undefined) return undefined
  const { before = '', prefix = '', separator = '', number = '', after = '' } = groups
  return { before, prefix, separator, number, after }
}

/** The ID as the template writes it. */
export function idOf(lead: ItemLead): string {
  return `${lead.prefix}${lead.separator}${lead.number}`
}

/** Length of all that stands before the text. */
export function leadLength(lead: ItemLead): number {
  return lead.before.length + idOf(lead).length + lead.after.length
}
