import { slug } from 'github-slugger'
import { type ShapePart, shapeParts } from './template/document-id'
import type { Template } from './template/template'

/** A document that does not exist yet. */
export interface NewSpec {
  /** `''` where the template gives documents no ID. */
  readonly id: string
  readonly fileName: string
  readonly text: string
}

export interface NewSpecRequest {
  readonly template: Template
  /** What it is about: one line, not blank. */
  readonly title: string
  /** ISO date. */
  readonly today: string
  /** Texts in which document IDs may stand that are taken. */
  readonly others: Iterable<string>
  /** With `{id}`, `{date}`, `{number}`, `{slug}`. */
  readonly fileName: string
}

/** Code units of a title in a file name: with an ID before it, the name stays within what file systems take. */
const MOST_SLUG = 60

/**
 * The document that the template gives for a title: with the next free document ID of today, today's dates, and the first
 * status. All else is the template's, byte for byte.
 */
export function newSpec({ template, title, today, others, fileName }: NewSpecRequest): NewSpec {
  const name = onOneLine(title)
  const { id, number } = nextDocumentId(template, today, others)
  const replacements = template.fields.map(({ line, placeholder, type, values }) => {
    const value = type === 'id' ? id : type === 'date' ? today : type === 'status' ? values[0] : undefined
    return { line, filled: value ? replaceLast(line, placeholder, value) : line }
  })
  let text = template.body
  for (const { line, filled } of replacements) text = replaceFirst(text, line, filled)
  return {
    id,
    text: withTitle(text, asText(name)),
    fileName: nameOf(fileName, { id, date: today, number, slug: slugOf(name) }),
  }
}

/** A title as people type it, without what would break the line, or turn round the text behind it. */
export function onOneLine(title: string): string {
  return title
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
}

/** What Markdown would take out of a heading: tags, entities, destinations of links, and signs at its end. */
function asText(title: string): string {
  return title
    .replace(/\\(?=[!-/:-@[-`{-~])|<|&(?=#?\w+;)|\](?=[([])/g, '\\$&')
    .replace(/(^|\s)(#+)$/, '$1\\$2')
}

/** One more than the highest number that any text names with today's date (or at all, where IDs have no date). */
function nextDocumentId(template: Template, today: string, others: Iterable<string>) {
  const shape = template.documentId?.shape
  if (shape === undefined) return { id: '', number: '' }
  const parts = shapeParts(shape)
  const pattern = new RegExp(parts.map((part) => sourceOf(part, today)).join(''), 'giu')
  let highest = 0
  for (const text of others) {
    for (const { groups } of text.matchAll(pattern)) highest = Math.max(highest, Number(groups?.number ?? 0))
  }
  const number = String(highest + 1).padStart(3, '0')
  const id = parts.map((part) => written(part, today, number)).join('')
  return { id, number }
}

function sourceOf({ type, source }: ShapePart, today: string): string {
  if (type === 'number') return '(?<number>\\d{1,9})(?!\\d)'
  if (type === 'words') return '[\\p{L}\\p{N}]+'
  return (type === 'date' ? today : source).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function written({ type, source }: ShapePart, today: string, number: string): string {
  if (type === 'date') return today
  return type === 'number' ? number : source
}

/** The placeholder in the first heading, else the heading's whole text, gives way to the title. */
function withTitle(body: string, title: string): string {
  return body.replace(/^(#[ \t]+)(.*)$/m, (_, marker: string, text: string) => {
    const before = /^(.*?)\[[^\]]*\]/.exec(text)?.[1] ?? ''
    return `${marker}${before}${title}`
  })
}

function slugOf(title: string): string {
  const letters = [...slug(title.normalize('NFC'))].join('')
  if (letters.length <= MOST_SLUG) return letters.replace(/^-+|-+$/g, '')
  const cut = letters.slice(0, MOST_SLUG)
  // Not within a word, and not within a character.
  const end = cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : cut.length
  return cut
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^-+|-+$/g, '')
}

function nameOf(pattern: string, values: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  // What had no value leaves its hyphens: `SPEC-…-.md`.
  return filled
    .replace(/-{2,}/g, '-')
    .replace(/(^|\/)-+/g, '$1')
    .replace(/-+(?=\.[^./]*$|$)/, '')
}

function replaceLast(text: string, part: string, by: string): string {
  const at = part === '' ? -1 : text.lastIndexOf(part)
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + part.length)
}

function replaceFirst(text: string, part: string, by: string): string {
  const at = text.indexOf(part)
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + part.length)
}
