import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/core/config/parse-config'
import { DESCRIBED_KEYS } from '../../src/core/config/schema'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, FRESH, LOOSE, README, UNKNOWN } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ '.git/HEAD': 'ref: refs/heads/main\n' })
})

afterEach(() => {
  workspace.remove()
})

const config = (path = 'specmark.json') => parseConfig(workspace.read(path))
const withStatus = (status: string) => LOOSE.replace('# Export\n', `# Export\n\n**Status**: ${status}\n`)
const SPEC = FRESH.replace('[Feature/Task Name]', 'Export')

/** What the config of the workspace says, without what it leaves to the defaults. */
function said(path?: string): Record<string, unknown> {
  const { value, problems } = config(path)
  expect(problems).toEqual([])
  const { templates, specs, ignore, status } = value
  return { templates, specs, ignore, status }
}

describe('init', () => {
  test('makes a config in which every key stands, explained and commented out', async () => {
    expect(await workspace.specmark('init')).toEqual({ code: 0, out: 'specmark.json: made\n', err: '' })
    expect(said()).toEqual({ templates: [], specs: {}, ignore: [], status: { synonyms: {}, closed: [] } })
    const text = workspace.read('specmark.json')
    for (const { key, description } of DESCRIBED_KEYS) {
      if (key === '$schema') continue
      expect(text).toContain(`// ${JSON.stringify(key)}: `)
      expect(text.replace(/\n {2}\/\/ /g, ' ')).toContain(description)
    }
  })

  test('gives examples that hold when the comment marks are taken away', async () => {
    await workspace.specmark('init')
    const text = workspace.read('specmark.json').replace(/^ {2}\/\/ (?=["\]}]| {2})/gm, '  ')
    expect(parseConfig(text).problems).toEqual([])
    expect(parseConfig(text).value).toMatchObject({ root: true, kinds: { SC: 'off' } })
  })

  test('never overwrites: neither a config nor a baseline', async () => {
    workspace.write({ 'specmark.json': '{}', 'a.md': LOOSE })
    expect(await workspace.specmark('init')).toMatchObject({ code: 2, out: '' })
    expect(await workspace.specmark('init', '--from', '.')).toMatchObject({
      code: 2,
      err: 'specmark.json: there is such a file already: it stays as it is.\n',
    })
    expect(workspace.read('specmark.json')).toBe('{}')
    workspace.write({ 'b/specmark-baseline.json': '{ "version": 1, "files": {} }', 'b/a.md': DUPLICATE })
    expect((await workspace.in('b', 'init', '--from', '.')).err).toContain('specmark-baseline.json: there is')
    expect(workspace.read('b/specmark-baseline.json')).toBe('{ "version": 1, "files": {} }')
  })

  test('--dry-run prints it and makes nothing', async () => {
    workspace.write({ 'a.md': DUPLICATE })
    for (const args of [[], ['--from', '.']]) {
      const { code, out } = await workspace.specmark('init', '--dry-run', ...args)
      expect(code).toBe(0)
      expect(parseConfig(out).problems).toEqual([])
    }
    expect(() => workspace.read('specmark.json')).toThrow('ENOENT')
  })
})

describe('init --from', () => {
  test('gates an old repository at once: check is clean, and fails for what comes later', async () => {
    workspace.write({ 'specs/a.md': DUPLICATE, 'specs/b.md': UNKNOWN, 'README.md': README })
    expect(await workspace.specmark('init', '--from', '.')).toEqual({
      code: 0,
      out: `specmark.json: made
  specifications: 2 loose
specmark-baseline.json: 2 findings in 2 files (2 added, 0 removed)
`,
      err: '',
    })
    expect((await workspace.specmark('check')).code).toBe(0)
    workspace.write({ 'specs/c.md': DUPLICATE })
    expect((await workspace.specmark('check')).code).toBe(1)
  })

  test('names the folders and names by which specifications of a template are known', async () => {
    workspace.write({
      'docs/specs/a.md': SPEC,
      'docs/specs/deep/b.md': SPEC,
      'features/one/spec.md': SPEC,
      'features/two/spec.md': SPEC,
      'features/two/notes.md': README,
      'README.md': README,
    })
    expect((await workspace.specmark('init', '--from', '.')).code).toBe(0)
    expect(said()).toMatchObject({ specs: { 'docs/**/*.md': 'spec', 'features/**/spec.md': 'spec' } })
    expect((await workspace.specmark('check', '--fail-on', 'info')).code).toBe(0)
  })

  test('takes no folder for one of specifications in which other files lie, and never the top one', async () => {
    workspace.write({
      'a.md': SPEC,
      'b.md': SPEC,
      'docs/c.md': SPEC,
      'docs/d.md': SPEC,
      'docs/index.md': README,
    })
    await workspace.specmark('init', '--from', '.')
    expect(said()).toMatchObject({ specs: {} })
  })

  test('finds the template of the team, and what was made from it', async () => {
    const template = '# Note: [Name]\n\n## Problem\n[Why]\n\n## Answer\n[What]\n\n## Proof\n[How]\n'
    const note = (name: string) => template.replace('[Name]', name).replace('[Why]', `Because ${name}.`)
    workspace.write({
      'notes/template.md': template,
      'notes/made/a.md': note('a'),
      'notes/made/b.md': note('b'),
      'README.md': README,
    })
    expect((await workspace.specmark('init', '--from', '.')).code).toBe(0)
    expect(said()).toMatchObject({
      templates: ['notes/template.md'],
      specs: { 'notes/made/*.md': 'template' },
    })
    expect((await workspace.specmark('check', '--fail-on', 'info')).code).toBe(0)
  })

  test('leaves a template alone from which nothing was made, or which has mistakes', async () => {
    const broken =
      '---\nspecmark:\n  sections:\n    Nowhere: { required: true }\n---\n# Note\n\n## A\n\n## B\n\n## C\n'
    workspace.write({ 'templates/x.md': '# X\n\n## A\n\n## B\n\n## C\n', 'a.md': LOOSE })
    workspace.write({
      'templates/broken.md': broken,
      'b.md': '# N\n\n## A\n\n## B\n',
      'c.md': '# N\n\n## A\n\n## C\n',
    })
    await workspace.specmark('init', '--from', '.')
    expect(said().templates).not.toContain('templates/broken.md')
    expect((await workspace.specmark('check')).code).toBe(0)
  })

  test('tells what statuses mean that no template knows, and asks about the others', async () => {
    workspace.write({
      'a.md': withStatus('✅ Shipped (2026-01-02)'),
      'b.md': withStatus('shipped'),
      'c.md': withStatus('WIP'),
      'd.md': withStatus('Withdrawn'),
      'e.md': withStatus('Zurückgestellt'),
      'f.md': withStatus('Approved'),
      'g.md': withStatus('Everything that we have promised so far is done'),
    })
    const { out } = await workspace.specmark('init', '--from', '.')
    expect(said()).toMatchObject({
      status: { synonyms: { Implemented: ['Shipped'], Approved: ['WIP'] }, closed: ['Withdrawn'] },
    })
    expect(workspace.read('specmark.json')).toContain('Not known, and so a draft: "Zurückgestellt".')
    expect(out).toContain('statuses: Shipped = Implemented; WIP = Approved; Withdrawn = closed\n')
    expect((await workspace.specmark('explain', 'b.md')).out).toContain('“shipped” counts as Implemented.')
  })

  test('takes files for one specification that name each other’s IDs in folder after folder', async () => {
    const needs = '# Needs\n\n- **REQ-001**: The export MUST end.\n- **REQ-002**: The export MUST begin.\n'
    const checks =
      '# Checks\n\n- [ ] **AC-1**: It ends (REQ-001).\n- [ ] **AC-2**: It begins (REQ-002).\n- **REQ-009**: x\n'
    workspace.write({
      'one/needs.md': needs,
      'one/checks.md': checks,
      'two/needs.md': needs,
      'two/checks.md': checks,
    })
    const { out } = await workspace.specmark('init', '--from', '.')
    expect(config().value.groups).toContainEqual(['checks.md', 'needs.md'])
    expect(out).toContain('one specification: checks.md + needs.md\n')
    expect((await workspace.specmark('explain', 'one/needs.md')).out).toContain(
      'one specification with: one/checks.md',
    )
  })

  test('ignores what cannot be read, which would fail every check', async () => {
    workspace.write({ 'a.md': LOOSE, 'old/latin.md': Uint8Array.of(0x47, 0xf6) })
    expect((await workspace.specmark('init', '--from', '.')).code).toBe(0)
    expect(said()).toMatchObject({ ignore: ['old/latin.md'] })
    expect((await workspace.specmark('check')).code).toBe(0)
  })

  test('puts the config where the command is run, for all that lies there', async () => {
    workspace.write({ 'docs/a.md': DUPLICATE, 'other/b.md': DUPLICATE })
    await workspace.specmark('init', '--from', 'docs')
    expect(Object.keys(JSON.parse(workspace.read('specmark-baseline.json')).files)).toEqual([
      'docs/a.md',
      'other/b.md',
    ])
    expect((await workspace.specmark('check')).code).toBe(0)
    expect((await workspace.in('docs', 'check')).code).toBe(0)
  })

  test.each([
    ['sub', '.git/HEAD'],
    ['sub', '.git'],
  ])('puts the config into a folder that is a repository of its own (%s has %s)', async (folder, mark) => {
    workspace.write({ [`${folder}/${mark}`]: 'gitdir: elsewhere\n', [`${folder}/a.md`]: DUPLICATE })
    await workspace.specmark('init', '--from', folder)
    expect(said(`${folder}/specmark.json`)).toMatchObject({ specs: {} })
    expect((await workspace.in(folder, 'check')).code).toBe(0)
  })

  test('puts the config into a folder that lies elsewhere', async () => {
    workspace.write({ 'here/README.md': README, 'there/a.md': DUPLICATE })
    expect((await workspace.in('here', 'init', '--from', '../there')).code).toBe(0)
    expect((await workspace.in('there', 'check')).code).toBe(0)
    expect(() => workspace.read('here/specmark.json')).toThrow('ENOENT')
  })

  test('fails where there is no specification, and for what is no folder', async () => {
    workspace.write({ 'README.md': README })
    mkdirSync(join(workspace.folder, 'empty'))
    const problems: Record<string, string> = {
      empty: 'empty: no specification found in this folder.\n',
      'README.md': 'README.md: not a folder.\n',
      gone: 'gone: no such file or folder.\n',
    }
    for (const [from, err] of Object.entries(problems)) {
      expect(await workspace.specmark('init', '--from', from)).toEqual({ code: 2, out: '', err })
    }
    expect(() => workspace.read('specmark.json')).toThrow('ENOENT')
  })
})
