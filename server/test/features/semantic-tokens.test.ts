import { describe, expect, it } from 'vitest'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../src/core/features/semantic-tokens'
import { BUILT_IN, contextOf } from './support/context'
import { LAMP, withReplaced } from './support/specs'
import { decodeTokens } from './support/tokens'

/** `text type modifiers` of the tokens on the first line that has these words. */
function tokensOn(words: string, text = LAMP): readonly string[] {
  const context = contextOf(text)
  const line = text.slice(0, text.indexOf(words)).split(/\r\n|\n/).length - 1
  return decodeTokens(semanticTokens(context).data, SEMANTIC_TOKENS_LEGEND)
    .filter((token) => token.line === line)
    .map((token) => {
      const start = { line, character: token.character }
      const end = { line, character: token.character + token.length }
      return [context.document.getText({ start, end }), token.type, ...token.modifiers].join(' ')
    })
}

describe('semantic tokens', () => {
  it('stay away from templates', () => {
    expect(semanticTokens(contextOf(BUILT_IN.body, { uri: 'file:///templates/lamp.md' })).data).toEqual([])
  })

  it('mark requirements with their keyword', () => {
    expect(tokensOn('[REQ-001]')).toEqual(['REQ-001 class declaration', 'MUST keyword'])
  })

  it('mark criteria with their clauses and what they name', () => {
    expect(tokensOn('**AC-2**')).toEqual([
      'AC-2 function declaration',
      'Given keyword',
      'when keyword',
      'then keyword',
      'REQ-002 class',
    ])
  })

  it('mark tasks and tests', () => {
    expect(tokensOn('Task 1.2')).toEqual(['Task 1.2 property declaration', 'REQ-001 class'])
    expect(tokensOn('TEST-001')).toEqual(['TEST-001 method declaration', 'AC-1 function'])
  })

  it('strike retired and dead IDs', () => {
    expect(tokensOn('REQ-003')[0]).toBe('REQ-003 class declaration deprecated')
    const dead = withReplaced(LAMP, 'Write the driver for REQ-001', 'Write the driver for REQ-009')
    expect(tokensOn('Task 1.2', dead)).toEqual([
      'Task 1.2 property declaration',
      'REQ-009 class deprecated unresolved',
    ])
  })

  it('have what is ticked step back, but for its IDs', () => {
    expect(tokensOn('**AC-1**')).toEqual([
      'AC-1 function declaration',
      'Given a lit lamp, when the reader turns the knob, then it dims to 5 % ( comment done',
      'REQ-001 class',
      ') comment done',
    ])
    expect(tokensOn('Readers sleep better')).toEqual(['Readers sleep better comment done'])
    expect(tokensOn('Task 1.1')).toEqual(['Task 1.1 property declaration', 'Choose the dimmer comment done'])
  })

  it('tick an item alone, not what is nested in it, nor what stands around it', () => {
    const text = withReplaced(
      LAMP,
      '- [ ] Code reviewed and approved',
      '- [x] Code reviewed\n  by two\n  - [ ] Ann MUST',
    )
    expect(tokensOn('Code reviewed', text)).toEqual(['Code reviewed comment done'])
    expect(tokensOn('by two', text)).toEqual(['  by two comment done'])
    expect(tokensOn('Ann MUST', text)).toEqual(['MUST keyword'])
  })

  it('are those that touch a stretch, where it is asked for', () => {
    const context = contextOf(LAMP)
    const start = LAMP.indexOf('**[REQ-002]**')
    const { data } = semanticTokens(context, { start, end: LAMP.indexOf('\n', start) })
    expect(decodeTokens(data, SEMANTIC_TOKENS_LEGEND).map(({ line, type }) => [line, type])).toEqual([
      [19, 'class'],
      [19, 'keyword'],
    ])
    expect(semanticTokens(context, { start: 0, end: 0 }).data).toEqual([])
  })

  it('mark the status and placeholders', () => {
    expect(tokensOn('**Status**')).toEqual(['Review enumMember'])
    const noted = withReplaced(LAMP, ': Review', ': Approved (2026-01-20)')
    expect(tokensOn('**Status**', noted)).toEqual(['Approved enumMember'])
    const open = withReplaced(LAMP, '- Colours', '- [Explicitly list what is NOT included]')
    expect(tokensOn('Explicitly', open)).toEqual(['[Explicitly list what is NOT included] comment'])
  })

  it('leave ordinary words, headings, code and comments alone', () => {
    expect(tokensOn('Readers are dazzled')).toEqual([])
    expect(tokensOn('OPTIONAL', withReplaced(LAMP, '### Goals', '### OPTIONAL Goals'))).toEqual([])
    expect(tokensOn('SHALL', withReplaced(LAMP, 'Readers', '`SHALL` <!-- MAY --> Readers'))).toEqual([])
    expect(tokensOn('musty', withReplaced(LAMP, 'Readers', 'Readers musty must NON-OPTIONAL'))).toEqual([])
  })

  it.each(['\n', '\r\n', '\r'])('count lines that end in %j', (ending) => {
    const text = withReplaced(LAMP, 'turns the knob, then', 'turns the\n  knob, then').replaceAll(
      '\n',
      ending,
    )
    const context = contextOf(text)
    const tokens = decodeTokens(semanticTokens(context).data, SEMANTIC_TOKENS_LEGEND)
    const texts = tokens.map(({ line, character, length, type }) => {
      const start = { line, character }
      return `${context.document.getText({ start, end: { line, character: character + length } })} ${type}`
    })
    expect(texts).toContain('Given a lit lamp, when the reader turns the comment')
    expect(texts).toContain('  knob, then it dims to 5 % ( comment')
    expect(texts).toContain('TEST-001 method')
  })

  it('count columns in UTF-16 and lines by any line ending', () => {
    const text = withReplaced(LAMP, 'The lamp MUST', '🪔🪔 MUST').replaceAll('\n', '\r\n')
    expect(tokensOn('[REQ-001]', text)).toEqual(['REQ-001 class declaration', 'MUST keyword'])
  })

  it('are none for files that are no spec', () => {
    expect(semanticTokens(contextOf('# Read me\n\nYou MUST read this.\n')).data).toEqual([])
  })
})
