import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SpecService } from '../../src/index'
import { closedWorkspace, type MemoryWorkspace, memoryWorkspace, ROOT } from './support/memory-files'

const NAMES = ['a.md', 'b.md', 'sub/a.md', 'sub/requirements.md', 'sub/tasks.md']
const IDS = ['SPEC-2026-01-15-001', 'SPEC-2026-01-15-002', 'SPEC-2026-02-30-001', 'SPEC-2026-02-03-001']

const item = fc.constantFrom(
  '- **REQ-001**: One.',
  '- **REQ-002**: Two, as REQ-001.',
  '- **REQ-003**: Three, see SPEC-2026-01-15-001#REQ-002.',
  '- [ ] **AC-1**: Given (REQ-001), when REQ-002, then REQ-009.',
  '- [x] **TASK-001**: Do REQ-003, AC-1',
  'See [a](a.md#one), [other](sub/a.md) and SPEC-2026-01-15-002.',
  '## One',
  'Plain words.',
)
const text = fc
  .tuple(fc.option(fc.constantFrom(...IDS)), fc.array(item, { maxLength: 6 }))
  .map(
    ([id, items]) => `# Specification: T\n\n${id === null ? '' : `**ID**: ${id}\n\n`}${items.join('\n')}\n`,
  )
const name = fc.constantFrom(...NAMES)

/** What happens to a workspace: on the disk, or in an editor. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), name, text }),
  fc.record({ kind: fc.constant('delete' as const), name }),
  fc.record({ kind: fc.constant('rename' as const), name, to: name }),
  fc.record({ kind: fc.constant('switch branch' as const), texts: fc.dictionary(name, fc.option(text)) }),
  fc.record({ kind: fc.constant('delete folder' as const) }),
  fc.record({ kind: fc.constant('open' as const), name, text }),
  fc.record({ kind: fc.constant('close' as const), name }),
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** @param open unsaved texts by name; kept as an editor would */
async function happen(workspace: MemoryWorkspace, open: Map<string, string>, happened: Event): Promise<void> {
  switch (happened.kind) {
    case 'write':
      return workspace.change({ [happened.name]: happened.text })
    case 'delete':
      return workspace.change({ [happened.name]: undefined })
    case 'rename': {
      const text = workspace.text(happened.name)
      if (text === undefined || happened.name === happened.to) return
      return workspace.change({ [happened.name]: undefined, [happened.to]: text })
    }
    case 'switch branch':
      return workspace.change(
        Object.fromEntries(Object.entries(happened.texts).map(([one, text]) => [one, text ?? undefined])),
      )
    case 'delete folder': {
      const inside = workspace.names().filter((one) => one.startsWith('sub/'))
      workspace.write(Object.fromEntries(inside.map((one) => [one, undefined])))
      return workspace.service.filesChanged([workspace.uri('sub')])
    }
    case 'open':
      open.set(happened.name, happened.text)
      await workspace.service.analyse(workspace.open(happened.name, happened.text))
      return
    case 'close':
      if (!open.delete(happened.name)) return
      workspace.service.close(workspace.uri(happened.name))
      return workspace.service.settled()
  }
}

/** The same files and open documents, read from nothing. */
async function rebuilt(
  workspace: MemoryWorkspace,
  open: ReadonlyMap<string, string>,
): Promise<MemoryWorkspace> {
  const files = Object.fromEntries(workspace.names().map((one) => [one, workspace.text(one) ?? '']))
  const anew = closedWorkspace(files)
  for (const [one, unsaved] of open) await anew.service.analyse(anew.open(one, unsaved))
  await anew.service.addFolder(ROOT)
  return anew
}

/** All that anyone can ask of it, by file. */
async function answers(service: SpecService, open: ReadonlyMap<string, string>): Promise<unknown> {
  const files = [...service.files()].sort((a, b) => (a.uri < b.uri ? -1 : 1))
  const all = await Promise.all(
    files.map(async (file) => {
      const analysis = await service.analyseFile(file.uri)
      if (analysis === undefined) return [file, 'gone']
      const { document, findings } = analysis
      const asked = await Promise.all(
        [...file.items, ...file.references].map(async ({ start }) => {
          const at = document.positionAt(start)
          return [await service.definition(document, at), await service.references(document, at, true)]
        }),
      )
      const told = findings.map(({ rule, span, message, fixes = [] }) => {
        return [rule, span, message, fixes.map(({ title }) => title)]
      })
      return [file, told, asked]
    }),
  )
  // Features are asked of open documents: those that were not are closed again.
  const isOpen = new Set([...open.keys()].map((one) => `${ROOT}/${one}`))
  for (const { uri } of files) if (!isOpen.has(uri)) service.close(uri)
  await service.settled()
  return all
}

it('after every event a workspace answers as one that was read from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 7 }), async (events) => {
      const workspace = await memoryWorkspace({ 'a.md': '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n' })
      const open = new Map<string, string>()
      for (const happened of events) {
        await happen(workspace, open, happened)
        const anew = await rebuilt(workspace, open)
        expect(await answers(workspace.service, open)).toEqual(await answers(anew.service, open))
      }
    }),
    { numRuns: 12 },
  )
})
