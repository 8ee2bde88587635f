import { describe, expect, it } from 'vitest'
import { MarkupContent } from 'vscode-languageserver-types'
import { memoryWorkspace, specOf } from './support/memory-files'

const LAMPS = specOf(
  'SPEC-2026-01-15-001',
  `1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp MUST be dimmed.

### Acceptance Criteria
- [x] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001)
`,
)

const WIRES = (line: string) =>
  specOf('SPEC-2026-01-15-002', `1. **[REQ-001]** A wire MUST carry ${line}\n`, 'Wires')

const FILES = {
  'specs/lamps.md': LAMPS,
  'tests.md':
    '# T\n\nFor SPEC-2026-01-15-001.\n\n- **TEST-001**: Light (AC-1)\n- **TEST-002**: Also REQ-002\n',
}

/** What a document says at the mark `│`. */
async function at(marked: string, ask: 'hover' | 'completion', name = 'wires.md', options = {}) {
  const offset = marked.indexOf('│')
  const text = marked.replace('│', '')
  const on = await memoryWorkspace({ ...FILES, [name]: text })
  const document = on.open(name)
  const position = document.positionAt(offset)
  if (ask === 'completion') {
    const items = await on.service.completion(document, position, options)
    return items.map(({ label, textEdit }) => `${label} → ${textEdit?.newText}`).join('\n')
  }
  const hover = await on.service.hover(document, position)
  return MarkupContent.is(hover?.contents) ? hover.contents.value : ''
}

describe('hover', () => {
  it('on a qualified ID tells the item of that spec, and what answers it', async () => {
    expect(await at(WIRES('what SPEC-2026-01-15-001#REQ-0│01 needs.'), 'hover')).toBe(
      [
        '**[SPEC-2026-01-15-001\\#REQ-001](file:///work/specs/lamps.md#L12)** · requirement · Specification: Lamps',
        'A lamp MUST be lit.',
        'Answered by: [SPEC-2026-01-15-001\\#AC-1](file:///work/specs/lamps.md#L16) (done)',
        'Named in: [line 12](file:///work/wires.md#L12)',
      ]
        .join('\n\n')
        .replaceAll('\\#', '#'),
    )
  })

  it('on a document ID tells title, status and progress', async () => {
    expect(await at(WIRES('as SPEC-2026-01-│15-001 says.'), 'hover')).toBe(
      [
        '**[Specification: Lamps](file:///work/specs/lamps.md#L1)** · Draft',
        '2 requirements, 1 acceptance criterion',
        '1 of 1 done',
      ].join('\n\n'),
    )
  })

  it('on an item lists what answers it and names it in other files', async () => {
    const hover = await at(LAMPS.replace('REQ-002', 'REQ-0│02'), 'hover', 'specs/lamps.md')
    expect(hover).toContain('Answered by: [T#TEST-002](file:///work/tests.md#L6)')
  })

  it('on an ID that nothing defines says so', async () => {
    expect(await at(WIRES('what SPEC-2026-01-15-001#REQ-0│09 needs.'), 'hover')).toContain(
      'Nothing defines it',
    )
  })
})

describe('completion', () => {
  it('offers the items of a spec behind its document ID', async () => {
    expect(await at(WIRES('what SPEC-2026-01-15-001#│'), 'completion', 'wires.md', { trigger: '#' })).toBe(
      'REQ-001 → REQ-001\nREQ-002 → REQ-002\nAC-1 → AC-1',
    )
    expect(await at(WIRES('what SPEC-2026-01-15-001#REQ-│00 needs'), 'completion')).toContain('REQ-002')
  })

  it('tells of what it offers as hover would, once that is looked at', async () => {
    const on = await memoryWorkspace({ ...FILES, 'wires.md': WIRES('x') })
    const details = (named: Parameters<typeof on.service.completionDetails>[1]) =>
      on.service.completionDetails(on.open('wires.md'), named)
    expect(await details({ uri: on.uri('specs/lamps.md'), key: 'REQ-2' })).toContain('Answered by')
    expect(await details({ documentId: 'SPEC-2026-01-15-001' })).toContain('Specification: Lamps')
    expect(await details({ uri: on.uri('gone.md'), key: 'REQ-2' })).toBeUndefined()
  })

  it('offers document IDs where one is begun', async () => {
    expect(await at(WIRES('what SPEC-│'), 'completion')).toBe('SPEC-2026-01-15-001 → SPEC-2026-01-15-001')
    expect(await at(WIRES('what SPEC-2026-│'), 'completion')).toContain('SPEC-2026-01-15-001')
  })

  it('offers files and headings for the destination of a link, unless the editor does', async () => {
    expect(await at(WIRES('[lamps](│'), 'completion')).toBe(
      'tests.md → tests.md\nspecs/lamps.md → specs/lamps.md',
    )
    expect(await at(WIRES('[lamps](specs/lamps.md#over│'), 'completion')).toContain('#overview → overview')
    expect(await at(WIRES('[lamps](│'), 'completion', 'wires.md', { ownLinks: true })).toBe('')
  })

  it('stays silent behind a hash, a bracket or a slash in prose, and in code', async () => {
    for (const trigger of ['#', '(', '/']) {
      expect(await at(WIRES(`what is${trigger}│`), 'completion', 'wires.md', { trigger })).toBe('')
    }
    expect(await at(WIRES('`SPEC-2026-01-15-001#│`'), 'completion', 'wires.md', { trigger: '#' })).toBe('')
  })
})
