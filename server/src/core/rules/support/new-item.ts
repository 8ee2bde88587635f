import type { SpecIndex } from '../../index/spec-index'
import type { Item, ItemId, SpecDocument } from '../../model/spec-document'
import type { Role } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Edit, Fix } from '../rule'
import { lineEndingOf } from './move'

/**
 * A fix that adds an item of a role which names another one, behind the last of its role and written as that is; its text
 * is the template's, to be filled in. `undefined` where the document has none in a list yet.
 */
export function answeringItem(index: SpecIndex, role: Role, target: Item): Fix | undefined {
  const { spec } = index
  const model = spec.items.findLast((item) => item.role === role && isModel(item))
  if (model === undefined) return undefined
  const id = index.nextFree(model.id.prefix, model.id.area)
  return {
    title: `Add ${id} for ${target.id.text}`,
    edits: () => [insertion(spec, model, id, ` (${target.id.text})`)],
  }
}

/** A fix that adds an item with an ID which is named and not defined; `undefined` where its family has none in a list. */
export function newItem(index: SpecIndex, { prefix, area, text }: ItemId): Fix | undefined {
  const { spec } = index
  const model = spec.items.findLast(
    (item) => item.id.prefix === prefix && item.id.area.toUpperCase() === area.toUpperCase() && isModel(item),
  )
  if (model === undefined) return undefined
  return { title: `Add ${text}`, edits: () => [insertion(spec, model, text, '')] }
}

function isModel({ form, retired, kind }: Item): boolean {
  return form === 'listItem' && !retired && kind?.shape !== undefined
}

function insertion({ text }: SpecDocument, model: Item, id: string, remark: string): Edit {
  const line = lineStart(text, model.span.start)
  const opening = text.slice(line, model.textSpan.start)
  const at = model.id.span.start - line
  const begun = opening.slice(0, at) + id + opening.slice(at + model.id.text.length)
  const [first = '', ...below] = (model.kind?.shape?.sample ?? '').split(/\r?\n/)
  const indent = ' '.repeat(/^\s*(?:[-*+]|\d+[.)])\s+/.exec(opening)?.[0].length ?? 2)
  const said = [`${fresh(begun)}${first}${remark}`, ...below.map((one) => indent + one.trim())]
  const end = lineEnd(text, Math.max(model.span.start, model.span.end - 1))
  const eol = lineEndingOf(text)
  return { span: { start: end, end }, text: eol + said.filter((one) => one.trim() !== '').join(eol) }
}

/** Unticked, and with the next number of an ordered list. */
function fresh(opening: string): string {
  return opening
    .replace(/\[[xX]\]/, '[ ]')
    .replace(
      /^(\s*)(\d{1,9})([.)])/,
      (_, blank: string, number: string, mark: string) => `${blank}${Number(number) + 1}${mark}`,
    )
}
