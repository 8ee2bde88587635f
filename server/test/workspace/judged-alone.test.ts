import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../src/index'
import { closedWorkspace, type MemoryWorkspace, ROOT } from './support/memory-files'

interface Early {
  readonly analysis: Analysis
  readonly stands: () => boolean
}

/** Reads the folder; gives by name what was judged meanwhile. */
async function readJudging(
  workspace: MemoryWorkspace,
  isWanted = (_name: string) => true,
  takeNone: (name: string) => void = () => undefined,
): Promise<ReadonlyMap<string, Early>> {
  const early = new Map<string, Early>()
  await workspace.service.addFolder(ROOT, {
    judging: {
      isWanted: (uri) => isWanted(workspace.name(uri)),
      take: (analysis, stands) => void early.set(workspace.name(analysis.document.uri), { analysis, stands }),
      takeNone: (uri) => takeNone(workspace.name(uri)),
    },
  })
  return early
}

function standing(early: ReadonlyMap<string, Early>): readonly string[] {
  return [...early].flatMap(([name, { stands }]) => (stands() ? [name] : [])).sort()
}

function told({ findings, diagnostics, stale }: Analysis): unknown {
  const fixes = findings.map((finding) => (finding.fixes ?? []).map(({ title, edits }) => [title, edits()]))
  return { diagnostics, fixes, stale }
}

const ALONE = '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two, as REQ-001.\n'
const NAMING = '# B\n\n- **AC-001**: As REQ-001 says.\n- **AC-002**: So.\n'
const withId = (id: string) => `# Specification: T\n\n**ID**: ${id}\n\n- **REQ-001**: One.\n`

describe('judging files while their folder is read', () => {
  it('judges what names nothing of others, and leaves the rest for when it is asked for', async () => {
    const workspace = closedWorkspace({ 'a.md': ALONE, 'b.md': NAMING, 'readme.md': '# Hello\n\nWorld.\n' })
    const none: string[] = []
    const early = await readJudging(workspace, undefined, (name) => none.push(name))
    expect([...early.keys()]).toEqual(['a.md'])
    expect(standing(early)).toEqual(['a.md'])
    expect(none).toEqual(['readme.md'])
  })

  it('reads what is surely no specification no further', async () => {
    const workspace = closedWorkspace({
      'readme.md': '# Hello\n\nWorld.\n',
      'near.md': '# Hi\n\n- **REQ-001**: One.\n- REQ-2\n',
    })
    const none: string[] = []
    const early = await readJudging(
      workspace,
      (name) => name !== 'other.md',
      (name) => none.push(name),
    )
    expect([...early.keys()]).toEqual(['near.md'])
    expect(none).toEqual(['readme.md'])
    const known = ['readme.md', 'near.md'].map((name) => workspace.service.analyseFile(workspace.uri(name)))
    expect((await Promise.all(known)).map((analysis) => analysis?.spec.recognition.kind)).toEqual([
      'none',
      'none',
    ])
  })

  it('takes for none only what is none when it is asked for by itself', async () => {
    const texts = [
      '# A\n\n- [x] **Task 1.1**: Glow.\n- [ ] **Task 1.2**: Hum.\n',
      '# A\n\n1. Task 1: Glow.\n2. Task 2: Hum.\n',
      '# A\n\nTask 1.1 comes before Task 1.2.\n',
      '# A\n\n**ID**: SPEC-2026-01-15-001\n',
      '# A\n\nSee SPEC-2026-01-15-001.\n',
      '# A\n\n**REQ-001** and **REQ-002**\n',
      '# Specification: A\n\n## Overview\n\n## Usage\n',
      '# Specification: A\n\n## Overview\n\nHow\n---\n',
      '# A\n',
    ]
    const files = Object.fromEntries(texts.map((text, at) => [`${at}.md`, text]))
    const workspace = closedWorkspace(files)
    const none: string[] = []
    await readJudging(workspace, undefined, (name) => none.push(name))
    const kinds = await Promise.all(
      Object.keys(files).map(async (name) => {
        const analysis = await workspace.service.analyseFile(workspace.uri(name))
        return [name, analysis?.spec.recognition.kind]
      }),
    )
    expect(kinds.filter(([, kind]) => kind !== 'none').map(([name]) => name)).toEqual([
      '0.md',
      '3.md',
      '7.md',
    ])
    expect(none.sort()).toEqual(['1.md', '6.md', '8.md'])
  })

  it('does not judge what nobody wants', async () => {
    const workspace = closedWorkspace({ 'a.md': ALONE, 'c.md': ALONE })
    expect([...(await readJudging(workspace, (name) => name === 'c.md')).keys()]).toEqual(['c.md'])
  })

  it('does not stand by what it judged where another spec turns out to have the same document ID', async () => {
    const workspace = closedWorkspace({
      'a.md': withId('SPEC-2026-01-15-001'),
      'b.md': withId('SPEC-2026-01-15-002'),
      'c.md': withId('SPEC-2026-01-15-001'),
    })
    const early = await readJudging(workspace)
    expect([...early.keys()].sort()).toEqual(['a.md', 'b.md', 'c.md'])
    expect(standing(early)).toEqual(['b.md'])
  })

  it('stands by what it judged of a spec without comments where another file cannot be read', async () => {
    const comment = '<!-- specmark-disable-file metadata/duplicate-id -->\n'
    const files = { 'a.md': ALONE, 'bad.md': '', 'c.md': `${ALONE}\n${comment}` }
    const texts = closedWorkspace(files)
    const workspace = closedWorkspace(files, {
      async readFile(uri) {
        if (texts.name(uri) === 'bad.md') throw new Error('not UTF-8 text.')
        return texts.text(texts.name(uri))
      },
    })
    const early = await readJudging(workspace)
    expect(standing(early)).toEqual(['a.md'])
    await expectTheSame(workspace, early)
  })

  it('says of what it stands by all that is said beside the other files', async () => {
    const judged = { early: 0, standing: 0 }
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, text, { minKeys: 1 }), async (files) => {
        const workspace = closedWorkspace(files)
        const early = await readJudging(workspace)
        judged.early += early.size
        judged.standing += standing(early).length
        await expectTheSame(workspace, early)
      }),
      { numRuns: 100 },
    )
    // Else the test has looked at nothing.
    expect(judged.standing).toBeGreaterThan(50)
    expect(judged.early).toBeGreaterThan(judged.standing)
  })
})

async function expectTheSame(workspace: MemoryWorkspace, early: ReadonlyMap<string, Early>): Promise<void> {
  for (const name of standing(early)) {
    const asked = await workspace.service.analyseFile(workspace.uri(name))
    const judged = early.get(name)
    expect(judged && told(judged.analysis)).toEqual(asked && told(asked))
  }
}

const name = fc.constantFrom('a.md', 'b.md', 'sub/a.md', 'sub/requirements.md', 'sub/tasks.md')
const item = fc.constantFrom(
  '- **REQ-001**: The lamp MUST hum.',
  '- **REQ-002**: Two, as REQ-001.',
  '- **REQ-002**: Two again.',
  '- [x] **TASK-001**: Do it',
  '- [ ] **AC-1**: Given a, when b, then REQ-009.',
  'See [a](a.md#one), [other](sub/a.md) and SPEC-2026-01-15-002.',
  'See SPEC-2026-01-15-001#REQ-002.',
  '## One',
  '<!-- specmark-disable-file id/duplicate metadata/duplicate-id -->',
)
const ids = ['SPEC-2026-01-15-001', 'SPEC-2026-01-15-002', 'SPEC-2026-02-30-001', 'SPEC-2026-02-03-001']
const text = fc
  .tuple(fc.option(fc.constantFrom(...ids)), fc.array(item, { maxLength: 6 }))
  .map(
    ([id, items]) => `# Specification: T\n\n${id === null ? '' : `**ID**: ${id}\n\n`}${items.join('\n')}\n`,
  )
