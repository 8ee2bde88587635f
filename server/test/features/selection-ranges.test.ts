import { describe, expect, it } from 'vitest'
import type { SelectionRange } from 'vscode-languageserver-types'
import { selectionRanges } from '../../src/core/features/selection-ranges'
import { BUILT_IN, contextOf } from './support/context'
import { atCursor, CURSOR } from './support/cursor'
import { LAMP, withReplaced } from './support/specs'

/** What grows around the cursor, from the innermost; of several lines the first and the last. */
function grown(marked: string): readonly string[] {
  const { text, offset } = atCursor(marked)
  const context = contextOf(text)
  const [innermost] = selectionRanges(context, [offset])
  const texts: string[] = []
  for (let at: SelectionRange | undefined = innermost; at !== undefined; at = at.parent) {
    const [first = '', ...further] = context.document.getText(at.range).split('\n')
    texts.push(further.length === 0 ? first : `${first} … ${further.at(-1)?.trim()}`)
  }
  return texts
}

function cursorIn(words: string, text = LAMP): string {
  return withReplaced(text, words, `${words.slice(0, 1)}${CURSOR}${words.slice(1)}`)
}

const LAST = '- [ ] Documentation updated'
/** What every place ends with: all under the title, the title with it, and the document with its last line ending. */
const AROUND = [
  `## Overview … ${LAST}`,
  `# Specification: Reading lamp … ${LAST}`,
  '# Specification: Reading lamp … ',
]

describe('the selection', () => {
  it('grows from a word by clause, text, item, list and sections to the document', () => {
    const text = 'Given a lit lamp, when the reader turns the knob, then it dims to 5 % (REQ-001)'
    const last = '- [ ] **AC-2**: Given a lamp at 40 %, when power returns, then it shines at 40 % (REQ-002)'
    expect(grown(cursorIn('reader turns'))).toEqual([
      'reader',
      'when the reader turns the knob',
      text,
      `[x] **AC-1**: ${text}`,
      `- [x] **AC-1**: ${text}`,
      `- [x] **AC-1**: ${text} … ${last}`,
      `### Acceptance Criteria … ${last}`,
      '### Functional Requirements … - Colours',
      '## What (Requirements & Acceptance Criteria) … - Colours',
      ...AROUND,
    ])
  })

  it('grows from an ID by its brackets and marks', () => {
    expect(grown(cursorIn('REQ-001]')).slice(0, 5)).toEqual([
      'REQ',
      'REQ-001',
      '[REQ-001]',
      '**[REQ-001]**',
      '**[REQ-001]** The lamp MUST dim to 5 % within 2 seconds',
    ])
    expect(grown(LAMP.replace('Task 1.2:', `Task 1.2${CURSOR}:`)).slice(0, 2)).toEqual(['2', 'Task 1.2'])
  })

  it('takes an item without and with what is nested in it', () => {
    expect(grown(cursorIn('dimming with')).slice(0, 5)).toEqual([
      'dimming',
      'Test dimming with a lit lamp (AC-1)',
      '**[TEST-001]** Test dimming with a lit lamp (AC-1)',
      '1. **[TEST-001]** Test dimming with a lit lamp (AC-1)',
      '1. **[TEST-001]** Test dimming with a lit lamp (AC-1) … - Expected: 5 % light',
    ])
    expect(grown(cursorIn('knob to the left')).slice(0, 5)).toEqual([
      'knob',
      'Input: knob to the left',
      '- Input: knob to the left',
      '- Input: knob to the left … - Expected: 5 % light',
      '1. **[TEST-001]** Test dimming with a lit lamp (AC-1) … - Expected: 5 % light',
    ])
  })

  it('grows by cell, row and table, by value and field, by paragraph', () => {
    expect(grown(cursorIn('does not hum')).slice(0, 5)).toEqual([
      'does',
      'It does not hum',
      '| It does not hum |',
      '| Dimmer | Triac, PWM | PWM | It does not hum |',
      '| Decision | Options Considered | Choice | Rationale | … | Dimmer | Triac, PWM | PWM | It does not hum |',
    ])
    expect(grown(cursorIn('2026-01-20')).slice(0, 3)).toEqual([
      '2026',
      '2026-01-20',
      '**Last Updated**: 2026-01-20',
    ])
    expect(grown(cursorIn('dazzled')).slice(0, 3)).toEqual([
      'dazzled',
      'Readers are dazzled at night, and the old lamp hums.',
      'Readers are dazzled at night, and the old lamp hums. … - [ ] Nobody hears the lamp',
    ])
  })

  it('parts lists of another kind that stand directly below each other', () => {
    const text = withReplaced(LAMP, '- Colours', '- Colours\n- Sounds\n* Smells')
    expect(grown(cursorIn('Sounds', text)).slice(0, 4)).toEqual([
      'Sounds',
      '- Sounds',
      '- Colours … - Sounds',
      '- Colours … * Smells',
    ])
  })

  it('answers for each of several positions', () => {
    const context = contextOf(LAMP)
    const offsets = ['Readers', 'knob', 'Flicker'].map((word) => LAMP.indexOf(word))
    const words = selectionRanges(context, offsets).map(({ range }) => context.document.getText(range))
    expect(words).toEqual(['Readers', 'knob', 'Flicker'])
  })

  it('has words of any script, and none longer than anyone’s', () => {
    const text = withReplaced(LAMP, '- Colours', '- Lампа 𝒜𝒷 灯を消す')
    expect(grown(cursorIn('Lампа', text))[0]).toBe('Lампа')
    expect(grown(withReplaced(text, '𝒜𝒷', `𝒜${CURSOR}𝒷`))[0]).toBe('𝒜𝒷')
    expect(grown(cursorIn('灯を消す', text))[0]).toBe('灯を消す')
  })

  it('is nothing in templates and in what is no spec', () => {
    expect(selectionRanges(contextOf('# Read me\n'), [3])).toEqual([])
    expect(selectionRanges(contextOf(BUILT_IN.body, { uri: 'file:///templates/a.md' }), [3])).toEqual([])
  })
})
