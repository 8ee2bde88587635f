import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost, createSpecService, type SpecHost } from '../../src/index'
import { listFolder } from '../../src/node/host'
import type { FolderLimits } from '../../src/node/markdown-files-in'
import { specOf } from '../workspace/support/memory-files'

const SPEC = specOf('SPEC-2026-01-15-001', '1. **[REQ-001]** The lamp MUST shine.\n')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-changed-'))
  write('.git/HEAD')
  write('.gitignore', 'build/\n')
  write('specs/a.md', SPEC)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text = ''): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const uriOf = (name: string) => String(pathToFileURL(join(folder, name)))

async function opened(host: Partial<SpecHost> = {}) {
  const service = createSpecService({ ...createNodeHost(() => undefined), ...host })
  await service.addFolder(String(pathToFileURL(folder)))
  return {
    service,
    change: (...names: readonly string[]) => service.filesChanged(names.map(uriOf)),
    names: () => [...service.heads()].map(({ uri }) => uri.slice(uriOf('').length + 1)).sort(),
  }
}

describe('a file that has changed', () => {
  it.each([
    ['an ignored folder', 'build/a.md', ''],
    ['node_modules', 'node_modules/p/a.md', ''],
    ['a nested worktree', 'tree/a.md', 'gitdir: /elsewhere/.git/worktrees/tree\n'],
  ])('in %s is none of the folder around', async (_, name, git) => {
    const { change, names } = await opened()
    write(name, SPEC)
    if (git !== '') write('tree/.git', git)
    await change(name, dirname(name))
    expect(names()).toEqual(['specs/a.md'])
  })

  it('in an ignored folder counts where a person has added that folder', async () => {
    const { service, change, names } = await opened()
    write('build/a.md', SPEC)
    await service.addFolder(uriOf('build'))
    write('build/b.md', SPEC)
    await change('build/b.md')
    expect(names()).toEqual(['build/a.md', 'build/b.md', 'specs/a.md'])
  })

  it('is found without those beside it, as is a folder with all that it holds', async () => {
    const { change, names } = await opened()
    for (const name of ['b.md', 'c.md', 'more/d.md', 'more/deep/e.md', 'others/f.md']) write(name, SPEC)
    await change('b.md', 'more')
    expect(names()).toEqual(['b.md', 'more/d.md', 'more/deep/e.md', 'specs/a.md'])
  })
})

describe('a folder that was too large to be looked into whole', () => {
  const limits: FolderLimits = { files: 3, entries: 1000 }

  it('is whole again when there is less of it, and what was left out is read', async () => {
    for (const name of ['b.md', 'c.md', 'd.md']) write(`specs/${name}`, SPEC)
    const { service, change, names } = await opened({ listFolder: (of, at) => listFolder(of, at, limits) })
    expect(service.readInPart().size).toBe(1)
    expect(readdirSync(join(folder, 'specs'))).toHaveLength(4)
    rmSync(join(folder, 'specs/a.md'))
    await change('specs/a.md')
    expect(names()).toEqual(['specs/b.md', 'specs/c.md', 'specs/d.md'])
    expect(service.readInPart().size).toBe(0)
  })
})
