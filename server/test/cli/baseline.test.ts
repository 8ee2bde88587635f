import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/cli/report'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, FRESH, LOOSE, README, UNKNOWN } from './specs'

const BASELINE = 'specmark-baseline.json'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ 'specmark.json': '{}', 'specs/a.md': DUPLICATE, 'specs/b.md': UNKNOWN })
})

afterEach(() => {
  workspace.remove()
})

interface Entry {
  readonly rule: string
  readonly message: string
}

const update = (...args: string[]) => workspace.specmark('check', '--update-baseline', ...args)
const entries = () => (JSON.parse(workspace.read(BASELINE)) as { files: Record<string, Entry[]> }).files
const rulesIn = () =>
  Object.fromEntries(Object.entries(entries()).map(([path, list]) => [path, list.map(({ rule }) => rule)]))

async function json(...args: string[]): Promise<Report> {
  return JSON.parse((await workspace.specmark('check', '--format', 'json', ...args)).out) as Report
}

describe('check --update-baseline', () => {
  test('writes what is found, which is then known and not reported', async () => {
    expect(await update()).toEqual({
      code: 0,
      out: 'specmark-baseline.json: 2 findings in 2 files (2 added, 0 removed)\n',
      err: '',
    })
    expect(rulesIn()).toEqual({ 'specs/a.md': ['id/duplicate'], 'specs/b.md': ['reference/unknown'] })
    expect(await workspace.specmark('check', '--fail-on', 'info')).toEqual({
      code: 0,
      out: '2 specifications checked: 1 hint (listed with --hints), 2 in the baseline\n',
      err: '',
    })
    expect((await json()).baseline).toEqual({ known: 2, stale: [] })
  })

  test('lets what comes later be reported, lines that moved not', async () => {
    await update()
    workspace.write({ 'specs/a.md': DUPLICATE.replace('# Export\n', '# Export\n\nMore.\n\nAnd more.\n') })
    expect((await json()).summary).toMatchObject({ errors: 0 })
    workspace.write({ 'specs/a.md': `${DUPLICATE}\nSee REQ-009.\n` })
    const { files, summary } = await json()
    expect(files[0]?.diagnostics.map(({ rule }) => rule)).toEqual(['reference/unknown'])
    expect(summary).toMatchObject({ errors: 0, warnings: 1 })
  })

  test('counts equal findings: one more than it has is reported', async () => {
    await update()
    const line = '- **REQ-001**: The export MUST be mailed to the accountant.\n'
    workspace.write({ 'specs/a.md': DUPLICATE.replace(line, line + line) })
    expect((await json()).summary).toMatchObject({ errors: 1 })
  })

  test('writes the same text again, and nothing where nothing has changed', async () => {
    await update()
    const before = workspace.read(BASELINE)
    expect((await update()).out).toContain('(0 added, 0 removed)')
    expect(workspace.read(BASELINE)).toBe(before)
  })

  test('takes out what no longer applies, and makes no file where there is nothing to keep', async () => {
    await update()
    workspace.write({ 'specs/a.md': LOOSE })
    expect((await update()).out).toContain('1 finding in 1 file (0 added, 1 removed)')
    expect(Object.keys(entries())).toEqual(['specs/b.md'])
    workspace.write({ 'specs/b.md': LOOSE })
    rmSync(join(workspace.folder, BASELINE))
    expect((await update()).out).toBe('specmark-baseline.json: not made, as there is nothing to keep\n')
    expect(() => workspace.read(BASELINE)).toThrow('ENOENT')
  })

  test('keeps the entries of files that it was not asked for', async () => {
    await update()
    workspace.write({ 'specs/a.md': LOOSE, 'specs/b.md': LOOSE })
    await update('specs/a.md')
    expect(rulesIn()).toEqual({ 'specs/b.md': ['reference/unknown'] })
  })

  test('keeps the entries of rules that it was not asked for', async () => {
    workspace.write({ 'specs/a.md': `${DUPLICATE}\nSee REQ-009.\n` })
    await update()
    workspace.write({ 'specs/a.md': LOOSE })
    await update('--rule', 'id/duplicate')
    expect(rulesIn()).toMatchObject({ 'specs/a.md': ['reference/unknown'] })
  })

  test('leaves hints out, unless they are asked for: a draft is full of them', async () => {
    workspace.write({ 'specs/fresh.md': FRESH })
    await update()
    expect(Object.keys(entries())).not.toContain('specs/fresh.md')
    await update('--hints')
    expect(new Set(rulesIn()['specs/fresh.md'])).toContain('structure/placeholder')
  })

  test('leaves out what says only that other findings remain', async () => {
    const approved = FRESH.replace('Draft | Review | Approved | Implemented', 'Approved')
    workspace.write({ 'specs/fresh.md': approved })
    const all = (await json()).files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))
    expect(all).toContain('lifecycle/not-ready')
    await update()
    expect(rulesIn()['specs/fresh.md']).not.toContain('lifecycle/not-ready')
    expect((await json()).summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
  })

  test('keeps the entries of a file in which a merge is open', async () => {
    await update()
    const conflict = `<<<<<<< ours\n${DUPLICATE}=======\n${LOOSE}>>>>>>> theirs\n`
    workspace.write({ 'specs/a.md': conflict })
    expect((await json()).baseline.stale).toEqual([])
    for (let time = 0; time < 2; time++) {
      await update()
      expect(rulesIn()).toMatchObject({ 'specs/a.md': ['id/duplicate', 'structure/conflict-marker'] })
    }
  })

  test('writes one beside each config', async () => {
    workspace.write({ 'team/specmark.json': '{}', 'team/c.md': DUPLICATE })
    const { out } = await update()
    expect(out).toContain('specmark-baseline.json: 2 findings in 2 files')
    expect(out).toContain('team/specmark-baseline.json: 1 finding in 1 file')
  })

  test('writes a broken one anew', async () => {
    workspace.write({ [BASELINE]: '{ "version": 7 }' })
    expect((await workspace.specmark('check')).code).toBe(2)
    expect(await update()).toMatchObject({ code: 0, err: '' })
    expect(Object.keys(entries())).toEqual(['specs/a.md', 'specs/b.md'])
  })

  test.each<[string, Record<string, string>, string[], string]>([
    ['a file could not be checked', {}, ['gone.md', '.'], 'gone.md: no such file or folder.\n'],
    [
      'the config has a mistake',
      { 'specmark.json': '{ "spec": 1 }' },
      [],
      'specmark.json:1:3: "spec" means nothing',
    ],
    ['a folder has no specification', { 'empty/README.md': README }, ['empty'], 'empty: no specification'],
  ])('writes nothing where %s', async (_, files, args, message) => {
    workspace.write(files)
    const { code, err } = await update(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).toContain('The baseline was not written.\n')
    expect(() => workspace.read(BASELINE)).toThrow('ENOENT')
  })

  test('needs a config or a repository, beside which it lies', async () => {
    rmSync(join(workspace.folder, 'specmark.json'))
    expect(await update()).toMatchObject({ code: 2, err: expect.stringContaining('specmark init') })
    workspace.write({ '.git/HEAD': 'ref: refs/heads/main\n' })
    expect(await update('specs/a.md')).toMatchObject({ code: 0 })
    expect(Object.keys(entries())).toEqual(['specs/a.md'])
  })

  test('is for files only', async () => {
    expect((await update('--stdin')).code).toBe(2)
  })
})

describe('entries that no longer apply', () => {
  test('are named, and fail nothing', async () => {
    await update()
    workspace.write({ 'specs/a.md': LOOSE })
    const { code, err } = await workspace.specmark('check')
    expect(code).toBe(0)
    expect(err).toBe(
      'An entry of the baseline no longer applies; --update-baseline takes it out:\n' +
        `  specs/a.md  ${entries()['specs/a.md']?.[0]?.message}  id/duplicate\n`,
    )
    expect((await workspace.specmark('check', '--quiet')).err).toBe('')
    expect((await json()).baseline).toMatchObject({
      known: 1,
      stale: [{ file: 'specs/a.md', rule: 'id/duplicate' }],
    })
  })

  test('include those of files that are gone, where they were looked for', async () => {
    await update()
    rmSync(join(workspace.folder, 'specs/a.md'))
    expect((await json('specs')).baseline.stale).toMatchObject([{ file: 'specs/a.md' }])
    expect((await json('specs/b.md')).baseline.stale).toEqual([])
  })

  test('are counted where there are many', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `- **REQ-001**: line ${at}\n`).join('')
    workspace.write({ 'specs/a.md': `${LOOSE}\n${many}` })
    await update()
    workspace.write({ 'specs/a.md': LOOSE })
    const { err } = await workspace.specmark('check')
    expect(err).toMatch(/^30 entries of the baseline no longer apply; --update-baseline takes them out:\n/)
    expect(err).toMatch(/\n {2}and 20 more\n$/)
  })
})
