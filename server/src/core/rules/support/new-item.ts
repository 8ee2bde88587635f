import type { SpecIndex } from '../../index/spec-index'
import type { Item, ItemId, Section, SpecDocument } from '../../model/spec-document'
import type { ItemKind, ItemShape, Role, Template } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Edit, Fix } from '../rule'
import { blanksIn } from './blanks'
import { contentIndent } from './content-indent'
import { listNumbersAfter } from './list-numbers'
import { lineEndingOf } from './move'

/** What a new item is called in a menu. */
const NAMES: Partial<Readonly<Record<Role, string>>> = {
  criterion: 'acceptance criterion',
  test: 'test case',
}

/**
 * A fix that adds an item of a role which names another one, behind the last of its role and written as that is, else in the
 * section where the template has its kind; its text is the template's, to be filled in. `undefined` where there is neither.
 */
export function answeringItem(index: SpecIndex, role: Role, target: Item): Fix | undefined {
  return answeringItems(index, role)(target)
}

/** {@link answeringItem} for many targets: where it goes and what its ID is are found out once for all. */
export function answeringItems(index: SpecIndex, role: Role): (target: Item) => Fix | undefined {
  const { spec } = index
  const fix = (id: string, edit: (remark: string) => Edit) => (target: Item) => ({
    title: `Add ${nameOf(role)} ${id} for ${target.id.text}`,
    edits: () => [edit(` (${target.id.text})`)],
  })
  const model = spec.items.findLast((item) => item.role === role && isModel(item))
  if (model !== undefined) {
    const id = index.nextFree(model.id.prefix, model.id.area)
    return fix(id, (remark) => insertion(spec, model, id, remark))
  }
  const home = homeOf(spec, role)
  if (home === undefined) return () => undefined
  const id = index.nextFree(home.kind.prefix)
  return fix(id, (remark) => firstOfSection(spec, home, id, remark))
}

/** A fix that adds an item with an ID which is named and not defined; `undefined` where its family has none in a list. */
export function newItem(index: SpecIndex, { prefix, area, text }: ItemId): Fix | undefined {
  const { spec } = index
  const model = spec.items.findLast(
    (item) => item.id.prefix === prefix && item.id.area.toUpperCase() === area.toUpperCase() && isModel(item),
  )
  if (model === undefined) return undefined
  return { title: `Add ${nameOf(model.role)} ${text}`, edits: () => [insertion(spec, model, text, '')] }
}

function nameOf(role: Role): string {
  return NAMES[role] ?? role
}

function isModel({ form, retired, kind, lead }: Item): boolean {
  return form === 'listItem' && !retired && !lead.quoted && kind?.shape !== undefined
}

function insertion(spec: SpecDocument, model: Item, id: string, remark: string): Edit {
  const { text, recognition } = spec
  const line = lineStart(text, model.span.start)
  const opening = text.slice(line, model.textSpan.start)
  const at = model.id.span.start - line
  const numbered = listNumbersAfter(spec, model).next(opening.slice(0, at))
  const begun = numbered.replace(/\[[xX]\]/, '[ ]') + id + opening.slice(at + model.id.text.length)
  const end = lineEnd(text, Math.max(model.span.start, model.span.end - 1))
  const eol = lineEndingOf(text)
  const gap = isApart(spec, model) ? eol + eol : eol
  return written(end, gap, begun, model.kind?.shape?.sample ?? '', remark, recognition.template, eol)
}

/** Whether a blank line stands between it and the item before it. */
function isApart({ text, items }: SpecDocument, model: Item): boolean {
  const before = items[items.indexOf(model) - 1]
  if (before?.section !== model.section || before?.parent !== model.parent || before === undefined)
    return false
  return /\n[ \t]*\r?\n[ \t]*\S*$/.test(
    text.slice(Math.max(before.span.start, model.span.start - 20), model.span.start),
  )
}

interface Home {
  readonly section: Section
  readonly kind: ItemKind
  readonly shape: ItemShape
}

/** The section that the template gives items of a role, and the document has. */
function homeOf({ sections }: SpecDocument, role: Role): Home | undefined {
  for (const section of sections) {
    for (const kind of section.definition?.kinds ?? []) {
      if (kind.role === role && kind.shape?.form === 'listItem') return { section, kind, shape: kind.shape }
    }
  }
  return undefined
}

function firstOfSection(
  { text, recognition }: SpecDocument,
  { section, shape }: Home,
  id: string,
  remark: string,
): Edit {
  const eol = lineEndingOf(text)
  const end = section.children[0]?.span.start ?? section.span.end
  const own = text.slice(section.heading.end, end).trimEnd()
  const marker = shape.list === 'ordered' ? '1. ' : '- '
  const begun = `${marker}${shape.checkbox ? '[ ] ' : ''}${shape.before}${id}${shape.after}`
  const gap = own === '' ? eol : eol + eol
  return written(
    section.heading.end + own.length,
    gap,
    begun,
    shape.sample,
    remark,
    recognition.template,
    eol,
  )
}

/** An item on lines of its own behind the line that ends at a place. */
function written(
  at: number,
  gap: string,
  begun: string,
  sample: string,
  remark: string,
  template: Template,
  eol: string,
): Edit {
  const [first = '', ...below] = sample.split(/\r\n?|\n/)
  const indent = contentIndent(begun)
  const said = [`${begun}${first}${remark}`, ...below.map((line) => indent + line.trim())]
  const text = gap + said.filter((line) => line.trim() !== '').join(eol)
  return { span: { start: at, end: at }, text, blanks: blanksIn(text, template, gap.length + begun.length) }
}
