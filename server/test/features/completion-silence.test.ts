import { describe, expect, it } from 'vitest'
import { complete } from './support/complete'
import { LAMP, withLineBelow, withReplaced } from './support/specs'

describe('completion is silent', () => {
  const inProse = (typed: string) => withReplaced(LAMP, 'Readers are dazzled at night', typed)

  it.each([
    ['in a sentence', 'Readers │are dazzled'],
    ['behind a dash within a word', 'Readers of state-│'],
    ['behind a lower-case word with a dash', 'A test-│driven lamp'],
    ['behind a lower-case word with a dash that goes on', 'A pilot test- or task-│'],
    ['behind a dash between words', 'Readers -│ all of them'],
    ['behind a colon', 'Readers are these:│'],
    ['behind emphasis', 'Readers *│'],
    ['behind strong emphasis', 'Readers **│'],
    ['behind a bar', 'Readers |│'],
    ['in the text of a link', 'Readers [as told│](https://example.com)'],
    ['in the destination of a link', 'Readers [as told](REQ-│)'],
    ['in a destination that is still open', 'Readers [as told](REQ-│'],
    ['behind the text of a link', 'Readers [as told][│'],
    ['in an image', 'Readers ![│'],
    ['in an address', 'Readers of https://example.com/REQ-│'],
    ['in a path', 'Readers of docs/REQ-│'],
    ['behind a word', 'Readers of lamps[│]'],
    ['in a code span', 'Readers of `lamps[│]`'],
    ['in a code span that is still open', 'Readers of `lamps[│'],
    ['in a comment', 'Readers\n\n<!-- see [│] -->'],
    ['in a comment within a line', 'Readers <!-- REQ-│ --> are'],
    ['in a comment that is still open', 'Readers <!-- [│'],
    ['in a tag', 'Readers <a title="[│">'],
    ['in a fence', '```\n- [│]\n```'],
    ['in an open fence', '```\n- [ ] **│'],
    ['in indented code', 'Readers\n\n    - [│]'],
    ['behind a checkbox of a list that is not for items', 'Readers\n\n- [│]'],
    ['behind a list marker there', 'Readers\n\n-│'],
    ['at a rule', 'Readers\n\n--│'],
    ['at bold text there', 'Readers\n\n**│'],
  ])('%s', (_, typed) => {
    expect(complete(inProse(typed)).labels).toEqual([])
  })

  it.each([
    ['below a requirement', '[REQ-003]', '   -│'],
    ['at a rule between criteria', '**AC-2**', '--│'],
    ['at a longer rule', '**AC-2**', '---│'],
    ['in the middle of a criterion', '**AC-2**', '- [ ] **AC-3**: Given a lamp │ that'],
    ['behind the colon of a criterion', '**AC-2**', '- [ ] **AC-3**:│'],
    ['where words get a checkbox', '**AC-2**', '- [│Given a lamp'],
    ['in the checkbox of another item', '**AC-2**', '- [│ ] **AC-3**: Given a lamp'],
    ['at bold words of an item', '[REQ-003]', '4. **│Dimming** MUST be smooth'],
    ['behind a label', '**Performance**', '- **Security**:│'],
    ['in the middle of a word of a requirement', '[REQ-003]', '4. **[REQ-004]** The lamp sh│ines'],
    ['in Out of Scope', '- Colours', '- [│]'],
    ['in a checklist without IDs', 'Documentation updated', '- [│]'],
    ['behind a bold word in a checklist', 'Documentation updated', '- [ ] **│'],
  ])('%s', (_, below, typed) => {
    expect(complete(withLineBelow(LAMP, below, typed)).labels).toEqual([])
  })

  it.each([
    ['in a note behind the status', 'Review', 'Approved by all:│'],
    ['at a dash before the status', 'Review', '-│Review'],
    ['behind a dash there', 'Review', 'Approved after review -│'],
    ['in a note behind a value', '| High |', '| High -│ |'],
    ['in brackets that hold words', 'Readers are dazzled', 'Readers [are daz│zled]'],
  ])('%s', (_, words, typed) => {
    expect(complete(withReplaced(LAMP, words, typed)).labels).toEqual([])
  })

  it.each([
    ['in its brackets', '**[REQ-001]**', '**[│REQ-001]**'],
    ['in bold', '**AC-1**', '**│AC-1**'],
    ['behind its checkbox', '**AC-2**', '│**AC-2**'],
    ['with a blank in it', 'Task 1.2', '│Task 1.2'],
    ['that is named', '(REQ-001)', '(│REQ-001)'],
    ['that is named, behind a bracket', '(REQ-001)', '([│REQ-001])'],
  ])('before an ID that stands there already: %s', (_, words, typed) => {
    expect(complete(withReplaced(LAMP, words, typed)).labels).toEqual([])
  })

  it('in front matter, but for fields', () => {
    expect(complete(`---\ntitle: [│]\n---\n${LAMP}`).labels).toEqual([])
    expect(
      complete(`---\nstatus:│\n---\n${withReplaced(LAMP, '**Status**: Review  \n', '')}`).labels,
    ).toEqual(['Draft', 'Review', 'Approved', 'Implemented'])
  })

  it('in files that are no spec', () => {
    expect(complete('# Read me\n\n- [│]\n').labels).toEqual([])
    expect(complete('# Read me\n\n**Status**:│\n').labels).toEqual([])
    expect(complete('│').labels).toEqual([])
  })
})
