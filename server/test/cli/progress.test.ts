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

const withStatus = (status: string) => LOOSE.replace('# Export\n', `# Export\n\n**Status**: ${status}\n`)

describe('progress', () => {
  test('shows specifications by status with a bar, and the sum', async () => {
    workspace.write({
      'a.md': withStatus('Draft'),
      'b/long-name.md': withStatus('Approved').replaceAll('[ ]', '[x]'),
      'c.md': LOOSE,
      'README.md': README,
    })
    expect(await workspace.specmark('progress')).toEqual({
      code: 0,
      err: '',
      out: `Draft (1)
  █████░░░░░     1/2  a.md            Export

Approved (1)
  ██████████     2/2  b/long-name.md  Export

No status (1)
  █████░░░░░     1/2  c.md            Export

3 specifications: 4 of 6 boxes ticked
`,
    })
  })

  test('gives the same numbers as check, as JSON', async () => {
    workspace.write({ 'a.md': LOOSE })
    const { out } = await workspace.specmark('progress', '--format', 'json')
    const checked = await workspace.specmark('check', '--format', 'json')
    const [file] = JSON.parse(checked.out).files
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [
        { file: 'a.md', template: null, id: null, title: 'Export', status: null, progress: file.progress },
      ],
      total: { done: 1, total: 2 },
    })
  })

  test('fails where there is nothing to show, or a path is wrong', async () => {
    workspace.write({ 'README.md': README })
    expect(await workspace.specmark('progress')).toEqual({
      code: 2,
      out: '',
      err: '.: no specification found in this folder.\n',
    })
    expect((await workspace.specmark('progress', 'README.md')).err).toBe('No specification found.\n')
    expect((await workspace.specmark('progress', 'gone')).err).toContain('gone: no such file or folder.')
  })
})
