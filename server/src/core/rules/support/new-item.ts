import type { SpecIndex } from '../../index/spec-index'
import type { Item } from '../../model/spec-document'
import type { Role } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Fix } from '../rule'
import { lineEndingOf } from './move'

/**
 * A fix that adds an item of a role which names another one, behind the last of its role and written as that is; its text
 * is the template's, to be filled in. `undefined` where the document has none in a list yet.
 */
export function answeringItem(index: SpecIndex, role: Role, target: Item): Fix | undefined {
  const { spec } = index
  const model = spec.items.findLast((item) => item.role === role && item.form === 'listItem' && !item.retired)
  const shape = model?.kind?.shape
  if (model === undefined || shape === undefined) return undefined
  const id = index.nextFree(model.id.prefix, model.id.area)
  return {
    title: `Add ${id} for ${target.id.text}`,
    edits() {
      const line = lineStart(spec.text, model.span.start)
      const opening = spec.text.slice(line, model.textSpan.start)
      const at = model.id.span.start - line
      const begun = opening.slice(0, at) + id + opening.slice(at + model.id.text.length)
      const [first = '', ...below] = shape.sample.split(/\r?\n/)
      const indent = ' '.repeat(/^\s*(?:[-*+]|\d+[.)])\s+/.exec(opening)?.[0].length ?? 2)
      const said = [`${fresh(begun)}${first} (${target.id.text})`, ...below.map((one) => indent + one.trim())]
      const end = lineEnd(spec.text, Math.max(model.span.start, model.span.end - 1))
      const eol = lineEndingOf(spec.text)
      return [{ span: { start: end, end }, text: eol + said.filter((one) => one.trim() !== '').join(eol) }]
    },
  }
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
