import { describe, expect, it } from 'vitest'
import type { Location } from 'vscode-languageserver-types'
import { type MemoryWorkspace, memoryWorkspace, specOf } from './support/memory-files'

const LAMPS = specOf(
  'SPEC-2026-01-15-001',
  `1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp SHOULD be dimmed, see [wires](wires.md#cables).

### Acceptance Criteria
- [ ] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001)
`,
)

const WIRES = specOf(
  'SPEC-2026-01-15-002',
  `1. **[REQ-001]** A wire MUST carry what SPEC-2026-01-15-001#REQ-002 needs.
2. **[REQ-002]** A wire MUST be replaced as SPEC-2026-01-15-001 says.

### Cables
None.
`,
  'Wires',
)

const FILES = { 'specs/lamps.md': LAMPS, 'specs/wires.md': WIRES, 'README.md': '# Lamps\n' }

/** The place of the last occurrence of a text, with the line it stands in. */
function shown(workspace: MemoryWorkspace, { uri, range }: Location): string {
  const name = workspace.name(uri)
  const document = workspace.open(name)
  return `${name}:${range.start.line + 1}: ${document.getText(range)}`
}

async function ask(
  feature: 'definition' | 'references',
  name: string,
  text: string,
  workspace?: MemoryWorkspace,
): Promise<string[]> {
  const on = workspace ?? (await memoryWorkspace(FILES))
  const document = on.open(name)
  const position = document.positionAt(document.getText().indexOf(text) + text.length - 1)
  const found =
    feature === 'definition'
      ? await on.service.definition(document, position)
      : await on.service.references(document, position, true)
  return found.map((location) => shown(on, location))
}

describe('definition', () => {
  it('of an ID is the item of its own spec', async () => {
    expect(await ask('definition', 'specs/lamps.md', '(REQ-001')).toEqual(['specs/lamps.md:12: REQ-001'])
  })

  it('of a qualified ID is the item of that spec', async () => {
    expect(await ask('definition', 'specs/wires.md', '001#REQ-002')).toEqual(['specs/lamps.md:13: REQ-002'])
  })

  it('of a document ID is the field that gives it', async () => {
    expect(await ask('definition', 'specs/wires.md', 'as SPEC-2026-01-15-001')).toEqual([
      'specs/lamps.md:4: SPEC-2026-01-15-001',
    ])
  })

  it('of a link is its heading', async () => {
    expect(await ask('definition', 'specs/lamps.md', 'wires.md#cab')).toEqual([
      'specs/wires.md:15: ### Cables',
    ])
  })

  it('of a link that stands in a definition is its heading', async () => {
    const on = await memoryWorkspace({ ...FILES, 'specs/lamps.md': `${LAMPS}\n[w]: wires.md#cables\n` })
    expect(await ask('definition', 'specs/lamps.md', '[w]: wires', on)).toEqual([
      'specs/wires.md:15: ### Cables',
    ])
  })

  it('of plain words is nothing', async () => {
    expect(await ask('definition', 'specs/lamps.md', 'A lamp')).toEqual([])
  })
})

describe('references', () => {
  it('of an item are its mentions in its own spec, and those of others that mean it', async () => {
    expect(await ask('references', 'specs/lamps.md', '**[REQ-001')).toEqual([
      'specs/lamps.md:12: REQ-001',
      'specs/lamps.md:16: REQ-001',
    ])
    expect(await ask('references', 'specs/lamps.md', '**[REQ-002')).toEqual([
      'specs/lamps.md:13: REQ-002',
      'specs/wires.md:12: REQ-002',
    ])
  })

  it('of a document ID are its mentions, qualifiers, and the links to its file', async () => {
    expect(await ask('references', 'specs/lamps.md', 'SPEC-2026-01-15-001')).toEqual([
      'specs/lamps.md:4: SPEC-2026-01-15-001',
      'specs/wires.md:12: SPEC-2026-01-15-001',
      'specs/wires.md:13: SPEC-2026-01-15-001',
    ])
    expect(await ask('references', 'specs/wires.md', 'SPEC-2026-01-15-002')).toEqual([
      'specs/lamps.md:13: [wires](wires.md#cables)',
      'specs/wires.md:4: SPEC-2026-01-15-002',
    ])
  })
})

describe('references of a heading', () => {
  const linked = { ...FILES, 'specs/wires.md': `${WIRES}See [above](#Cables).\n\n[c]: #cables\n` }
  const places = [
    'specs/lamps.md:13: [wires](wires.md#cables)',
    'specs/wires.md:15: ### Cables',
    'specs/wires.md:16: [above](#Cables)',
    'specs/wires.md:18: [c]: #cables',
  ]

  it.each(['### Cab', '[abo', '[c'])('are the links to it, from %s', async (at) => {
    const text = linked['specs/wires.md'].replace('None.\n', '')
    const on = await memoryWorkspace({ ...linked, 'specs/wires.md': text })
    expect(await ask('references', 'specs/wires.md', at, on)).toEqual(places)
  })

  it('are left to an editor that follows links itself, as are definitions of links', async () => {
    const on = await memoryWorkspace(linked)
    const at = (name: string, text: string) => {
      const document = on.open(name)
      return [document, document.positionAt(document.getText().indexOf(text) + text.length)] as const
    }
    const options = { ownLinks: true }
    expect(await on.service.references(...at('specs/wires.md', '### Ca'), true, options)).toEqual([])
    expect(await on.service.definition(...at('specs/lamps.md', '[wi'), options)).toEqual([])
    expect(await on.service.definition(...at('specs/lamps.md', '(REQ-001'), options)).toHaveLength(1)
  })
})

describe('an unqualified ID that its own spec does not define', () => {
  const TESTS =
    '# Tests\n\n- **TEST-001**: Dim it (REQ-002)\n- **TEST-002**: Carry [it](b/wires.md), REQ-003\n'

  it('is that of a spec that the document links to', async () => {
    const on = await memoryWorkspace({
      'tests.md': TESTS,
      'b/wires.md': '# Wires\n\n- **REQ-002**: Two.\n- **REQ-003**: Three.\n',
    })
    expect(await ask('definition', 'tests.md', 'REQ-003', on)).toEqual(['b/wires.md:4: REQ-003'])
  })

  it('is that of the specs of its folder, and of no other', async () => {
    const requirements = '# R\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n'
    const beside = await memoryWorkspace({
      'tests.md': TESTS,
      'lamps.md': requirements,
      'more.md': requirements,
    })
    expect(await ask('definition', 'tests.md', '(REQ-002', beside)).toEqual([
      'lamps.md:4: REQ-002',
      'more.md:4: REQ-002',
    ])
    const below = await memoryWorkspace({ 'tests.md': TESTS, 'a/lamps.md': requirements })
    expect(await ask('definition', 'tests.md', '(REQ-002', below)).toEqual([])
  })

  it('is nobody’s where the document has such numbers of its own: it is a slip', async () => {
    const on = await memoryWorkspace({
      'a.md': '# A\n\n- **REQ-001**: One.\n- **REQ-002**: As REQ-009.\n',
      'b.md': '# B\n\n- **REQ-008**: Eight.\n- **REQ-009**: Nine.\n',
    })
    expect(await ask('definition', 'a.md', 'As REQ-009', on)).toEqual([])
  })
})

describe('files that are one spec', () => {
  it('have their items in common', async () => {
    const on = await memoryWorkspace({
      'lend/requirements.md': '# R\n\n- **REQ-001**: Lend.\n- **REQ-002**: Take back.\n',
      'lend/tasks.md': '# T\n\n- [ ] **TASK-001**: Do REQ-002\n- [ ] **TASK-002**: Do REQ-001\n',
    })
    expect(await ask('definition', 'lend/tasks.md', 'Do REQ-002', on)).toEqual([
      'lend/requirements.md:4: REQ-002',
    ])
    expect(await ask('references', 'lend/requirements.md', '**REQ-002', on)).toEqual([
      'lend/requirements.md:4: REQ-002',
      'lend/tasks.md:3: REQ-002',
    ])
  })
})

describe('unsaved text', () => {
  it('wins over the disk until it is closed', async () => {
    const on = await memoryWorkspace(FILES)
    const unsaved = on.open('specs/lamps.md', LAMPS.replace('[REQ-002]', '[REQ-003]'))
    await on.service.analyse(unsaved)
    expect(await ask('definition', 'specs/wires.md', '001#REQ-002', on)).toEqual([])
    on.service.close(unsaved.uri)
    expect(await ask('definition', 'specs/wires.md', '001#REQ-002', on)).toEqual([
      'specs/lamps.md:13: REQ-002',
    ])
  })
})

describe('files on the disk', () => {
  it('count as they are: created, changed, moved with their folder, deleted', async () => {
    const on = await memoryWorkspace({ 'specs/wires.md': WIRES })
    const where = () => ask('definition', 'specs/wires.md', '001#REQ-002', on)
    expect(await where()).toEqual([])
    await on.change({ 'a/b/lamps.md': LAMPS })
    expect(await where()).toEqual(['a/b/lamps.md:13: REQ-002'])
    await on.change({ 'a/b/lamps.md': LAMPS.replace('1. **[REQ-001]** A lamp MUST be lit.\n', '') })
    expect(await where()).toEqual(['a/b/lamps.md:12: REQ-002'])
    on.write({ 'a/b/lamps.md': undefined, 'c/lamps.md': LAMPS })
    await on.service.filesChanged([on.uri('a'), on.uri('c')])
    expect(await where()).toEqual(['c/lamps.md:13: REQ-002'])
    await on.change({ 'c/lamps.md': undefined })
    expect(await where()).toEqual([])
  })
})
