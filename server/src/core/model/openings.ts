import type { Prose } from '../markdown/facts'
import type { Closing, Lead } from './lead'
import type { Entry } from './spec-document'

/**
 * The lead of a prose, where it may open an item of that form: the ID closes the bold or its brackets, or is followed
 * by a colon or a dash. A heading may go on with its title; the cell of a row holds nothing else.
 */
export function openingOf(lead: Lead | undefined, form: Entry['form'], prose: Prose): Lead | undefined {
  if (lead === undefined || !(form === 'row' ? fillsCell(lead, prose) : closes(lead, form))) return undefined
  return form !== 'heading' && isLinked(lead, prose) ? undefined : lead
}

const ALWAYS: readonly Closing[] = ['bold', 'bracket', 'colon', 'dash']

function closes({ closing, bold, id }: Lead, form: Entry['form']): boolean {
  if (ALWAYS.includes(closing)) return form !== 'paragraph' || closing !== 'dash' || bold
  if (closing === 'note') return form === 'heading' || bold
  return form === 'heading' && id !== undefined && (closing === 'end' || closing === 'title')
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
