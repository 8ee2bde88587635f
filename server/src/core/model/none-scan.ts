import { normaliseHeading } from '../template/headings'
import type { Template } from '../template/template'
import { documentIdOpenings } from './document-id-opening'

/** Tells of most texts that are no specs that they are none, without reading them as Markdown. */
export interface NoneScan {
  /** Whether `recognise` surely finds `none` in a text, where neither the config nor the path of a file says otherwise. */
  isNone(text: string): boolean
}

/**
 * A text is none if it has none of the marks that `recognise` goes by, nor anything that may be one when its markup is read: neither
 * the beginning of a document ID, nor two IDs of items, nor enough of the required headings of a template. Any doubt is for `recognise`.
 */
export function createNoneScan(templates: readonly Template[]): NoneScan {
  const ids = templates.map(documentIdOpening)
  const items = itemIdOf(templates)
  const names = requiredNames(templates)
  const enough = Math.min(...templates.map(headingsNeeded))
  const isSure = templates.length > 0 && ids.every((id) => id !== undefined)
  return {
    isNone(text) {
      if (!isSure || hasTwo(items, text) || ids.some((id) => id?.test(text))) return false
      return countHeadings(text, names, enough) < enough
    },
  }
}

/** What may stand in one and is not seen: marks, tags and character references. */
const MARKUP = '(?:[^A-Za-z0-9\\r\\n<&]|<[^<>\\r\\n]{0,80}>|&(?:#?[A-Za-z0-9]{1,31};)?){0,8}'

/** Found in each text in which a document ID of the template is read; `undefined` where that cannot be told. */
function documentIdOpening({ documentId }: Template): RegExp | undefined {
  if (documentId === undefined) return /(?!)/
  const openings = documentIdOpenings(documentId)
  // As a document has it that is begun: brackets stand for what is to be filled in.
  const [shape = ''] = /^[\w-]*/.exec(documentId.shape) ?? []
  if (openings === undefined || shape === '') return undefined
  return new RegExp([shape, ...openings].map((opening) => Array.from(opening).join(MARKUP)).join('|'), 'iu')
}

/** An ID as items open with it, see `createIdGrammar`. One with a blank in it shows nothing, and markup within ends it. */
function itemIdOf(templates: readonly Template[]): RegExp {
  const prefixes = new Set(templates.flatMap(({ kinds }) => kinds.map(({ prefix }) => prefix)))
  const names = [...prefixes].filter((prefix) => /^[a-z][a-z0-9]*$/i.test(prefix))
  if (names.length === 0) return /(?!)/g
  return new RegExp(`(?:${names.join('|')})(?:[-\u2010\u2011][A-Za-z0-9.\u2010\u2011-]{0,64}?)?\\d`, 'gi')
}

function hasTwo(pattern: RegExp, text: string): boolean {
  let found = 0
  for (const _ of text.matchAll(pattern)) if (++found > 1) return true
  return false
}

function requiredNames(templates: readonly Template[]): ReadonlySet<string> {
  const sections = templates.flatMap((template) => template.sections)
  return new Set(
    sections
      .filter(({ required, depth }) => required && depth === 2)
      .map(({ title }) => normaliseHeading(title)),
  )
}

/** How many required headings show, of themselves or beside a title, that a document is of the template. */
function headingsNeeded({ sections, titlePattern }: Template): number {
  const required = sections.filter((section) => section.required && section.depth === 2).length
  const half = Math.max(1, Math.ceil(required / 2))
  return titlePattern === undefined ? half : Math.min(2, half)
}

/** `# …`, or a line that makes a heading of the one before it. */
const HEADING = /^\uFEFF? {0,3}(?:#{1,6}[ \t]+(.*)|(?:=+|-+)[ \t]*)$/gm
/** What a reader may see otherwise than it is written: some of it is left out. */
const UNSURE = /[[\]<>&\\!]/

/** Headings that have one of the names, and those that may have. Up to `most` are counted. */
function countHeadings(text: string, names: ReadonlySet<string>, most: number): number {
  let count = 0
  for (const { 1: title, index } of text.matchAll(HEADING)) {
    const isOne = title === undefined ? isUnderText(text, index) : mayBeOf(names, title)
    if (isOne && ++count >= most) break
  }
  return count
}

function mayBeOf(names: ReadonlySet<string>, title: string): boolean {
  if (!UNSURE.test(title)) return names.has(normaliseHeading(title))
  const written = title.toLowerCase().replaceAll('&', 'and')
  for (const name of names) if (holdsInOrder(written, name)) return true
  return false
}

/** Whether the letters and digits of a name stand in a text in their order, whatever stands between them. */
function holdsInOrder(text: string, name: string): boolean {
  let at = 0
  for (const character of name.match(/[\p{L}\p{N}]/gu) ?? []) {
    const found = text.indexOf(character, at)
    if (found < 0) return false
    at = found + character.length
  }
  return true
}

/** Whether something stands in the line before the one that begins at an offset. */
function isUnderText(text: string, start: number): boolean {
  return /\S[^\r\n]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, start - 400), start))
}
