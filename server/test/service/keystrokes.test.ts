import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyser } from '../../src/core/analyser'
import { plainSymbols } from '../../src/core/index/workspace/plain-symbols'
import { symbolsOf } from '../../src/core/index/workspace/symbols-of'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import type { Analysis } from '../../src/index'
import { closedWorkspace, memoryWorkspace } from '../workspace/support/memory-files'

const EXAMPLES = ['overdue-notices.md', 'reservation-queue.md'].map((name) =>
  readFileSync(new URL(`../../../examples/specs/${name}`, import.meta.url), 'utf8'),
)

/** A bit of everything that a specification may hold, sound and broken. */
const MIXED = `---
owner: desk
---

# Specification: Ledger [2] – SPEC-2026-01-15-002

**ID**: SPEC-2026-01-15-002
**Status**: Approved
**Created**: 2026-01-15
**Last Updated**: 2026-13-01

## Overview

See [the other](other.md#one) and \`SPEC-2026-01-15-001#REQ-001\`. [NEEDS CLARIFICATION: who?]

## Functionl Requirements
1. **[REQ-001]** The system MUST mail the member a link to the export of the ledger.
2. **[REQ-002]** The system must quickly mail a link to the export of the ledger, REQ-001 through REQ-004, etc.
   - at night, several times
   - ~~by post~~
3. **[REQ_003]** The system MUST support exports and SHALL log them (REQ-009).
4. ~~**[REQ-005]** Gone since REQ-006.~~
10. **[REQ-002]** A second one.
   - [x] indented below ten

### Performance
- Performance: fast
- **REQ-7** short of digits <!-- specmark-disable-line -->

<!-- specmark-disable requirement/vague-word -- for now -->
| ID | Requirement | Priority |
|----|-------------|----------|
| **REQ-020** | It MUST be robust | Hihg |
|  | It MUST be \`there\` | High |
| REQ-021 | too | many | cells |
<!-- specmark-enable -->

**REQ-030**: A paragraph, and below it
**REQ-031**: another one.

- under both

#### REQ-040: A heading
Some text, REQ-001/002.

## Acceptance Criteria
- [ ] **AC-1**: Given a loan, when it is renewed, then it is due later, and when it is renewed again, then no (REQ-001)
- [x] **AC-2**: Given a loan and nothing else
  - [ ] open child
- [ ] Edge case: none
- [-] All of AC-1 through AC-2 satisfied

## Testing Strategy
- **TEST-001**: Renewal (AC-1, REQ-002)
  - Input: a loan
- **TEST-002**: TBD

## Implementation Plan
1. **Phase 1: Base**
   - [ ] Task 1.1: Build it (REQ-001)
   - [x] Task 2.2: Test it
2. **Phase 2**
   - [ ] Task 2.2: Ship it, TEST-001

> - [ ] **AC-9** in a quotation

\`\`\`
REQ-001 in code
\`\`\`

## Risks
| Risk | Impact | Likelihood | Mitigation |
|------|--------|------------|------------|
| Loss | Hi | Low | |

## Definition of Done
- [x] All acceptance criteria met
- [ ] [Document reviewed]

## Empty

[label]: other.md
`

const PIECES = [
  'x',
  'e',
  ' ',
  '1',
  '0',
  '-',
  '.',
  ')',
  '*',
  '**',
  '`',
  '[',
  ']',
  ':',
  '|',
  '\n',
  '\n\n',
  '\n- ',
  '\n- [ ] ',
  '\n1. ',
  '   ',
  '\t',
  '# ',
  '\n## Goals\n',
  '\n```\n',
  '<!-- ',
  ' -->',
  '~~',
  ' REQ-001',
  '**REQ-008**: ',
  ' (AC-1)',
  ' through REQ-009',
  ' TBD ',
  '[label]',
  '\n[label]: a.md\n',
  ' when it rains, then',
  'MUST ',
  ' fast ',
  '[context]',
  '\n<!-- specmark-disable-next-line -->\n',
  '**Status**: Draft\n',
  '\r\n',
]

const numRuns = Number(process.env.SPECMARK_RUNS ?? 15)
const seed = Number(process.env.SPECMARK_SEED ?? 20_260_115)

interface Edit {
  readonly where: number
  readonly cut: number
  readonly put: string
}

/** Typing and deleting at one place, mostly: then elsewhere. */
const edit: fc.Arbitrary<Edit> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3) }, fc.nat(200)),
  put: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('x', 'y', '') }, fc.constantFrom(...PIECES)),
})

function* versionsOf(text: string, edits: readonly Edit[]): Iterable<string> {
  let now = text
  for (const { where, cut, put } of edits) {
    const at = Math.floor(where * now.length)
    const before = now
    now = now.slice(0, at) + put + now.slice(at + cut)
    yield now
    // A second letter beside the first, as one types on.
    now = `${now.slice(0, at)}z${now.slice(at)}`
    yield now
    // Taken back: what was known of an earlier version must not stand for a later one.
    if (cut > 20) {
      now = before
      yield now
    }
  }
}

/** All that there is to be known of a version, without what it is known from. */
function told({ findings, baselined, stale, diagnostics, symbols, spec, index }: Analysis): unknown {
  return {
    findings: findings.map(({ fixes = [], ...finding }) => ({
      ...finding,
      fixes: fixes.map(({ edits, ...fix }) => ({ ...fix, edits: edits() })),
    })),
    baselined,
    stale,
    diagnostics,
    symbols: plainSymbols(symbols),
    ids: spec.items.map(({ id }) => [index.at(id.span.start)?.id.key, index.nextFree(id.prefix)]),
    progress: index.progress,
  }
}

const NAME = 'specs/ledger.md'
const OTHERS = {
  'specs/other.md':
    '# Specification: Other\n\n**ID**: SPEC-2026-01-15-001\n\n## Functional Requirements\n\n- **REQ-001**: One, as SPEC-2026-01-15-002#REQ-001 says.\n',
}

/** The version judged by an analyser that has never seen another, beside the same files. */
function judgedAnew({ document, config, surroundings, symbols }: Analysis): Analysis {
  const analyser = createAnalyser(createMarkdownReader(), () => undefined)
  const reading = analyser.read(document.uri, document.getText(), config)
  const read = { ...reading, symbols: symbolsOf(reading.index, symbols.group) }
  return analyser.judge(document, read, { config, surroundings, today: '2026-02-03' })
}

async function expectTheSame(start: string, edits: readonly Edit[]): Promise<void> {
  const workspace = closedWorkspace({ ...OTHERS, [NAME]: start })
  await workspace.service.analyse(workspace.open(NAME, start))
  for (const text of versionsOf(start, edits)) {
    const now = await workspace.service.analyse(workspace.open(NAME, text))
    expect(told(now)).toEqual(told(judgedAnew(now)))
  }
}

/** The same with all that the files of a workspace say to each other, read anew with each version. */
async function expectTheSameBeside(start: string, edits: readonly Edit[]): Promise<void> {
  const workspace = await memoryWorkspace({ ...OTHERS, [NAME]: start })
  for (const text of versionsOf(start, edits)) {
    const now = await workspace.service.analyse(workspace.open(NAME, text))
    const anew = await memoryWorkspace({ ...OTHERS, [NAME]: text })
    expect(told(now)).toEqual(told(await anew.service.analyse(anew.open(NAME, text))))
    expect(workspace.service.files()).toEqual(anew.service.files())
  }
}

describe('after every edit a document is judged as one that was never seen before', () => {
  it.each([
    ['a document with a bit of everything', MIXED],
    ['a draft of it', MIXED.replace('Approved', 'Draft').replace('Functionl', 'Functional')],
    ['one with Windows line endings', MIXED.replaceAll('\n', '\r\n')],
    ['a finished specification', EXAMPLES.join('\n').slice(0, 6000)],
  ])(
    '%s',
    async (_, text) => {
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
          expectTheSame(text, edits),
        ),
        { numRuns, seed },
      )
    },
    3_600_000,
  )

  it('beside others in a workspace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) =>
        expectTheSameBeside(MIXED, edits),
      ),
      { numRuns: Math.ceil(numRuns / 5), seed },
    )
  }, 3_600_000)
})
