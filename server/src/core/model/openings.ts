import type { Prose } from '../markdown/facts'
import type { Closing, Lead } from './lead'
import type { Mention } from './mentions'
import type { Entry } from './spec-document'

/**
 * The lead of a prose, where it may open an item of that form: the ID closes the bold or its brackets, or is followed
 * by a colon or a dash. A heading may go on with its title; the cell of a row holds nothing else.
 */
export function openingOf(lead: Lead | undefined, form: Entry['form'], prose: Prose): Lead | undefined {
  if (lead === undefined || !(form === 'row' ? fillsCell(lead, prose) : closes(lead, form))) return undefined
  return form !== 'heading' && isLinked(lead, prose) ? undefined : lead
}

/**
 * The lead of a list item that nothing but a blank or a full stop parts from its text (`- REQ-004 The lamp MUST hum`):
 * in a section for its kind that is an item all the same. Not a list of IDs, a range or an arrow.
 */
export function plainOpeningOf(
  lead: Lead | undefined,
  mentions: readonly Mention[],
  prose: Prose,
): Lead | undefined {
  if (lead?.id === undefined || lead.id.weak || !PLAIN.includes(lead.closing)) return undefined
  if (!/[\p{L}\p{N}\uFFFC"“„«(]/u.test(prose.text[lead.textStart] ?? '') || isLinked(lead, prose))
    return undefined
  const { end } = lead.id
  const [first, second] = mentions
  if (first?.through !== undefined) return undefined
  return second !== undefined && second.id.start - end <= LONGEST_JOINT ? undefined : lead
}

const PLAIN: readonly Closing[] = ['stop', 'title', 'text']

/** What stands between two IDs that are named together: ` and `, ` depends on `. */
const LONGEST_JOINT = 12

const ALWAYS: readonly Closing[] = ['bold', 'bracket', 'colon', 'dash']

const HEADING: readonly Closing[] = ['end', 'title', 'stop']

function closes({ closing, bold, id }: Lead, form: Entry['form']): boolean {
  if (ALWAYS.includes(closing)) return form !== 'paragraph' || closing !== 'dash' || bold
  if (closing === 'note') return form === 'heading' || bold
  return form === 'heading' && id !== undefined && HEADING.includes(closing)
}

/** Whether the ID, with a note in brackets at most, is all that the cell says: more is a remark about the item. */
function fillsCell({ closing, textStart }: Lead, { text }: Prose): boolean {
  return (
    closing === 'end' || closing === 'note' || /^\s*(?:[(（][^()（）]*[)）]\s*)?$/.test(text.slice(textStart))
  )
}

/** An entry of a table of contents, or of an index of other documents, names an item and does not open one. */
function isLinked({ id }: Lead, { spans }: Prose): boolean {
  if (id === undefined) return false
  return spans.some(
    ({ type, offset, length }) => type === 'link' && offset <= id.start && id.start < offset + length,
  )
}
