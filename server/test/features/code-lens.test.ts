import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position } from 'vscode-languageserver-types'
import { codeLenses } from '../../src/core/features/code-lens'
import { COMMANDS } from '../../src/core/features/commands'
import { toggleCheckbox } from '../../src/core/features/toggle-checkbox'
import { BUILT_IN, contextOf } from './support/context'
import { LAMP, withReplaced } from './support/specs'

/** Titles of the lenses by the line of the heading above which they stand. */
function lensesOf(text: string): Readonly<Record<string, readonly string[]>> {
  const context = contextOf(text)
  const lenses: Record<string, string[]> = {}
  for (const lens of codeLenses(context)) {
    const heading = context.document.getText(lens.range)
    lenses[heading] = [...(lenses[heading] ?? []), lens.command?.title ?? '']
  }
  return lenses
}

describe('code lenses', () => {
  it('stay away from templates', () => {
    expect(codeLenses(contextOf(BUILT_IN.body, { uri: 'file:///templates/lamp.md' }))).toEqual([])
  })

  it('count the checkboxes of each heading and offer the next open one', () => {
    expect(lensesOf(LAMP)).toEqual({
      '# Specification: Reading lamp': ['Review', '3 of 9 done'],
      'Status**: Review': ['Move to Approved…'],
      '## Why (Purpose & Context)': ['1 of 2 done'],
      '### Goals': ['1 of 2 done', 'Tick Nobody hears the lamp'],
      '## What (Requirements & Acceptance Criteria)': ['1 of 2 done'],
      '### Acceptance Criteria': ['1 of 2 done', 'Tick AC-2'],
      '## How (Implementation Approach)': ['1 of 3 done'],
      '### Implementation Plan': ['1 of 3 done', 'Tick Task 1.2'],
      '## Definition of Done': ['0 of 2 done', 'Tick Code reviewed and approved'],
    })
  })

  it('move a specification on, while a status is next', () => {
    const moving = (status: string) =>
      codeLenses(contextOf(withReplaced(LAMP, '**Status**: Review', `**Status**: ${status}`)))
        .filter(({ command }) => command?.command === COMMANDS.moveStatus)
        .map(({ command }) => [command?.title, command?.arguments])
    expect(moving('Draft')).toEqual([['Move to Review…', ['file:///specs/lamp.md']]])
    expect(moving('Draft | Review | Approved | Implemented')).toEqual([
      ['Move to Draft…', ['file:///specs/lamp.md']],
    ])
    for (const status of ['Implemented', 'Superseded', 'Sleeping']) expect(moving(status)).toEqual([])
  })

  it('offer what stands below an item before the item', () => {
    const nested = withReplaced(
      LAMP,
      '- [ ] Nobody hears the lamp',
      '- [ ] Nobody hears the lamp\n  - [x] at night\n  - [ ] by day',
    )
    expect(lensesOf(nested)['### Goals']?.[1]).toBe('Tick by day')
    expect(lensesOf(nested.replace('[ ] by day', '[x] by day'))['### Goals']?.[1]).toBe(
      'Tick Nobody hears the lamp',
    )
  })

  it('offer to untick where all is done', () => {
    const done = withReplaced(LAMP, '- [ ] **AC-2**', '- [x] **AC-2**')
    expect(lensesOf(done)['### Acceptance Criteria']).toEqual(['2 of 2 done', 'Untick AC-2'])
  })

  it('shorten the words of a long item', () => {
    const long = withReplaced(LAMP, 'Nobody hears the lamp', `Nobody **hears** ${'the lamp '.repeat(20)}`)
    expect(lensesOf(long)['### Goals']?.[1]).toBe('Tick Nobody hears the lamp the lamp the…')
  })

  it('name commands that lead to the box', () => {
    const context = contextOf(LAMP)
    const lenses = codeLenses(context).filter(
      (lens) => context.document.getText(lens.range) === '### Acceptance Criteria',
    )
    const line = LAMP.slice(0, LAMP.indexOf('- [ ] **AC-2**')).split('\n').length - 1
    const position = { line, character: 3 }
    const args = [context.document.uri, position]
    expect(lenses.map((lens) => lens.command)).toEqual([
      { title: '1 of 2 done', command: COMMANDS.revealPosition, arguments: args },
      { title: 'Tick AC-2', command: COMMANDS.toggleCheckbox, arguments: [...args, expect.any(String)] },
    ])
  })

  it('tick what they say', () => {
    const context = contextOf(LAMP)
    const lens = codeLenses(context).find((each) => each.command?.title === 'Tick AC-2')
    const position = lens?.command?.arguments?.[1] as Position
    const edits = toggleCheckbox(context, context.document.offsetAt(position))
    expect(TextDocument.applyEdits(context.document, edits)).toBe(
      withReplaced(LAMP, '- [ ] **AC-2**', '- [x] **AC-2**'),
    )
  })

  it('stay away from files that are no spec', () => {
    expect(lensesOf('# Shopping\n\n- [ ] milk\n')).toEqual({})
  })
})
