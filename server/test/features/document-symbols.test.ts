import { describe, expect, it } from 'vitest'
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types'
import { documentSymbols } from '../../src/core/features/document-symbols'
import { BUILT_IN, contextOf } from './support/context'
import { LAMP, withReplaced } from './support/specs'

const KIND_NAMES = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]))

/** One line a symbol, indented as it is nested: `Class REQ-001: The lamp … — MUST`. */
function outline(text: string, options = { withoutHeadings: false }): readonly string[] {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ kind, name, detail, children = [] }) => [
      `${indent}${KIND_NAMES.get(kind)} ${name}${detail === '' ? '' : ` — ${detail}`}`,
      ...lines(children, `${indent}  `),
    ])
  return lines(documentSymbols(contextOf(text), options), '')
}

function all(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])])
}

describe('the outline', () => {
  it('has sections with their progress, and items in them with their keyword and state', () => {
    expect(outline(LAMP)).toEqual([
      'String Specification: Reading lamp — Review · 3 of 9 done',
      '  String Overview',
      '  String Why (Purpose & Context) — 1 of 2 done',
      '    String Goals — 1 of 2 done',
      '  String What (Requirements & Acceptance Criteria) — 1 of 2 done',
      '    String Functional Requirements',
      '      Class REQ-001: The lamp MUST dim to 5 % within 2 seconds — MUST',
      '      Class REQ-002: The lamp SHOULD remember its last level — SHOULD',
      '      Class REQ-003: The lamp MAY play music — MAY · retired',
      '    String Non-Functional Requirements',
      '    String Acceptance Criteria — 1 of 2 done',
      '      Function AC-1: Given a lit lamp, when the reader turns the knob, then it… — done',
      '      Function AC-2: Given a lamp at 40 %, when power returns, then it shines… — open',
      '    String Out of Scope',
      '  String How (Implementation Approach) — 1 of 3 done',
      '    String Implementation Plan — 1 of 3 done',
      '      Property Task 1.1: Choose the dimmer — done',
      '      Property Task 1.2: Write the driver for REQ-001 — open',
      '      Property Task 2.1: Store the level (REQ-002) — open',
      '    String Technical Decisions',
      '  String Testing Strategy',
      '    String Test Cases',
      '      Method TEST-001: Test dimming with a lit lamp (AC-1)',
      '  String Risks & Mitigations',
      '  String Definition of Done — 0 of 2 done',
    ])
  })

  it('tags what is retired', () => {
    const symbols = all(documentSymbols(contextOf(LAMP), { withoutHeadings: false }))
    const tagged = symbols.filter(({ tags }) => tags?.includes(SymbolTag.Deprecated))
    expect(tagged.map(({ name }) => name)).toEqual(['REQ-003: The lamp MAY play music'])
  })

  it('selects a heading or an ID, within all that belongs to it', () => {
    const context = contextOf(LAMP)
    const symbols = all(documentSymbols(context, { withoutHeadings: false }))
    const textOf = (name: string, part: 'range' | 'selectionRange') => {
      const symbol = symbols.find((each) => each.name.startsWith(name))
      return symbol && context.document.getText(symbol[part])
    }
    expect(textOf('TEST-001', 'selectionRange')).toBe('TEST-001')
    expect(textOf('TEST-001', 'range')).toMatch(/^1\. \*\*\[TEST-001\][\s\S]*Expected: 5 % light$/)
    expect(textOf('Goals', 'selectionRange')).toBe('### Goals')
    expect(textOf('Goals', 'range')).toBe(
      '### Goals\n- [x] Readers sleep better\n- [ ] Nobody hears the lamp\n',
    )
    expect(textOf('Specification', 'range')).toBe(LAMP.trimEnd())
  })

  it('nests items as their text does, and counts the boxes below an item', () => {
    const text = [
      '# Specification: Bell',
      '## Functional Requirements',
      '- **REQ-1**: The bell MUST ring',
      '  - [x] **AC-1**: Given a bell, when it is struck, then it rings',
      '  - [ ] **AC-2**: Given no bell, when it is struck, then nothing',
      '- **REQ-2**: The bell MUST NOT and SHOULD NOT crack',
    ].join('\n')
    expect(outline(text).slice(2)).toEqual([
      '    Class REQ-1: The bell MUST ring — MUST · 1 of 2 done',
      '      Function AC-1: Given a bell, when it is struck, then it rings — done',
      '      Function AC-2: Given no bell, when it is struck, then nothing — open',
      '    Class REQ-2: The bell MUST NOT and SHOULD NOT crack — MUST NOT, SHOULD NOT',
    ])
  })

  it('gives an item that is a heading once, in the place of its section', () => {
    const text = [
      '# Bell',
      '### REQ-001: Ringing',
      'The bell MUST ring.',
      '- **AC-1**: Given a bell, when it is struck, then it rings',
      '### REQ-002: Silence',
      'The bell MUST NOT hum.',
      '#### Notes',
    ].join('\n')
    expect(outline(text)).toEqual([
      'String Bell',
      '  Class REQ-001: Ringing — MUST',
      '    Function AC-1: Given a bell, when it is struck, then it rings',
      '  Class REQ-002: Silence — MUST NOT',
      '    String Notes',
    ])
    // Beside an editor that outlines headings, it would stand there twice.
    expect(outline(text, { withoutHeadings: true })).toEqual([
      'Function AC-1: Given a bell, when it is struck, then it rings',
    ])
  })

  it('has rows of a table, and items without a text', () => {
    const text = [
      '# Bell',
      '| ID | Requirement |',
      '|----|-------------|',
      '| REQ-001 | The bell MUST ring |',
      '| REQ-002 | |',
    ].join('\n')
    expect(outline(text)).toEqual([
      'String Bell',
      '  Class REQ-001: The bell MUST ring — MUST',
      '  Class REQ-002',
    ])
  })

  it('has no section under another of its level, nor under a title that ends before it', () => {
    const text = '# Bell\n- **REQ-1**: a\n# Gong\n- **REQ-2**: b\n## \n'
    expect(outline(text)).toEqual([
      'String Bell',
      '  Class REQ-1: a',
      'String Gong',
      '  Class REQ-2: b',
      '  String Untitled',
    ])
  })

  it('ends before the line of the next heading, whatever ends a line', () => {
    const text = withReplaced(LAMP, '## Overview', '## Overview\n').replaceAll('\n', '\r\n')
    const symbols = all(documentSymbols(contextOf(text), { withoutHeadings: false }))
    const end = symbols.find(({ name }) => name === 'Overview')?.range.end
    expect(end).toEqual({ line: text.split('\r\n').indexOf('## Why (Purpose & Context)') - 1, character: 0 })
  })

  it('is empty for templates and for files that are no spec', () => {
    const options = { withoutHeadings: false }
    expect(documentSymbols(contextOf('# Read me\n\n## Use\n'), options)).toEqual([])
    const template = contextOf(BUILT_IN.body, { uri: 'file:///templates/lamp.md' })
    expect(documentSymbols(template, options)).toEqual([])
  })
})
