import { describe, expect, it } from 'vitest'
import { DocumentHighlightKind } from 'vscode-languageserver-types'
import { documentHighlights } from '../../src/core/features/document-highlights'
import { contextOf } from './support/context'
import { atCursor, CURSOR } from './support/cursor'
import { LAMP, withReplaced } from './support/specs'

/** Each place as `line: kind text`, lines from 1. */
function highlights(marked: string): readonly string[] {
  const { text, offset } = atCursor(marked)
  const context = contextOf(text)
  return documentHighlights(context, offset).map(({ range, kind }) => {
    const name = kind === DocumentHighlightKind.Write ? 'write' : 'read'
    return `${range.start.line + 1}: ${name} ${context.document.getText(range)}`
  })
}

function cursorIn(text: string, words: string): string {
  return withReplaced(text, words, `${words.slice(0, 2)}${CURSOR}${words.slice(2)}`)
}

describe('highlights', () => {
  it('are where an ID is defined and where it is named, from any of these', () => {
    const places = ['19: write REQ-001', '27: read REQ-001', '38: read REQ-001']
    expect(highlights(cursorIn(LAMP, 'REQ-001]'))).toEqual(places)
    expect(highlights(cursorIn(LAMP, 'REQ-001)'))).toEqual(places)
    expect(highlights(LAMP.replace('REQ-001)', `REQ-001${CURSOR})`))).toEqual(places)
  })

  it('are ranges that name it, whole, and their written ends', () => {
    const ranged = withReplaced(LAMP, '- Colours', '- See REQ-001 through REQ-003, not REQ-001..002')
    expect(highlights(cursorIn(ranged, 'REQ-002]'))).toEqual([
      '20: write REQ-002',
      '28: read REQ-002',
      '31: read REQ-001 through REQ-003',
      '31: read REQ-001..002',
      '41: read REQ-002',
    ])
    expect(highlights(cursorIn(ranged, 'REQ-003,'))).toEqual(['21: write REQ-003', '31: read REQ-003'])
  })

  it('are every definition of an ID that has two', () => {
    const twice = withReplaced(LAMP, '**[REQ-002]**', '**[REQ-001]**')
    expect(highlights(cursorIn(twice, 'REQ-001)')).filter((place) => place.includes('write'))).toEqual([
      '19: write REQ-001',
      '20: write REQ-001',
    ])
  })

  it('are of a qualified ID those of that spec, whatever the document has of the same ID', () => {
    const foreign = 'SPEC-2020-01-01-001'
    const named = withReplaced(LAMP, '- Colours', `- As ${foreign}#REQ-001, ${foreign}#REQ-001 say`)
    expect(highlights(cursorIn(named, 'REQ-001, '))).toEqual(['31: read REQ-001', '31: read REQ-001'])
    expect(highlights(cursorIn(named, 'REQ-001]')).filter((place) => place.startsWith('31'))).toEqual([])
  })

  it('are of a document ID its field and where it is named', () => {
    const id = /SPEC-[\d-]+\d/.exec(LAMP)?.[0] ?? ''
    const named = withReplaced(LAMP, '- Colours', `- As ${id} says`)
    expect(highlights(cursorIn(named, id))).toEqual([expect.stringMatching(`write ${id}$`), `31: read ${id}`])
  })

  it('are of a heading or a link the links to the same place', () => {
    const linked = withReplaced(LAMP, '- Colours', '- See [a](#overview), [b](b.md#overview), [c](#Overview)')
    const places = ['3: write Overview', '31: read [a](#overview)', '31: read [c](#Overview)']
    expect(highlights(cursorIn(linked, 'Overview'))).toEqual(places)
    expect(highlights(cursorIn(linked, '[a]'))).toEqual(places)
    expect(highlights(cursorIn(linked, '[b]'))).toEqual(['31: read [b](b.md#overview)'])
  })

  it('are of a lettered ID also the definition that it means', () => {
    const lettered = withReplaced(LAMP, '- Colours', '- See REQ-002b and REQ-002b')
    expect(highlights(cursorIn(lettered, 'REQ-002b'))).toEqual([
      '20: write REQ-002',
      '31: read REQ-002b',
      '31: read REQ-002b',
    ])
  })

  it('are of an ID that nothing defines its mentions', () => {
    const dead = withReplaced(LAMP, '- Colours', '- See REQ-009, REQ-009')
    expect(highlights(cursorIn(dead, 'REQ-009'))).toEqual(['31: read REQ-009', '31: read REQ-009'])
  })

  it.each(['Readers', '**Status**', 'MUST dim', '## Overview'])('are none on %s', (words) => {
    expect(highlights(cursorIn(LAMP, words))).toEqual([])
  })

  it('are none in files that are no spec', () => {
    expect(highlights(`# Read me\n\nSee SHA-2${CURSOR}56 and SHA-256.\n`)).toEqual([])
  })
})
