import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { nextItem } from '../../src/core/features/next-item'
import { BUILT_IN, contextOf } from './support/context'
import { atCursor, CURSOR } from './support/cursor'
import { LAMP, withLineBelow, withReplaced } from './support/specs'

/** The text after Enter at the cursor mark, as an editor has it that indents the new line like the last one, or not. */
function enter(marked: string, { indents = true, ending = '\n', template = BUILT_IN } = {}): string {
  const { text, offset } = atCursor(marked.replaceAll('\n', ending))
  const lineStart = text.lastIndexOf(ending, offset - 1) + 1
  const indent = indents ? (/^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '') : ''
  const broken = text.slice(0, offset) + ending + indent + text.slice(offset)
  const context = contextOf(broken, { template })
  const edits = nextItem(context, offset + ending.length + indent.length)
  expect(edits.length).toBeLessThanOrEqual(1)
  return TextDocument.applyEdits(context.document, edits).replaceAll(ending, '\n')
}

/** The lines that Enter makes of those with a cursor mark, the two below them included. */
function enterIn(marked: string, options = {}): readonly string[] {
  const first = marked.split('\n').findIndex((line) => line.includes(CURSOR))
  const rest = marked.split('\n').length - first - 1
  const after = enter(marked, options).split('\n')
  return after.slice(first, after.length - Math.max(0, rest - 2))
}

/** The lamp with the cursor at the end of the first line that holds words. */
function behind(words: string, text = LAMP): string {
  return text.replace(new RegExp(`^.*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*$`, 'm'), `$&${CURSOR}`)
}

/** What an editor makes of Enter by itself. */
function plain(marked: string): string {
  const { text, offset } = atCursor(marked)
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return `${text.slice(0, offset)}\n${/^[ \t]*/.exec(line)?.[0] ?? ''}${text.slice(offset)}`
}

describe('Enter behind an item', () => {
  it('begins the next one with the next free ID, in the style of the list', () => {
    expect(enterIn(behind('[REQ-003]'))[1]).toBe('4. **[REQ-004]** ')
    expect(enterIn(behind('**AC-2**'))[1]).toBe('- [ ] **AC-3**: ')
    expect(enterIn(behind('Task 1.2'))[1]).toBe('   - [ ] Task 1.3: ')
    expect(enterIn(behind('Task 2.1'))[1]).toBe('   - [ ] Task 2.2: ')
  })

  it('gives the highest number and one within a list too, and leaves the lines below alone', () => {
    expect(enterIn(behind('[REQ-001]'))).toEqual([
      '1. **[REQ-001]** The lamp MUST dim to 5 % within 2 seconds',
      '2. **[REQ-004]** ',
      '2. **[REQ-002]** The lamp SHOULD remember its `last` level',
      '3. **[REQ-003]** ~~The lamp MAY play music~~',
    ])
    // Ticked itself, and the next one open.
    expect(enterIn(behind('**AC-1**'))[1]).toBe('- [ ] **AC-3**: ')
  })

  it('does the same whether the editor has indented the line or not, whatever ends a line', () => {
    for (const indents of [true, false]) {
      for (const ending of ['\n', '\r\n', '\r']) {
        expect(enterIn(behind('Task 1.1'), { indents, ending })[1]).toBe('   - [ ] Task 1.3: ')
      }
    }
  })

  it('puts in no more than is missing, so that the cursor stays behind it', () => {
    const { text, offset } = atCursor(behind('Task 1.2'))
    const context = contextOf(`${text.slice(0, offset)}\n   ${text.slice(offset)}`)
    const at = context.document.positionAt(offset + 4)
    expect(nextItem(context, offset + 4)).toEqual([
      { range: { start: at, end: at }, newText: '- [ ] Task 1.3: ' },
    ])
  })

  it('keeps the blank line between items that stand apart', () => {
    const apart = withReplaced(LAMP, '\n2. **[REQ-002]**', '\n\n2. **[REQ-002]**').replace(
      '\n3. **',
      '\n\n3. **',
    )
    expect(enterIn(behind('[REQ-002]', apart)).slice(0, 4)).toEqual([
      '2. **[REQ-002]** The lamp SHOULD remember its `last` level',
      '',
      '3. **[REQ-004]** ',
      '',
    ])
    expect(enterIn(behind('[REQ-001]', apart)).slice(1, 3)).toEqual(['', '2. **[REQ-004]** '])
  })

  it.each([
    ['- REQ-7: a', '- REQ-8: '],
    ['* **REQ-ALD-006** - a', '* **REQ-ALD-007** - '],
    ['3) __REQ-0007__: a', '4) __REQ-0008__: '],
    ['1. **[REQ-007]** a', '2. **[REQ-008]** '],
    ['- [X] REQ-7 - a', '- [ ] REQ-8 - '],
  ])('follows %s by %s in a document of any style', (item, next) => {
    const text = `# Bell\n\n${item}${CURSOR}\n\n- **AC-1**: b\n- **AC-2**: c\n`
    expect(enterIn(text)[1]).toBe(next)
  })

  it('goes on counting alike where a list numbers all its items alike', () => {
    const text = `# Bell\n1. **REQ-1**: a\n1. **REQ-2**: b${CURSOR}\n`
    expect(enterIn(text)[1]).toBe('1. **REQ-3**: ')
  })

  it('follows a retired item by a living one', () => {
    const lone = '# Bell\n- **AC-1**: a\n- **AC-2**: b\n## Functional Requirements\n'
    expect(enterIn(`${lone}- **[REQ-001]** ~~gone~~${CURSOR}`)[1]).toBe('- **[REQ-002]** ')
    expect(enterIn(`${lone}- **[REQ-001]** Retired: gone${CURSOR}`)[1]).toBe('- **[REQ-002]** ')
  })

  it('works in the last line, and below the last heading', () => {
    expect(enter(`# Bell\n- **REQ-1**: a\n- **REQ-2**: b${CURSOR}`)).toBe(
      '# Bell\n- **REQ-1**: a\n- **REQ-2**: b\n- **REQ-3**: ',
    )
    expect(enterIn(`# Bell\n- **REQ-1**: a\n- **REQ-2**: b${CURSOR}\n## Next`)[1]).toBe('- **REQ-3**: ')
  })

  it('begins a criterion below one that is nested in a requirement', () => {
    const text = `# Bell\n- **REQ-1**: a\n  - **AC-1**: b${CURSOR}\n- **REQ-2**: c\n`
    expect(enterIn(text)[1]).toBe('  - **AC-2**: ')
  })

  it('leaves a test case alone whose siblings go on below with their parts', () => {
    const second = withLineBelow(LAMP, 'Expected: 5 % light', `2. **[TEST-002]** Test the other way${CURSOR}`)
    expect(enter(second)).toBe(plain(second))
    const short = `# Bell\n- **TEST-1**: a\n- **TEST-2**: b${CURSOR}`
    expect(enterIn(short)[1]).toBe('- **TEST-3**: ')
  })
})

describe('Enter behind an empty item', () => {
  it.each([
    ['remember its `last` level', '3. **[REQ-009]** '],
    ['shines at 40 %', '- [ ] **AC-9**: '],
    ['Write the driver', '   - [ ] Task 1.9: '],
    ['shines at 40 %', '- [ ] **AC-9**:'],
  ])('ends the list below “%s”', (words, item) => {
    const marked = withLineBelow(LAMP, words, item + CURSOR)
    expect(enter(marked)).toBe(withLineBelow(LAMP, words, ''))
    expect(enter(marked, { indents: false, ending: '\r\n' })).toBe(withLineBelow(LAMP, words, ''))
  })

  it('ends what Enter has begun', () => {
    const begun = enter(behind('[REQ-003]'))
    expect(enter(begun.replace('4. **[REQ-004]** ', `$&${CURSOR}`))).toBe(plain(behind('[REQ-003]')))
  })
})

describe('Enter anywhere else does what the editor does', () => {
  const nested = withLineBelow(LAMP, '[REQ-002]', '   - every night')
  const wrapped = withLineBelow(LAMP, '[REQ-002]', '   and its colour')
  const lazy = withLineBelow(LAMP, '[REQ-002]', 'and its colour')
  const lazyInPhase = withLineBelow(LAMP, 'Task 1.2', '  for the lamp')
  const quoted = withReplaced(LAMP, '- Colours', '> - **AC-7**: quoted')

  it.each([
    ['in the middle of a text', LAMP.replace('MUST dim', `MUST${CURSOR} dim`)],
    ['before an item', LAMP.replace('2. **[REQ-002]', `${CURSOR}2. **[REQ-002]`)],
    ['between marker and ID', LAMP.replace('2. **[REQ-002]', `2. ${CURSOR}**[REQ-002]`)],
    ['behind the first line of an item with nested text', behind('[REQ-002]', nested)],
    ['in nested text', behind('every night', nested)],
    ['before wrapped text', behind('[REQ-002]', wrapped)],
    ['behind wrapped text', behind('and its colour', wrapped)],
    ['before text that goes on at the margin', behind('[REQ-002]', lazy)],
    ['behind text that goes on at the margin', behind('and its colour', lazy)],
    ['before text of a nested item that goes on further left', behind('Task 1.2', lazyInPhase)],
    ['behind a hard line break', LAMP.replace('dim to 5 % within 2 seconds', `$&  ${CURSOR}`)],
    ['behind a hard line break by a backslash', LAMP.replace('dim to 5 % within 2 seconds', `$&\\${CURSOR}`)],
    ['behind parts of a test', behind('Expected: 5 % light')],
    ['in a paragraph', behind('Readers are dazzled')],
    ['behind an item without an ID', behind('Nobody hears the lamp')],
    ['behind a plain list item', behind('- Colours')],
    ['in a table', behind('| Flicker')],
    ['behind a heading', behind('### Goals')],
    ['behind a field', behind('**Created**')],
    ['in a quotation', behind('quoted', quoted)],
    ['in an empty line below an item', LAMP.replace('music~~\n', `music~~\n${CURSOR}`)],
    ['at the beginning', CURSOR + LAMP],
    ['behind a heading that is an item', `# Bell\n### REQ-1: a${CURSOR}\n### REQ-2: b\n`],
    [
      'behind a row that is an item',
      `# Bell\n| ID | a |\n|---|---|\n| REQ-1 | a |${CURSOR}\n| REQ-2 | b |\n`,
    ],
    ['behind a paragraph that is an item', `# Bell\n\n**REQ-1**: a${CURSOR}\n\n**REQ-2**: b\n`],
    ['in code', `${LAMP}\n\`\`\`\n- **REQ-7**: a${CURSOR}\n\`\`\`\n`],
    ['in a comment', `${LAMP}\n<!--\n- **REQ-7**: a${CURSOR}\n-->\n`],
    ['in front matter', `---\na:\n- REQ-7: a${CURSOR}\n---\n${LAMP}`],
    ['in a README', `# Read me\n\n- REQ: a${CURSOR}\n- UTF-8: b\n`],
  ])('%s', (_, marked) => {
    expect(enter(marked)).toBe(plain(marked))
  })

  it('in a template', () => {
    const text = BUILT_IN.body.replace('[REQ-002]**', '[REQ-002]**')
    const offset = text.indexOf('\n', text.indexOf('[REQ-001]'))
    const context = contextOf(`${text.slice(0, offset)}\n${text.slice(offset)}`, {
      uri: 'file:///templates/a.md',
    })
    expect(nextItem(context, offset + 1)).toEqual([])
  })
})
