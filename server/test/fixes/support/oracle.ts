import type { SpecDocument } from '../../../src/core/model/spec-document'
import type { Finding } from '../../../src/core/rules/rule'

/** Rules whose fixes put something in the place of what is found, which goes. */
const REPLACING: ReadonlySet<string> = new Set([
  'structure/near-miss-heading',
  'metadata/invalid-id',
  'metadata/unknown-status',
  'metadata/invalid-date',
  'metadata/date-order',
  'id/malformed',
  'id/duplicate',
  'reference/unknown',
  'reference/unknown-spec',
  'reference/broken-link',
  'table/unknown-value',
  'checklist/malformed-box',
  'checklist/contradicted',
  'checklist/parent-done',
  'suppression/unused',
  'suppression/unknown-rule',
])

const WORDS = /[\p{L}\p{N}]+/gu

/** Words of a text, without regard to case. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORDS) ?? []
}

/** Words that a text has more often than another. */
export function lostWords(before: string, after: string): readonly string[] {
  const count = new Map<string, number>()
  for (const word of wordsOf(after)) count.set(word, (count.get(word) ?? 0) + 1)
  return wordsOf(before).filter((word) => {
    const left = count.get(word) ?? 0
    count.set(word, left - 1)
    return left <= 0
  })
}

/**
 * What of the words that are gone a fix of this finding did not mean to take. Told from the finding alone, not from the
 * fix's edits: where a rule replaces what it found, that; where it renumbers, numbers, and of a document ID its parts; where it parts a sentence, the “and”.
 */
export function stolenWords(gone: readonly string[], finding: Finding, text: string): readonly string[] {
  const { rule, span } = finding
  if (rule === 'requirement/compound') return gone.filter((word) => word !== 'and' && word !== 'but')
  if (rule === 'id/gap' || rule === 'checklist/task-number') return gone.filter((word) => !/^\d+$/.test(word))
  if (rule === 'metadata/duplicate-id') {
    const parts = wordsOf(text.slice(span.start, span.end))
    return gone.filter((word) => !parts.includes(word))
  }
  const replaced = rule.startsWith('suppression/')
    ? commentAround(text, span)
    : text.slice(span.start, span.end)
  const meant = [...wordsOf(REPLACING.has(rule) ? replaced : '')]
  // Ticking below an item, and choosing [x] for it, changes the box alone.
  if (rule.startsWith('checklist/')) meant.push('x')
  return gone.filter((word) => {
    const at = meant.indexOf(word)
    if (at >= 0) meant.splice(at, 1)
    return at < 0
  })
}

function commentAround(text: string, { start, end }: Finding['span']): string {
  return text.slice(text.lastIndexOf('<!--', start), text.indexOf('-->', end - 3))
}

/** What a text is made of: a fix may add to it and takes nothing away. */
export function structureOf({ sections, items, checkboxes, tables, fields }: SpecDocument) {
  return {
    sections: sections.length,
    items: items.length,
    boxes: checkboxes.length,
    tables: tables.length,
    columns: tables.map(({ header }) => header.length).join(' '),
    fields: fields.filter(({ definition }) => definition !== undefined).length,
  }
}
