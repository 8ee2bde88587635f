import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { checkboxMarks } from '../../src/core/features/support/checkbox-mark'
import { toggleCheckbox } from '../../src/core/features/toggle-checkbox'
import { contextOf } from './support/context'
import { atCursor } from './support/cursor'

const LIST = `# Lamp

- [ ] **AC-1**: It dims
  slowly, in

  two steps
  - [x] at night
  - by day
- [X] **AC-2**: It glows
- no box

Text.
`

function toggled(words: string, replacement: string, text = LIST): string {
  const { text: source, offset } = atCursor(text.replace(words, () => replacement))
  const context = contextOf(source)
  return TextDocument.applyEdits(context.document, toggleCheckbox(context, offset))
}

describe('toggling a checkbox', () => {
  it.each([
    ['on the box', '- [ ] **AC-1**', '- [│ ] **AC-1**'],
    ['before the marker', '- [ ] **AC-1**', '│- [ ] **AC-1**'],
    ['at the end of the first line', 'It dims', 'It dims│'],
    ['on a wrapped line', 'slowly, in', 'slow│ly, in'],
    ['in a further paragraph', 'two steps', 'two│ steps'],
    ['on a nested item without a box', 'by day', 'by│ day'],
  ])('ticks the item from any of its lines: %s', (_, words, replacement) => {
    expect(toggled(words, replacement)).toBe(LIST.replace('- [ ] **AC-1**', '- [x] **AC-1**'))
  })

  it('unticks a box, in either case', () => {
    expect(toggled('It glows', 'It │glows')).toBe(LIST.replace('[X]', '[ ]'))
  })

  it('takes the innermost item that has a box', () => {
    expect(toggled('  - [x] at', '│  - [x] at')).toBe(LIST.replace('- [x] at', '- [ ] at'))
  })

  it.each([
    ['on a heading', '# Lamp', '# La│mp'],
    ['on an item without a box', 'no box', 'no │box'],
    ['in a paragraph', 'Text.', 'Te│xt.'],
    ['in code', 'Text.', '```\n- [ ] co│de\n```'],
  ])('does nothing %s', (_, words, replacement) => {
    const { text } = atCursor(LIST.replace(words, replacement))
    expect(toggled(words, replacement)).toBe(text)
  })

  it('works with CRLF', () => {
    const text = LIST.replaceAll('\n', '\r\n')
    expect(toggled('slowly', 'slow│ly', text)).toBe(text.replace('- [ ] **AC-1**', '- [x] **AC-1**'))
  })
})

describe('toggling the checkbox of a mark', () => {
  const HEAD = '# Lamp\n\n- [x] **AC-1**: It dims\n- [x] **AC-2**: It glows\n'
  const PLAN = `${HEAD}- [ ] a\n- [ ] b\n- [ ] a\n`

  /** What becomes of a text when the second `a` of the plan is toggled at the offset where it stood there. */
  function tickedIn(text: string): string {
    const { spec } = contextOf(PLAN)
    const box = spec.checkboxes.at(-1)
    if (box === undefined) throw new Error('There is no box.')
    const context = contextOf(text)
    const edits = toggleCheckbox(context, box.mark.start, checkboxMarks(spec)(box))
    return TextDocument.applyEdits(context.document, edits)
  }

  it('takes that one of those with the same words, also where another stands at its place by now', () => {
    expect(tickedIn(PLAN)).toBe(`${HEAD}- [ ] a\n- [ ] b\n- [x] a\n`)
    for (const before of [HEAD, `${HEAD}- [ ] c\n`, `${HEAD}- [ ] c\n- [ ] d\n`])
      expect(tickedIn(`${before}- [ ] a\n- [ ] a\n`)).toBe(`${before}- [ ] a\n- [x] a\n`)
  })

  it('takes it after another one of its words was ticked', () => {
    expect(tickedIn(`${HEAD}- [x] a\n- [ ] a\n`)).toBe(`${HEAD}- [x] a\n- [x] a\n`)
  })

  it('is refused where it is not known which one that was, and where it has been ticked', () => {
    expect(() => tickedIn(`${HEAD}- [ ] a\n- [ ] a\n- [ ] a\n`)).toThrow('has changed')
    expect(() => tickedIn(`${HEAD}- [ ] b\n- [ ] a\n`)).toThrow('has changed')
    expect(() => tickedIn(`${HEAD}- [ ] a\n- [x] a\n`)).toThrow('has changed')
  })
})
