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
    expect(tokensOn('Task 1.2', dead)).toEqual(['Task 1.2 property declaration', 'REQ-009 class deprecated'])
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

  it('count columns in UTF-16 and lines by any line ending', () => {
    const text = withReplaced(LAMP, 'The lamp MUST', '🪔🪔 MUST').replaceAll('\n', '\r\n')
    expect(tokensOn('[REQ-001]', text)).toEqual(['REQ-001 class declaration', 'MUST keyword'])
  })

  it('are none for files that are no spec', () => {
    expect(semanticTokens(contextOf('# Read me\n\nYou MUST read this.\n')).data).toEqual([])
  })
})
