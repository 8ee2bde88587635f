import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkFile } from '../../src/cli/check-file'
import { createSpecService } from '../../src/core/service'
import { createFiles } from '../../src/node/files'
import { createNodeHost } from '../../src/node/host'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, README } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ 'a.md': DUPLICATE, 'README.md': README })
})

afterEach(() => {
  workspace.remove()
})

const outcomeOf = (path: string, detail = { excerpts: true, fixes: true }) => {
  const service = createSpecService(createNodeHost(() => undefined))
  return checkFile(path, service, createFiles(workspace.folder), detail)
}

describe('the outcome of checking a file', () => {
  test.each(['a.md', 'README.md', 'gone.md'])('of %s can be sent to another thread', async (path) => {
    const outcome = await outcomeOf(path)
    expect(structuredClone(outcome)).toEqual(outcome)
  })

  test('has the findings with their source lines and edits, where they are asked for', async () => {
    expect(await outcomeOf('a.md')).toMatchObject({
      kind: 'checked',
      file: {
        report: { file: 'a.md', diagnostics: [{ rule: 'id/duplicate', fixes: [{ safe: false }] }] },
        excerpts: [{ carets: '    ^^^^^^^' }],
      },
    })
    expect(await outcomeOf('a.md', { excerpts: false, fixes: false })).toMatchObject({
      file: { report: { diagnostics: [{ fixes: [] }] }, excerpts: [] },
    })
  })

  test('tells a file that is no specification from one that could not be read', async () => {
    expect(await outcomeOf('README.md')).toEqual({ kind: 'no spec' })
    expect(await outcomeOf('gone.md')).toEqual({
      kind: 'failed',
      problem: 'gone.md: no such file or folder.',
    })
  })
})
