import { describe, expect, it } from 'vitest'
import { memoryWorkspace, specOf } from './support/memory-files'

const LAMPS = specOf(
  'SPEC-2026-01-15-001',
  `1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp MUST be dimmed.
3. **[REQ-003]** ~~A lamp MUST be red.~~

### Acceptance Criteria
- [x] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001)
- [ ] **AC-2**: Given dusk, when it falls, then it shines ([REQ-001], REQ-009)
- [x] **AC-3**: Given dawn, when it comes, then it is dim (REQ-002)
`,
)
const TESTS =
  '# T\n\nOf SPEC-2026-01-15-001.\n\n- **TEST-001**: Light it (REQ-001)\n- **TEST-002**: REQ-001 through REQ-003\n'

async function open() {
  const on = await memoryWorkspace({ 'lamps.md': LAMPS, 'tests.md': TESTS })
  return { on, document: on.open('lamps.md') }
}

describe('lenses on requirements', () => {
  it('count what answers them in any file, and lead to the first', async () => {
    const { on, document } = await open()
    const lenses = await on.service.coverageLenses(document)
    expect(
      lenses.map(({ range, command }) => {
        const [uri = '', at] = command?.arguments ?? []
        return `${range.start.line + 1}: ${command?.title} → ${uri === '' ? '' : `${on.name(uri)}:${at.line + 1}`}`
      }),
    ).toEqual([
      '12: 2 criteria → lamps.md:17',
      '12: 2 tests → tests.md:5',
      '12: 1 open → lamps.md:18',
      '13: 1 criterion → lamps.md:19',
      '13: 1 test → tests.md:6',
      '13: 0 open → lamps.md:19',
    ])
  })
})

describe('lenses on the title', () => {
  it('tell the status', async () => {
    const { on, document } = await open()
    const [first] = await on.service.codeLenses(document)
    expect([first?.range.start.line, first?.command?.title]).toEqual([0, 'Draft'])
  })
})

describe('inlay hints', () => {
  it('stand behind each bare ID that means one thing, and behind its bracket', async () => {
    const { on, document } = await open()
    const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) }
    const hints = await on.service.inlayHints(document, whole)
    expect(hints.map(({ position, label }) => `${position.line + 1}:${position.character} ${label}`)).toEqual(
      ['17:69 A lamp MUST be lit.', '18:68 A lamp MUST be lit.', '19:66 A lamp MUST be dimmed.'],
    )
    expect(await on.service.inlayHints(document, { ...whole, end: { line: 3, character: 0 } })).toEqual([])
  })
})
