import { createMarkdownReader } from '../markdown/reader'
import type { Body } from './body'
import { documentIdOf } from './document-id'
import { fieldsOf } from './fields'
import { type FrontMatter, type KnownYaml, noFrontMatter, readFrontMatter } from './front-matter'
import { normaliseHeading } from './headings'
import { idOf } from './item-lead'
import { itemsOf, type TemplateItem } from './items'
import { kindsOf, looksLikeId, samePrefix } from './kinds'
import { changedLifecycle, lifecycleOf } from './lifecycle'
import { holds, type Outline, outlineOf, sectionsByName, sectionsOf } from './outline'
import { placeholdersOf } from './placeholders'
import type { Report, TemplateProblem } from './problems'
import { checkNames } from './settings-check'
import type { DocumentIdPattern, FieldDefinition, Role, Template } from './template'
import { changedKinds, NO_CHANGES, type TemplateChanges } from './template-changes'

/** A template file: its URI, and its text, byte-order mark included. */
export interface TemplateSource {
  readonly uri: string
  readonly text: string
  /** What the YAML of its front matter says, where that is known: reading YAML takes most of the time that a template takes. */
  readonly known?: KnownYaml | undefined
}

export interface TemplateReading {
  /** `undefined` where the file cannot serve: its front matter is no YAML, or its body has no heading. */
  readonly template: Template | undefined
  /** What is wrong with it; where there is a template, the rest of it counts. */
  readonly problems: readonly TemplateProblem[]
}

/**
 * Reads a Markdown template as a schema: from its front matter (key `specmark`) what Markdown cannot say, from its body
 * all else. A front matter without that key belongs to the body. Never throws on any text.
 *
 * @param changes what a config has other than the template
 */
export function readTemplate(
  { uri, text, known }: TemplateSource,
  changes: TemplateChanges = NO_CHANGES,
): TemplateReading {
  const problems: TemplateProblem[] = []
  const report: Report = (message, start, end) => problems.push({ uri, message, start, end })
  const parts = partsOf(text, known, report)
  const template = parts && readBody(nameOf(uri), parts, changes, report)
  return { template, problems }
}

interface Parts {
  readonly front: FrontMatter
  /** Where the front matter's YAML begins in the file. */
  readonly yamlStart: number
  readonly body: string
  readonly bodyStart: number
}

/** A template that is read by hand fits many times; a larger file was named by mistake. */
const MAX_LENGTH = 200_000
const BYTE_ORDER_MARK = '\uFEFF'

function partsOf(text: string, known: KnownYaml | undefined, report: Report): Parts | undefined {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  if (text.length > MAX_LENGTH) {
    report(`The template is longer than ${MAX_LENGTH} characters: it is not used.`, 0, 0)
    return undefined
  }
  const { blocks, refused } = createMarkdownReader().read(text)
  if (refused !== undefined) {
    report(refused, 0, 0)
    return undefined
  }
  const [first] = blocks
  const plain = { front: noFrontMatter(), yamlStart: start, body: text.slice(start), bodyStart: start }
  if (first?.facts.type !== 'frontMatter' || !/^specmark\s*:|^["']specmark/mu.test(first.facts.value))
    return plain
  const yamlStart = first.offset + first.facts.valueOffset
  const yaml = text.slice(yamlStart, yamlStart + first.facts.value.length)
  const front = readFrontMatter(
    yaml,
    (message, from, to) => report(message, yamlStart + from, yamlStart + to),
    known,
  )
  const end = first.offset + first.facts.length
  const bodyStart = end + (/^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0)
  return front && { front, yamlStart, body: text.slice(bodyStart), bodyStart }
}

/** `feature-spec` of `file:///work/feature-spec.md`: a template that gives no name has its file's. */
function nameOf(uri: string): string {
  const file = uri.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return safelyDecoded(file).replace(/\.[^.]*$/, '') || 'template'
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function readBody(
  fileName: string,
  parts: Parts,
  changes: TemplateChanges,
  report: Report,
): Template | undefined {
  const { settings } = parts.front
  const body: Body = { text: parts.body, blocks: createMarkdownReader().read(parts.body).blocks }
  const inBody: Report = (message, start, end) =>
    report(message, parts.bodyStart + start, parts.bodyStart + end)
  const roles = changedKinds(new Map(Object.entries(settings.kinds)), changes)
  const isOne = (prefixes: readonly string[]) => (item: TemplateItem) =>
    prefixes.some((prefix) => samePrefix(prefix, item.lead.prefix))
  const isKind = isOne([...roles.keys()])
  const candidates = itemsOf(body)
  const items = candidates.filter(isKind)
  const outline = outlineOf(
    body,
    new Set(items.filter((item) => item.form === 'heading').map(({ start }) => start)),
  )
  if (outline.title === undefined && outline.sections.length === 0) {
    inBody(
      'The template has no heading: it asks for nothing, so it is not used.',
      0,
      firstLineLength(body.text),
    )
    return undefined
  }
  const isChanged = isOne([...changes.kinds.keys()])
  reportUnknownPrefixes(
    candidates.filter((item) => !isKind(item) && !isChanged(item)),
    inBody,
  )
  const schema = schemaOf(fileName, parts, { roles, changes }, body, items, outline)
  checkNames(schema, parts.front, (message, start, end) =>
    report(message, parts.yamlStart + start, parts.yamlStart + end),
  )
  return schema
}

function schemaOf(
  fileName: string,
  { front: { settings } }: Parts,
  { roles, changes }: { readonly roles: ReadonlyMap<string, Role>; readonly changes: TemplateChanges },
  body: Body,
  items: readonly TemplateItem[],
  outline: Outline,
): Template {
  const kinds = kindsOf(roles, items, outline.titleAt)
  const bySection = byNormalised(settings.sections, normaliseHeading)
  const settingsOf = (title: string) => bySection.get(normaliseHeading(title))
  const kindsIn = (section: Outline['sections'][number]) => {
    const here = items.filter((item) => holds(section, item.start))
    return kinds.filter(({ prefix }) => here.some((item) => samePrefix(item.lead.prefix, prefix)))
  }
  const byLabel = byNormalised(settings.fields, lowerCase)
  const fields = fieldsOf(
    body,
    outline,
    { status: settings.status.field, aliasesOf: (label) => byLabel.get(lowerCase(label))?.aliases ?? [] },
    (section) => settingsOf(section.title)?.role !== undefined || kindsIn(section).length > 0,
  )
  const sections = sectionsOf(body, outline, settingsOf, kindsIn)
  const lifecycle = lifecycleOf(fields.find((field) => field.type === 'status')?.values ?? [], {
    stages: new Map(Object.entries(settings.status.stages)),
    synonyms: new Map(Object.entries(settings.status.synonyms)),
    closed: settings.status.closed,
  })
  return {
    name: settings.name ?? fileName,
    body: body.text,
    titlePattern: settings.recognise.title ?? titlePatternOf(outline.title),
    documentId: documentIdIn(fields, settings.recognise.id),
    fields,
    sections,
    sectionsByName: sectionsByName(sections),
    kinds,
    placeholders: placeholdersOf(body, fields, settings.placeholders),
    lifecycle: changedLifecycle(lifecycle, changes),
  }
}

function byNormalised<T>(
  record: Readonly<Record<string, T>>,
  normalise: (key: string) => string,
): Map<string, T> {
  return new Map(Object.entries(record).map(([key, value]) => [normalise(key), value]))
}

function lowerCase(text: string): string {
  return text.toLowerCase()
}

function documentIdIn(
  fields: readonly FieldDefinition[],
  recognise: RegExp | undefined,
): DocumentIdPattern | undefined {
  const field = fields.find(({ type }) => type === 'id')
  return field && documentIdOf(field.placeholder, recognise)
}

/** `/^Specification/` of `Specification: [Name]`; `undefined` where all, or nothing, is a placeholder. */
function titlePatternOf(title: string | undefined): RegExp | undefined {
  const words = /^(?<words>[^[]+)\[/u.exec(title ?? '')?.groups?.words?.trim()
  if (words === undefined || words === '') return undefined
  return new RegExp(`^${words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`, 'iu')
}

/** One message a prefix: an ID whose prefix has no role is never an item, and silence would hide that. */
function reportUnknownPrefixes(items: readonly TemplateItem[], report: Report): void {
  const seen = new Set<string>()
  for (const { lead, start, end, ...item } of items) {
    if (seen.has(lead.prefix) || !looksLikeId({ lead, start, end, ...item })) continue
    seen.add(lead.prefix)
    const message = `${idOf(lead)} looks like an item, but the front matter gives ${lead.prefix} no role: add it to "kinds".`
    report(message, start, end)
  }
}

function firstLineLength(text: string): number {
  return /^[^\r\n]*/.exec(text)?.[0].length ?? 0
}
