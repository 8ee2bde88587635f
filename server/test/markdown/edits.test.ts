import fc from 'fast-check'
import { describe, it } from 'vitest'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { flat, freshReaders, mustBe, mustReadAsRemark, oracle } from './support/same-as-remark'
import { applied, composedText, edit } from './support/texts'

const numRuns = Number(process.env.SPECMARK_RUNS ?? 400)
const seed = Number(process.env.SPECMARK_SEED ?? 20_260_115)

const SPEC = `---
owner: finance
---

# Exports

**ID**: SPEC-2026-01-15-001
**Status**: Draft

## What

1. **[REQ-001]** The system MUST export \`CSV\` within 2 seconds ([why][latency]).
2. **[REQ-002]** The system SHOULD name the file.[^name]
   It says so itself.

- [ ] **Phase 1**: the writer
  - [x] **Task 1.1**: columns (REQ-001)
    - File: \`src/csv.ts\`

    More on it.
  - [ ] **Task 1.2**: escaping, see https://example.org/csv
  - [ ] **Task 1.3**: names
- [ ] **Phase 2**: the button

| ID | Case | Expected |
|---|---|---|
| TEST-1 | an empty table \\| none | a header |
| TEST-2 | \`a|b\` | **quoted** |

> Quoted, and
lazily so.

\`\`\`sh
# no heading
\`\`\`

<!-- specmark-disable id/missing -->

[latency]: https://example.org/latency
[^name]: Names sort by date.
`

describe('an edited document', () => {
  it('reads as remark reads it, after each of many edits, by readers that remember the versions before', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const readers = { ...freshReaders(), 'with a small cache': createMarkdownReader({ cacheSize: 400 }) }
        let text = SPEC
        mustReadAsRemark(text, readers)
        for (const each of edits) {
          text = applied(text, each)
          mustReadAsRemark(text, readers)
        }
      }),
      { numRuns: numRuns / 10, seed },
    )
  }, 3_600_000)

  it('reads, from a reader that has seen other versions, as from one that has seen none', () => {
    fc.assert(
      fc.property(composedText, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        const seasoned = freshReaders()
        let text = start
        for (const each of edits) {
          text = applied(text, each)
          const fresh = flat(createMarkdownReader().read(text).blocks)
          for (const [name, reader] of Object.entries(seasoned))
            mustBe(fresh, flat(reader.read(text).blocks), name, text)
        }
        mustBe(
          flat(oracle(text).blocks),
          flat(createMarkdownReader().read(text).blocks),
          'a fresh reader',
          text,
        )
      }),
      { numRuns, seed },
    )
  }, 3_600_000)
})
