import { visit } from '../../markdown/walk'
import type { Item, Reference, SpecDocument } from '../../model/spec-document'
import type { Role } from '../../template/template'
import { lineStartsOf } from '../../text/line-starts'
import { shorten } from '../../text/shorten'
import { anchoredHeadings } from '../anchors'
import { relativeLink } from '../relative-link'
import type { Count, Progress, SpecIndex } from '../spec-index'
import { documentMentions } from './document-mentions'
import {
  type FileHead,
  type FileSymbols,
  type HeadingSymbol,
  type ItemSymbol,
  type LinkSymbol,
  noSymbols,
  type PlacedText,
  type ReferenceSymbol,
  type SymbolProgress,
  TEXT_LENGTH,
} from './file-symbols'
import { SymbolsHead } from './symbols-head'

/**
 * What a workspace knows of a spec. Linear in the document. Lists are made when they are asked for: at a keystroke that
 * changes no name nobody does. Until then the document is held; `packSymbols` makes something to be kept without it.
 *
 * @param group see {@link FileSymbols.group}
 */
export function symbolsOf(index: SpecIndex, group?: string): FileSymbols {
  const { uri, recognition } = index.spec
  if (recognition.kind === 'none' || recognition.kind === 'template') return noSymbols(uri, recognition.kind)
  return new SpecSymbols(index, group)
}

/**
 * A class, as the runtime keeps what describes the shape of an object in its old memory: were the getters those of one object,
 * its document would live on there.
 */
class SpecSymbols extends SymbolsHead implements FileSymbols {
  readonly #spec: SpecDocument
  #items: FileSymbols['items'] | undefined
  #references: FileSymbols['references'] | undefined
  #documentMentions: FileSymbols['documentMentions'] | undefined
  #links: FileSymbols['links'] | undefined
  #headings: FileSymbols['headings'] | undefined
  #lineStarts: FileSymbols['lineStarts'] | undefined

  constructor(index: SpecIndex, group: string | undefined) {
    super(headOf(index, group))
    this.#spec = index.spec
  }

  get items(): FileSymbols['items'] {
    this.#items ??= this.#spec.items.map(itemSymbol)
    return this.#items
  }
  get references(): FileSymbols['references'] {
    this.#references ??= this.#spec.references.map(referenceSymbol)
    return this.#references
  }
  get documentMentions(): FileSymbols['documentMentions'] {
    this.#documentMentions ??= documentMentions(this.#spec)
    return this.#documentMentions
  }
  get links(): FileSymbols['links'] {
    this.#links ??= linksOf(this.#spec)
    return this.#links
  }
  get headings(): FileSymbols['headings'] {
    this.#headings ??= headingsOf(this.#spec)
    return this.#headings
  }
  get lineStarts(): FileSymbols['lineStarts'] {
    this.#lineStarts ??= lineStartsOf(this.#spec.text)
    return this.#lineStarts
  }
}

function headOf({ spec, progress }: SpecIndex, group: string | undefined): FileHead {
  const { uri, recognition, title } = spec
  return {
    uri,
    kind: recognition.kind,
    template: recognition.kind === 'spec' ? recognition.template.name : undefined,
    group,
    title: title && { text: title.text, ...title.span },
    name: nameOf(spec),
    documentId: documentIdOf(spec),
    status: statusOf(spec),
    statusRank: statusRankOf(spec),
    progress: progressOf(progress),
  }
}

function nameOf({ title, recognition }: SpecDocument): string | undefined {
  const text = title?.text.trim()
  const lead = recognition.template.titlePattern?.exec(text ?? '')
  const rest = lead?.index === 0 ? text?.slice(lead[0].length).replace(/^[\s:–—-]+/, '') : text
  return rest || text || undefined
}

/** `undefined` where the template's own text still stands there. */
export function documentIdOf({ documentId }: SpecDocument): PlacedText | undefined {
  if (documentId === undefined || documentId.value === '') return undefined
  if (documentId.value === documentId.definition?.placeholder) return undefined
  return { text: documentId.value, ...documentId.valueSpan }
}

export function statusOf({ status }: Pick<SpecDocument, 'status'>): string | undefined {
  return status.placeholder ? undefined : status.value || status.raw || undefined
}

function statusRankOf({ status, recognition }: SpecDocument): number {
  const { values } = recognition.template.lifecycle
  const place = status.value === undefined ? -1 : values.indexOf(status.value)
  if (place >= 0) return place
  if (status.closed) return values.length
  return values.length + (statusOf({ status }) === undefined ? 2 : 1)
}

function progressOf({ done, total, byRole }: Progress): SymbolProgress {
  const roles: Partial<Record<Role, Count>> = {}
  for (const [role, count] of byRole) roles[role] = count
  return { done, total, byRole: roles }
}

function itemSymbol({ id, role, span, text, checkbox, retired, section }: Item): ItemSymbol {
  return {
    id: id.text,
    key: id.key,
    family: `${id.prefix} ${id.area}`,
    role,
    start: id.span.start,
    end: id.span.end,
    from: span.start,
    to: span.end,
    text: shorten(text, TEXT_LENGTH),
    checked: checkbox?.checked,
    retired,
    section: section?.title,
  }
}

function headingsOf({ markdown, checkboxes, items }: SpecDocument): readonly HeadingSymbol[] {
  const ofItems = new Set(items.map(({ checkbox }) => checkbox))
  const loose = checkboxes.filter((checkbox) => !ofItems.has(checkbox))
  const headings = anchoredHeadings(markdown)
  let at = loose.findIndex(({ span }) => span.start > (headings[0]?.start ?? 0))
  return headings.map((heading, place) => {
    const end = headings[place + 1]?.start ?? Number.POSITIVE_INFINITY
    let [done, total] = [0, 0]
    for (let box = loose[at]; box !== undefined && box.span.start < end; box = loose[++at]) {
      total++
      if (box.checked) done++
    }
    return { ...heading, boxes: { done, total } }
  })
}

function referenceSymbol({ id, implied, qualifier, elsewhere, from }: Reference): ReferenceSymbol {
  return {
    id: id.text,
    key: id.key,
    family: `${id.prefix} ${id.area}`,
    stem: id.suffix === '' ? undefined : id.key.slice(0, id.key.length - id.suffix.length),
    start: id.span.start,
    end: id.span.end,
    implied,
    qualifier,
    elsewhere,
    by: from?.id?.key,
    byRole: from?.role,
  }
}

function linksOf({ uri, passages, markdown }: SpecDocument): readonly LinkSymbol[] {
  const links: LinkSymbol[] = []
  const add = (url: string, start: number, end: number) => {
    const link = relativeLink(uri, url)
    if (link !== undefined) links.push({ uri: link.uri, fragment: link.fragment, url, start, end })
  }
  for (const { start, spans } of passages) {
    for (const { type, value, offset, length } of spans) {
      if (type === 'link' || type === 'image') add(value, start + offset, start + offset + length)
    }
  }
  visit(markdown.blocks, (facts, start) => {
    if (facts.type === 'definition') add(facts.url, start, start + facts.length)
  })
  return links.sort((a, b) => a.start - b.start)
}
