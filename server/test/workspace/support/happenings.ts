import fc from 'fast-check'
import type { PackedSymbols } from '../../../src/core/index/workspace/packed-symbols'
import type { SpecHost, SpecService } from '../../../src/index'
import { closedWorkspace, type MemoryWorkspace, ROOT } from './memory-files'

/** What happens to a workspace, on the disk or in an editor, and the texts that its files have. */
export interface Happenings {
  readonly text: fc.Arbitrary<string>
  readonly event: fc.Arbitrary<WorkspaceEvent>
}

export type WorkspaceEvent =
  | { readonly kind: 'write' | 'open'; readonly name: string; readonly text: string }
  | { readonly kind: 'delete' | 'close'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'switch branch'; readonly texts: Readonly<Record<string, string | null>> }
  | { readonly kind: 'delete folder'; readonly folder: string }

/**
 * @param names of the files, paths in the workspace
 * @param ids document IDs that they have, or name
 */
export function happenings(names: readonly string[], ids: readonly string[]): Happenings {
  const name = fc.constantFrom(...names)
  const folders = [
    ...new Set(names.flatMap((one) => (one.includes('/') ? [one.slice(0, one.indexOf('/'))] : []))),
  ]
  const text = textsOf(names, ids)
  const texts = fc.dictionary(name, fc.option(text), { maxKeys: 10 })
  const event = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), name, text }),
    fc.record({ kind: fc.constant('delete' as const), name }),
    fc.record({ kind: fc.constant('rename' as const), name, to: name }),
    fc.record({ kind: fc.constant('switch branch' as const), texts }),
    fc.record({ kind: fc.constant('delete folder' as const), folder: fc.constantFrom(...folders) }),
    fc.record({ kind: fc.constant('open' as const), name, text }),
    fc.record({ kind: fc.constant('close' as const), name }),
  )
  return { text, event }
}

function textsOf(names: readonly string[], ids: readonly string[]): fc.Arbitrary<string> {
  const item = fc.oneof(
    fc.constantFrom(
      '- **REQ-001**: One.',
      '- **REQ-002**: Two, as REQ-001.',
      '- [ ] **AC-1**: Given (REQ-001), when REQ-002, then REQ-009.',
      '- [x] **TASK-001**: Do REQ-003, AC-1',
      '## One',
      'Plain words.',
    ),
    fc.constantFrom(...ids).map((id) => `- **REQ-003**: Three, see ${id}#REQ-002.`),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...ids))
      .map(([name, id]) => `See [a](${name}#one) and ${id}.`),
  )
  return fc
    .tuple(fc.option(fc.constantFrom(...ids)), fc.array(item, { maxLength: 6 }))
    .map(
      ([id, items]) => `# Specification: T\n\n${id === null ? '' : `**ID**: ${id}\n\n`}${items.join('\n')}\n`,
    )
}

/** @param open unsaved texts by name; kept as an editor would */
export async function happen(
  workspace: MemoryWorkspace,
  open: Map<string, string>,
  happened: WorkspaceEvent,
): Promise<void> {
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
      const inside = workspace.names().filter((one) => one.startsWith(`${happened.folder}/`))
      workspace.write(Object.fromEntries(inside.map((one) => [one, undefined])))
      return workspace.service.filesChanged([workspace.uri(happened.folder)])
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

/**
 * The same files and open documents, read from nothing.
 *
 * @param known what was read of texts by earlier calls, so that a text is read once
 */
export async function rebuilt(
  workspace: MemoryWorkspace,
  open: ReadonlyMap<string, string>,
  known?: Map<string, PackedSymbols>,
): Promise<MemoryWorkspace> {
  const files = Object.fromEntries(workspace.names().map((one) => [one, workspace.text(one) ?? '']))
  const anew = closedWorkspace(files, known && rememberIn(known, (uri) => files[workspace.name(uri)]))
  for (const [one, unsaved] of open) await anew.service.analyse(anew.open(one, unsaved))
  await anew.service.addFolder(ROOT)
  return anew
}

function rememberIn(
  known: Map<string, PackedSymbols>,
  textOf: (uri: string) => string | undefined,
): Partial<SpecHost> {
  const nameOf = (uri: string, key: string, text: string | undefined) => JSON.stringify([uri, key, text])
  return {
    digest: (text) => text,
    openCache: () => ({
      get: async (uri, key) => known.get(nameOf(uri, key, textOf(uri))),
      put: (uri, key, packed, digest) => void known.set(nameOf(uri, key, digest), packed),
      close: async () => undefined,
    }),
  }
}

/** All that anyone can ask of it, by file. @param isAsked whether it is asked about a file, by its URI */
export async function answers(
  service: SpecService,
  open: ReadonlyMap<string, string>,
  isAsked: (uri: string) => boolean = () => true,
): Promise<readonly unknown[]> {
  const files = service
    .files()
    .filter(({ uri }) => isAsked(uri))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
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
