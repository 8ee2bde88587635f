import { normaliseHeading } from '../template/headings'
import type { Template } from '../template/template'
import { documentIdOpenings } from './document-id-opening'
import { roughIds } from './id-grammar'
import { fewestHeadings, requiredSections } from './marks'

/** Tells of most texts that are no specs that they are none, without reading them as Markdown. */
export interface NoneScan {
  /** Whether `recognise` surely finds `none` in a text, where neither the config nor the path of a file says otherwise. */
  isNone(text: string): boolean
}

/**
 * A text is none if it has none of the marks that `recognise` goes by, nor anything that may be one when its markup is read: neither
 * the beginning of a document ID, nor two IDs of items, nor enough of the required headings of a template. Any doubt is for `recognise`. Not seen is an ID of which a part is hidden, behind
 * its first letter, where more than forty hidden characters, or a link, stand between it and its label too.
 */
export function createNoneScan(templates: readonly Template[]): NoneScan {
  const ids = templates.map(documentIdOpening)
  const items = roughIds(templates.flatMap(({ kinds }) => kinds))
  const names = new Set(templates.flatMap(requiredSections).map(({ title }) => normaliseHeading(title)))
  const enough = Math.min(...templates.map(fewestHeadings))
  const isSure = templates.length > 0 && ids.every((id) => id !== undefined)
  return {
    isNone(text) {
      if (!isSure || hasTwo(items, text) || ids.some((id) => id?.test(text))) return false
      return countHeadings(text, names, enough) < enough
    },
  }
}

/** Marks, tags and character references: they are written and not seen. @param more characters that are none of them */
function unseen(more: string): string {
  return `(?:[^A-Za-z0-9<&${more}]|<[^<>\\r\\n]{0,80}>|&(?:#?[A-Za-z0-9]{1,31};)?)`
}

const WITHIN_ID = `${unseen('\\r\\n')}{0,8}`
/** Where the value of a field begins. */
const VALUE = `(?:^|[:：|])${unseen('')}{0,40}`
/** Front matter, and a backslash behind it or in it: YAML may write letters by their numbers. */
const ESCAPED = '(?<![^])\\uFEFF?---[^]*?\\\\'

/** Found in each text in which a document ID of the template is read; `undefined` where that cannot be told. */
function documentIdOpening({ documentId }: Template): RegExp | undefined {
  if (documentId === undefined) return /(?!)/
  const openings = documentIdOpenings(documentId)
  // As a document has it that is begun: brackets stand for what is to be filled in.
  const [shape = ''] = /^[\w-]*/.exec(documentId.shape) ?? []
  if (openings === undefined || shape === '') return undefined
  const letters = [...new Set([shape, ...openings])].map((opening) => Array.from(opening))
  const read = letters.map((opening) => opening.join(WITHIN_ID))
  return new RegExp(`${read.join('|')}|${VALUE}(?:${letters.map(begun).join('|')})|${ESCAPED}`, 'ium')
}

/** Some letters of an ID, and then what may hide the others: the target of a link, a comment. */
function begun(letters: readonly string[]): string {
  const hiding = '[^A-Za-z0-9\\r\\n[\\]<&\\\\!]{0,8}[[\\]<&\\\\!]'
  return letters.reduceRight(
    (rest, letter) => `${letter}(?:${hiding}${rest === '' ? '' : `|${WITHIN_ID}${rest}`})`,
    '',
  )
}

function hasTwo(pattern: RegExp, text: string): boolean {
  let found = 0
  for (const _ of text.matchAll(pattern)) if (++found > 1) return true
  return false
}

/** `# …`, or a line that makes a heading of the one before it. */
const HEADING = /(?<![^\r\n])\uFEFF? {0,3}(?:#{1,6}[ \t]+([^\r\n]*)|(?:=+|-+)[ \t]*(?![^\r\n]))/g
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

/** Whether something may stand in the line before the one that begins at an offset. */
function isUnderText(text: string, start: number): boolean {
  const end = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1
  for (let at = end - 1; at >= 0; at--) {
    const character = text.charAt(at)
    if (character === '\n' || character === '\r') return false
    // Of a line of blanks that goes on and on nobody needs to know the beginning.
    if ((character !== ' ' && character !== '\t') || end - at > 400) return true
  }
  return false
}
