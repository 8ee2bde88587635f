import { describe, expect, it } from 'vitest'
import { type FoldingOptions, foldingRanges } from '../../src/core/features/folding-ranges'
import { BUILT_IN, contextOf } from './support/context'
import { LAMP } from './support/specs'

const ALL: FoldingOptions = { frontMatterOnly: false, limit: undefined }

const BELL = `---
status: Draft
---
# Specification: Bell

## Overview

Bells ring.


## Functional Requirements
1. **[REQ-001]** The bell MUST ring
   - loudly
   - often
2. **[REQ-002]** The bell MUST NOT
   crack

## Notes
| a | b |
|---|---|
| c | d |

\`\`\`sh
ring
\`\`\`

<!-- nobody
reads this -->
<details>
more
</details>

### Empty
`

/** First and last line of each range as they read, and its kind. */
function folds(text: string, options = ALL): readonly string[] {
  const lines = text.split(/\r\n|\n/)
  return foldingRanges(contextOf(text), options).map(({ startLine, endLine, kind }) => {
    return [lines[startLine]?.trim(), '…', lines[endLine]?.trim(), kind].filter(Boolean).join(' ')
  })
}

describe('folding ranges', () => {
  it('are sections, items with content below, tables, code, HTML, comments and front matter', () => {
    expect(folds(BELL)).toEqual([
      '--- … ---',
      '# Specification: Bell … ### Empty',
      '## Overview … Bells ring.',
      '## Functional Requirements … crack',
      '1. **[REQ-001]** The bell MUST ring … - often',
      '## Notes … ### Empty',
      '| a | b | … | c | d |',
      '```sh … ```',
      '<!-- nobody … reads this --> comment',
      '<details> … </details>',
    ])
  })

  it('end in the last line that is not blank, whatever ends a line', () => {
    expect(folds(BELL.replaceAll('\n', '\r\n'))).toEqual(folds(BELL))
  })

  it('reach into lists: phases with their tasks, a test with its parts', () => {
    expect(folds(LAMP)).toEqual(
      expect.arrayContaining([
        '1. **Phase 1: Foundation** … - [ ] Task 1.2: Write the driver for REQ-001',
        '1. **[TEST-001]** Test dimming with a lit lamp (AC-1) … - Expected: 5 % light',
      ]),
    )
  })

  it('are lines alone: a client that folds nothing else gets all it needs', () => {
    for (const range of foldingRanges(contextOf(BELL), ALL)) {
      expect(Object.keys(range).filter((key) => key !== 'kind')).toEqual(['startLine', 'endLine'])
    }
  })

  it('begin on a line each, the longest that begins there', () => {
    const text = '# Bell\n- - **REQ-1**: a\n    - b\n  - c\n- **REQ-2**: d\n- **REQ-3**: e\n'
    expect(folds(text)).toEqual(['# Bell … - **REQ-3**: e', '- - **REQ-1**: a … - c'])
  })

  it.each([0, 1, 2, 5, 10])('are the outermost %i where a client takes no more', (limit) => {
    const found = folds(BELL, { ...ALL, limit })
    expect(found).toHaveLength(limit)
    if (limit === 5) {
      expect(found).toEqual([
        '--- … ---',
        '# Specification: Bell … ### Empty',
        '## Overview … Bells ring.',
        '## Functional Requirements … crack',
        '## Notes … ### Empty',
      ])
    }
  })

  it('are front matter alone beside an editor that folds Markdown', () => {
    expect(folds(BELL, { ...ALL, frontMatterOnly: true })).toEqual(['--- … ---'])
    expect(folds(LAMP, { ...ALL, frontMatterOnly: true })).toEqual([])
  })

  it('are none for templates and for files that are no spec', () => {
    expect(folds('# Read me\n\ntext\n')).toEqual([])
    expect(foldingRanges(contextOf(BUILT_IN.body, { uri: 'file:///templates/a.md' }), ALL)).toEqual([])
  })
})
