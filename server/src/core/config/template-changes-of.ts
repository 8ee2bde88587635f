import { wordsOf } from '../template/lifecycle'
import type { Template } from '../template/template'
import type { TemplateChanges } from '../template/template-changes'
import type { Report } from './report'
import type { ConfigFile } from './schema'
import { didYouMean, known } from './schema-parts'

/** A prefix as IDs have it. */
const PREFIX = /^[A-Za-z][A-Za-z0-9]{0,19}$/

/** What `status` and `kinds` change in every template; what they say of a template is looked at by {@link checkChanges}. */
export function templateChangesOf({ status, kinds }: ConfigFile, report: Report): TemplateChanges {
  const roles = new Map<string, ConfigFile['kinds'][string]>()
  for (const [prefix, role] of Object.entries(kinds)) {
    const twin = [...roles.keys()].find((other) => other.toLowerCase() === prefix.toLowerCase())
    if (!PREFIX.test(prefix)) {
      const message = `${JSON.stringify(prefix)} is not a prefix of IDs: a letter, then letters and digits, 20 at most.`
      report(message, ['kinds', prefix], 'key')
    } else if (twin !== undefined) {
      const message = `${JSON.stringify(prefix)} is "${twin}" again: prefixes are compared without case.`
      report(message, ['kinds', prefix], 'key')
    } else roles.set(prefix, role)
  }
  return { kinds: roles, synonyms: synonymsOf(status, report), closed: status.closed }
}

/** Without words that are given twice: which of the two is meant? */
function synonymsOf({ synonyms, closed }: ConfigFile['status'], report: Report) {
  const meanings = new Map(closed.map((word) => [wordsOf(word), '"closed"']))
  return new Map(
    Object.entries(synonyms).map(([value, words]) => {
      const kept = words.filter((word, place) => {
        const other = meanings.get(wordsOf(word))
        if (other === undefined) meanings.set(wordsOf(word), `"${value}"`)
        else report(`"${word}" stands for ${other} too.`, ['status', 'synonyms', value, place])
        return other === undefined
      })
      return [value, kept] as const
    }),
  )
}

/** Tells of statuses that no template has, and of words that are a status themselves. */
export function checkChanges({ status }: ConfigFile, templates: readonly Template[], report: Report): void {
  const values = [...new Set(templates.flatMap(({ lifecycle }) => lifecycle.values))]
  const isValue = (word: string) => values.some((value) => wordsOf(value) === wordsOf(word))
  for (const [value, words] of Object.entries(status.synonyms)) {
    const path = ['status', 'synonyms', value]
    if (!isValue(value)) {
      report(
        `No template has a status "${value}".${didYouMean(value, values) || ` ${known(values)}`}`,
        path,
        'key',
      )
    }
    for (const [place, word] of words.entries()) {
      if (isValue(word)) report(`"${word}" is a status of a template itself.`, [...path, place])
    }
  }
  for (const [place, word] of status.closed.entries()) {
    if (isValue(word)) report(`"${word}" is a status of a template itself.`, ['status', 'closed', place])
  }
}
