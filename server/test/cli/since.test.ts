import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/cli/report'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, LOOSE, README, UNKNOWN } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  git('init', '--quiet', '--initial-branch=main')
  workspace.write({ 'specs/old.md': DUPLICATE, 'specs/fine.md': LOOSE, 'README.md': README })
  commit('first')
})

afterEach(() => {
  vi.unstubAllEnvs()
  workspace.remove()
})

const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']

function git(...args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], {
    cwd: workspace.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function commit(message: string): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}

/** What is reported since a commit: `file rule`. */
async function since(ref: string, ...args: string[]): Promise<readonly string[]> {
  const { out, err } = await workspace.specmark('check', '--format', 'json', '--since', ref, ...args)
  expect(err).toBe('')
  const { files } = JSON.parse(out) as Report
  return files.flatMap(({ file, diagnostics }) => diagnostics.map(({ rule }) => `${file} ${rule}`))
}

describe('check --since', () => {
  test('reports nothing where nothing has changed, and still lists every specification', async () => {
    const { code, out } = await workspace.specmark('check', '--format', 'json', '--since', 'HEAD')
    expect(code).toBe(0)
    expect((JSON.parse(out) as Report).summary).toMatchObject({ files: 2, errors: 0 })
  })

  test.each([
    ['not yet added', () => undefined],
    ['added', () => void git('add', '--all')],
    ['committed', () => commit('second')],
  ])('reports what a change has caused that is %s', async (_, keep) => {
    workspace.write({ 'specs/fine.md': UNKNOWN, 'specs/new.md': DUPLICATE })
    const first = git('rev-parse', 'HEAD').trim()
    keep()
    const errors = (await since(first)).filter((finding) => !finding.includes('trace/'))
    expect(errors).toEqual(['specs/fine.md reference/unknown', 'specs/new.md id/duplicate'])
  })

  test('does not report old findings whose lines have moved', async () => {
    workspace.write({ 'specs/old.md': DUPLICATE.replace('# Export\n', '# Export\n\nAn introduction.\n') })
    expect(await since('HEAD')).toEqual([])
  })

  test('reports what a changed line causes in another one', async () => {
    workspace.write({ 'specs/fine.md': LOOSE.replace(/^- \*\*REQ-002.*\n/m, '- **REQ-003**: Else.\n') })
    expect(await since('HEAD')).toContain('specs/fine.md reference/unknown')
  })

  test('reports what a change of one file causes in another one', async () => {
    workspace.write({ 'specs/fine.md': `${LOOSE}\n[Read](old.md) and [look](../README.md).\n` })
    commit('link')
    rmSync(join(workspace.folder, 'specs/old.md'))
    expect(await since('HEAD')).toEqual(['specs/fine.md reference/broken-link'])
    expect(await since('HEAD~1')).toEqual(['specs/fine.md reference/broken-link'])
  })

  test('reports what a new file causes in others, and not what one that is gone has caused', async () => {
    const spec = LOOSE.replace('# Export\n', '# Export\n\n**ID**: SPEC-2026-01-15-001\n')
    workspace.write({ 'specs/fine.md': spec, 'specs/second.md': spec })
    commit('twice')
    const rule = ['--rule', 'metadata/duplicate-id']
    expect(await since('HEAD', ...rule)).toEqual([])
    expect(await since('HEAD~1', ...rule)).toEqual([
      'specs/fine.md metadata/duplicate-id',
      'specs/second.md metadata/duplicate-id',
    ])
    rmSync(join(workspace.folder, 'specs/second.md'))
    workspace.write({ 'specs/third.md': spec })
    expect(await since('HEAD', ...rule)).toEqual(['specs/third.md metadata/duplicate-id'])
  })

  test('reports of equal findings those in changed lines', async () => {
    const line = '- **REQ-001**: The export MUST be mailed to the accountant.\n'
    const [before, after] = DUPLICATE.split(line)
    workspace.write({ 'specs/old.md': `${before}${line}${line}${after}` })
    const { out } = await workspace.specmark('check', '--format', 'json', '--since', 'HEAD')
    const lines = (JSON.parse(out) as Report).files.flatMap(({ diagnostics }) =>
      diagnostics.map(({ range }) => range.start.line),
    )
    expect(lines).toEqual([4])
  })

  test('knows a file by what is in it when it is renamed', async () => {
    renameSync(join(workspace.folder, 'specs/old.md'), join(workspace.folder, 'specs/renamed.md'))
    git('add', '--all')
    expect(await since('HEAD')).toEqual([])
    workspace.write({ 'specs/renamed.md': `${DUPLICATE}\nSee REQ-009.\n` })
    expect(await since('HEAD')).toEqual(['specs/renamed.md reference/unknown'])
  })

  test('does not report what others have mended since, where the branch has not seen it', async () => {
    git('checkout', '--quiet', '-b', 'branch')
    workspace.write({ 'specs/new.md': UNKNOWN })
    commit('on the branch')
    git('checkout', '--quiet', 'main')
    workspace.write({ 'specs/old.md': LOOSE })
    commit('mended')
    git('checkout', '--quiet', 'branch')
    expect(await since('main')).toContain('specs/new.md reference/unknown')
    expect(await since('main')).not.toContain('specs/old.md id/duplicate')
  })

  test('holds against the commit itself where no history connects them, as in a shallow clone', async () => {
    const first = git('rev-parse', 'HEAD').trim()
    git('checkout', '--quiet', '--orphan', 'other')
    workspace.write({ 'specs/new.md': DUPLICATE })
    commit('without parents')
    expect(await since(first)).toEqual(['specs/new.md id/duplicate'])
  })

  test('judges the lines of then by the rules of now', async () => {
    workspace.write({ 'specs/many.md': 'Nothing yet.\n' })
    commit('second')
    workspace.write({ 'specmark.json': '{ "specs": { "specs/fine.md": "spec" } }' })
    expect(await since('HEAD')).toEqual([])
  })

  test('leaves what the baseline knows to the baseline', async () => {
    workspace.write({ 'specs/new.md': DUPLICATE })
    await workspace.specmark('check', '--update-baseline')
    expect(await since('HEAD')).toEqual([])
  })

  test('works from any folder of the repository, and for files given by name', async () => {
    workspace.write({ 'specs/new.md': DUPLICATE, 'specs/other.md': DUPLICATE })
    const { out } = await workspace.in('specs', 'check', '--format', 'json', '--since', 'HEAD', 'new.md')
    expect((JSON.parse(out) as Report).files).toMatchObject([
      { file: 'new.md', diagnostics: [{ rule: 'id/duplicate' }] },
    ])
  })

  test('works in a hook, where git tells of its own repository', async () => {
    vi.stubEnv('GIT_DIR', '.git')
    vi.stubEnv('GIT_INDEX_FILE', '.git/index')
    const { code, err } = await workspace.in('specs', 'check', '--since', 'HEAD')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('takes a text from standard input for that of its file', async () => {
    expect(await since('HEAD', '--stdin', '--stdin-filename', 'specs/old.md')).toContain(
      'specs/old.md id/duplicate',
    )
  })
})

describe('check --since fails', () => {
  test.each([['nonsense'], ['--output=x'], ['HEAD~99'], ['HEAD:README.md'], ['']])(
    'for %j, which is no commit',
    async (ref) => {
      expect(await workspace.specmark('check', `--since=${ref}`)).toEqual({
        code: 2,
        out: '',
        err: `--since: git knows no commit “${ref}” here.\n`,
      })
    },
  )

  test('outside of a repository', async () => {
    rmSync(join(workspace.folder, '.git'), { recursive: true })
    const { code, out, err } = await workspace.specmark('check', '--since', 'HEAD')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^--since needs a git repository: git says “not a git repository/)
  })

  test('without git', async () => {
    vi.stubEnv('PATH', join(workspace.folder, 'specs'))
    expect(await workspace.specmark('check', '--since', 'HEAD')).toEqual({
      code: 2,
      out: '',
      err: '--since needs a git repository: the program “git” was not found.\n',
    })
  })

  test('together with --update-baseline', async () => {
    expect((await workspace.specmark('check', '--since', 'HEAD', '--update-baseline')).code).toBe(2)
  })
})
