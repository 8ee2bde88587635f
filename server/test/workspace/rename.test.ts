import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type MemoryWorkspace, memoryWorkspace, specOf } from './support/memory-files'

const LAMPS = specOf(
  'SPEC-2026-01-15-001',
  `1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp SHOULD be dimmed, as [the wires](wires.md#cables) allow.
3. **[REQ-003]** A lamp MAY be blue.
4. **[REQ-004]** ~~A lamp MAY be red.~~

### Acceptance Criteria
- [ ] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001, \`REQ-002\`)
`,
)

const WIRES = specOf(
  'SPEC-2026-01-15-002',
  `1. **[REQ-001]** A wire MUST carry what SPEC-2026-01-15-001#REQ-002 needs.

### Cables
None. See [below](#cables).
`,
  'Wires',
)

const TESTS = `# Tests

For [lamps](specs/lamps.md) only.

- **TEST-001**: Light (REQ-001 through REQ-003)
- **TEST-002**: Dim ([REQ-001] – [REQ-002])
`

const FILES = { 'specs/lamps.md': LAMPS, 'specs/wires.md': WIRES, 'tests.md': TESTS }

/** Renames what stands at the end of a text, writes the edited files, and gives the lines that are other ones now. */
async function renamed(on: MemoryWorkspace, name: string, at: string, newName: string): Promise<string[]> {
  const document = on.open(name)
  const position = document.positionAt(document.getText().indexOf(at) + at.length)
  const files = await on.service.rename(document, position, newName)
  const lines: string[] = []
  for (const { uri, edits } of files) {
    const before = TextDocument.create(uri, 'markdown', 1, on.text(on.name(uri)) ?? '')
    const after = TextDocument.applyEdits(before, [...edits])
    const old = before.getText().split('\n')
    lines.push(...after.split('\n').filter((line, number) => line !== old[number]))
    await on.change({ [on.name(uri)]: after })
  }
  on.service.close(document.uri)
  await on.service.settled()
  return lines
}

const reason = async (of: Promise<unknown>) =>
  of.then(
    () => 'done',
    (error: Error) => error.message,
  )

describe('renaming an item', () => {
  it('reaches its definition, what names it in every spec, and code spans', async () => {
    const on = await memoryWorkspace(FILES)
    expect(await renamed(on, 'specs/lamps.md', '**[REQ-002', 'REQ-012')).toEqual([
      '2. **[REQ-012]** A lamp SHOULD be dimmed, as [the wires](wires.md#cables) allow.',
      '- [ ] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001, `REQ-012`)',
      '1. **[REQ-001]** A wire MUST carry what SPEC-2026-01-15-001#REQ-012 needs.',
      '- **TEST-001**: Light (REQ-001, REQ-012, REQ-003)',
      '- **TEST-002**: Dim ([REQ-001], [REQ-012])',
    ])
  })

  it('begins at any of its mentions', async () => {
    const on = await memoryWorkspace(FILES)
    const lines = await renamed(on, 'specs/wires.md', '001#REQ-00', 'REQ-012')
    expect(lines[0]).toContain('**[REQ-012]**')
  })

  it('lets links to its heading follow', async () => {
    const on = await memoryWorkspace({
      'a.md': '# A\n\n### REQ-001: One\nText.\n\n### REQ-002: Two\nText, see [one](#req-001-one).\n',
      'b.md': 'See [one](a.md#req-001-one).\n\n- **AC-1**: REQ-001\n- **AC-2**: REQ-002\n',
    })
    expect(await renamed(on, 'a.md', '### REQ-001', 'REQ-007')).toEqual([
      '### REQ-007: One',
      'Text, see [one](#req-007-one).',
      'See [one](a.md#req-007-one).',
      '- **AC-1**: REQ-007',
    ])
  })

  it('is refused where the new ID is taken, retired, malformed, or of another kind', async () => {
    const on = await memoryWorkspace(FILES)
    const to = (id: string) => reason(renamed(on, 'specs/lamps.md', '**[REQ-002', id))
    expect(await to('REQ-003')).toBe('REQ-003 is already defined: “A lamp MAY be blue.”.')
    expect(await to('REQ-004')).toBe('REQ-004 is a retired item: its ID is not given out again.')
    expect(await to('second')).toBe('“second” is no ID of an item: write one like REQ-002.')
    expect(await to('AC-9')).toBe('AC-9 would be another kind of item: REQ-002 is a requirement.')
  })

  it('is refused where a file that names it would mean another item by the new ID', async () => {
    const on = await memoryWorkspace({
      'a.md': '# A\n\nSee [b](sub/b.md).\n\n- **REQ-001**: One.\n- **REQ-002**: As REQ-001.\n',
      'sub/b.md': '# B\n\nFor [a](../a.md).\n\n- **REQ-007**: As REQ-002.\n- **REQ-008**: More.\n',
    })
    const to = (id: string) => reason(renamed(on, 'a.md', '**REQ-002', id))
    expect(await to('REQ-007')).toBe(
      'b.md names REQ-002, and would mean another item by REQ-007: “As REQ-002.”.',
    )
    expect(await to('REQ-009')).toBe('done')
    // Its own specification has it: nobody means another one.
    expect(await reason(renamed(on, 'a.md', '**REQ-001', 'REQ-008'))).toBe('done')
  })

  it('is refused where nothing defines it', async () => {
    const on = await memoryWorkspace({ 'a.md': '# A\n\n- **REQ-001**: As REQ-009.\n- **REQ-002**: Two.\n' })
    expect(await reason(renamed(on, 'a.md', 'As REQ-009', 'REQ-003'))).toBe('Nothing defines REQ-009.')
  })

  it('of several files is refused while one of them has unsaved text', async () => {
    const on = await memoryWorkspace(FILES)
    await on.service.analyse(on.open('specs/wires.md', `${WIRES}\nMore.\n`))
    expect(await reason(renamed(on, 'specs/lamps.md', '**[REQ-002', 'REQ-012'))).toBe(
      'wires.md has unsaved changes, or has changed on the disk: save it first, as this edits 3 files.',
    )
    expect(await renamed(on, 'specs/lamps.md', '**AC-1', 'AC-7')).toHaveLength(1)
  })
})

describe('renaming a document ID', () => {
  it('reaches its field, its mentions and its qualified IDs', async () => {
    const on = await memoryWorkspace({
      ...FILES,
      'notes.md': '# N\n\n- **REQ-001**: a\n- **REQ-002**: by SPEC-2026-01-15-001\n',
    })
    expect(await renamed(on, 'specs/lamps.md', 'SPEC-2026', 'SPEC-2026-02-01-007')).toEqual([
      '- **REQ-002**: by SPEC-2026-02-01-007',
      '**ID**: SPEC-2026-02-01-007  ',
      '1. **[REQ-001]** A wire MUST carry what SPEC-2026-02-01-007#REQ-002 needs.',
    ])
  })

  it('is refused where another spec has it', async () => {
    const on = await memoryWorkspace(FILES)
    expect(await reason(renamed(on, 'specs/lamps.md', 'SPEC-2026', 'SPEC-2026-01-15-002'))).toBe(
      'SPEC-2026-01-15-002 is the ID of “Specification: Wires” already.',
    )
  })
})

describe('renaming a heading', () => {
  it('reaches links that stand in a definition or have a title, and images', async () => {
    const on = await memoryWorkspace({
      'a.md':
        '# A\n\n## One\nText.\n\n- **REQ-001**: See [it][one].\n- **REQ-002**: b\n\n[one]: #one "#one"\n',
      'b.md':
        '[x](a.md#one "a.md#one") ![y](<a.md#one>)\n\n- **AC-1**: a\n- **AC-2**: b\n\n[a]: <a.md#one>\n',
    })
    expect(await renamed(on, 'a.md', '## On', 'Two')).toEqual([
      '## Two',
      '[one]: #two "#one"',
      '[x](a.md#two "a.md#one") ![y](<a.md#two>)',
      '[a]: <a.md#two>',
    ])
  })

  it('lets the links to it follow', async () => {
    const on = await memoryWorkspace(FILES)
    expect(await renamed(on, 'specs/wires.md', '### Cab', 'All cables')).toEqual([
      '2. **[REQ-002]** A lamp SHOULD be dimmed, as [the wires](wires.md#all-cables) allow.',
      '### All cables',
      'None. See [below](#all-cables).',
    ])
  })
})

it('renaming there and back gives the same bytes', async () => {
  // Ranges are left out: one that a renamed ID was an end of is listed, and stays so.
  const text = { ...FILES, 'tests.md': TESTS.replace(/through|–/g, 'and') }
  const start = await memoryWorkspace(text)
  const places = [
    ['specs/lamps.md', '**[REQ-001', 'REQ-001'],
    ['specs/lamps.md', '**[REQ-002', 'REQ-002'],
    ['specs/lamps.md', '**AC-1', 'AC-1'],
    ['specs/lamps.md', 'SPEC-2026-01-15-001', 'SPEC-2026-01-15-001'],
    ['specs/wires.md', '### Cables', 'Cables'],
    ['tests.md', '**TEST-002', 'TEST-002'],
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.integer({ min: 20, max: 9999 }),
      async (place, number) => {
        const [name, at, old] = place
        const fresh = /\d+$/.test(old) ? old.replace(/\d+$/, String(number)) : `Cables ${number}`
        await renamed(start, name, at, fresh)
        await renamed(start, name, at.replace(old, fresh), old)
        expect(Object.fromEntries(start.names().map((one) => [one, start.text(one)]))).toEqual(text)
      },
    ),
    { numRuns: 20 },
  )
})
