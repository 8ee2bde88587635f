import type { Template } from '../template/template'
import { collapse } from '../text/blanks'
import type { Field, Status } from './spec-document'

/**
 * What a document's status means: its leading words, without emoji, date or note, are a value of the template's
 * lifecycle, a synonym of one, or one that closes a document. The longest that fits is meant.
 */
export function readStatus(fields: readonly Field[], template: Template): Status {
  const candidates = fields.filter(({ definition }) => definition?.type === 'status')
  const field = candidates.find(({ value }) => value !== '') ?? candidates[0]
  const raw = field?.value ?? ''
  if (listsValues(raw, template)) {
    return { raw, value: undefined, stage: 'draft', closed: false, placeholder: true, field }
  }
  const meant = meaningOf(raw, template)
  const stage =
    (meant?.value === undefined ? undefined : template.lifecycle.stages.get(meant.value)) ?? 'draft'
  return { raw, value: meant?.value, stage, closed: meant?.closed ?? false, placeholder: false, field }
}

/** Still a choice, as in the template: two values or more joined by bars, or all of them joined in any way. */
function listsValues(raw: string, { lifecycle }: Template): boolean {
  const values = lifecycle.values.map((value) => value.toLowerCase())
  const among = (separator: RegExp) => {
    const listed = raw.split(separator).map((part) => collapse(part.replace(/\\$/, '')).toLowerCase())
    return values.filter((value) => listed.includes(value)).length
  }
  return among(/\|/) > 1 || (values.length > 1 && among(/[|/,]/) === values.length)
}

function meaningOf(
  raw: string,
  { lifecycle }: Template,
): { value: string | undefined; closed: boolean } | undefined {
  const said = collapse(raw.replace(/[_*`~]/g, ' ').replace(/^[^\p{L}]+/u, '')).toLowerCase()
  let longest = 0
  let meant: { value: string | undefined; closed: boolean } | undefined
  const consider = (words: string, value: string | undefined, closed: boolean) => {
    if (words.length <= longest || !opensWith(said, words)) return
    longest = words.length
    meant = { value, closed }
  }
  for (const value of lifecycle.values) consider(value.toLowerCase(), value, false)
  for (const [synonym, value] of lifecycle.synonyms) consider(synonym.toLowerCase(), value, false)
  for (const value of lifecycle.closed) consider(value.toLowerCase(), undefined, true)
  return meant
}

function opensWith(said: string, words: string): boolean {
  const text = said.replaceAll('-', ' ')
  const lead = words.replaceAll('-', ' ')
  return lead !== '' && text.startsWith(lead) && !/^[\p{L}\p{N}]/u.test(text.slice(lead.length))
}
