import type { SpecDocument } from '../../model/spec-document'
import type { Refactoring, RefactorPlace } from './refactoring'
import { isListed } from './siblings'

/** Strikes an item's text through, so that its ID is never given out again; or takes that back. */
export function retire({ spec, item }: RefactorPlace): Refactoring | undefined {
  const { text } = spec
  if (!isListed(text, item)) return undefined
  const { start, end } = item.textSpan
  const said = text.slice(start, end)
  if (!item.retired) {
    // Strikethrough does not reach over a blank line, nor over another one.
    if (/\n\s*\n|~~/.test(said)) return undefined
    return {
      title: `Retire ${item.id.text}: strike it through and keep its number`,
      kind: 'refactor.rewrite',
      edits: () => [
        { span: { start, end: start }, text: '~~' },
        { span: { start: end, end }, text: '~~' },
      ],
    }
  }
  const marks = struck(spec, start, end)
  return marks && { title: `Take ${item.id.text} back`, kind: 'refactor.rewrite', edits: () => marks }
}

/** Removes the marks around a text that is struck through as a whole. */
function struck({ text }: SpecDocument, start: number, end: number) {
  const from = text.lastIndexOf('~~', start)
  const to = text.indexOf('~~', Math.max(start, end - 2))
  if (from < 0 || to < 0 || start - from > 2 || to - end > 2) return undefined
  return [
    { span: { start: from, end: from + 2 }, text: '' },
    { span: { start: to, end: to + 2 }, text: '' },
  ]
}
