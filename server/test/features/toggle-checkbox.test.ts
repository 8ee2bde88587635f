import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
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
