import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { LOOSE, README } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

const ASKING = `# Specification: Lamp

## Overview
**ID**: SPEC-2026-01-15-001
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The lamp MUST shine for [NEEDS CLARIFICATION: how long?]
2. **[REQ-002]** TBD
3. **[REQ-003]** The lamp MUST be [TBD] bright <!-- specmark-disable-line structure/unresolved-marker -- decided -->
4. **[REQ-004]** A \`TBD\` MUST be shown as text

## Open Questions
| # | Question | Status | Answer |
|---|----------|--------|--------|
| 1 | Who pays? | Open | TBD |
| 2 | Who cleans? | **Resolved** | Ann |
| 3 | Who lights? | | |

| Question | Answer |
|----------|--------|
| Why? | — |
| When? | In May |

| Part | Maker |
|------|-------|
| Wick | TBD |
`

describe('questions', () => {
  test('lists marks and rows without an answer, by file and place', async () => {
    workspace.write({ 'lamp.md': ASKING, 'export.md': LOOSE, 'README.md': README })
    expect(await workspace.specmark('questions')).toEqual({
      code: 0,
      err: '',
      out: `lamp.md
  8:42     REQ-001: how long?
  9:18     [REQ-002] TBD
  16:1     Who pays?
  18:1     Who lights?
  22:1     Why?
  27:10    Wick | TBD

6 open questions in 1 of 2 specifications
`,
    })
  })

  test('gives them as JSON, specifications without one too', async () => {
    workspace.write({ 'lamp.md': ASKING, 'export.md': LOOSE })
    const { out } = await workspace.specmark('questions', '--format', 'json')
    const { version, files, total } = JSON.parse(out)
    expect({ version, total }).toEqual({ version: 1, total: 6 })
    expect(files.map((file: { file: string }) => file.file)).toEqual(['export.md', 'lamp.md'])
    expect(files[0].questions).toEqual([])
    expect(files[1]).toMatchObject({ id: 'SPEC-2026-01-15-001', title: 'Specification: Lamp' })
    expect(files[1].questions[0]).toEqual({
      kind: 'clarification',
      text: 'how long?',
      item: 'REQ-001',
      line: 7,
      character: 41,
    })
  })

  test('asks nothing of a document that is closed', async () => {
    workspace.write({ 'lamp.md': ASKING.replace('Draft', 'Rejected') })
    expect((await workspace.specmark('questions')).out).toBe('No open question in 1 specification\n')
  })

  test('fails where there is nothing to look at', async () => {
    workspace.write({ 'README.md': README })
    expect((await workspace.specmark('questions', 'README.md')).err).toBe('No specification found.\n')
    const { code, err } = await workspace.specmark('questions', 'gone')
    expect(code).toBe(2)
    expect(err).toContain('gone: no such file or folder.')
  })
})
