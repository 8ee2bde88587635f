import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/cli/report'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, FRESH, LOOSE, README, UNKNOWN } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

async function json(...args: string[]): Promise<Report> {
  const { out } = await workspace.specmark('check', '--format', 'json', ...args)
  return JSON.parse(out) as Report
}

describe('what the config ignores', () => {
  test('is not checked, and not even opened', async () => {
    workspace.write({
      'specmark.json': '{ "root": true, "ignore": ["archive/**"] }',
      'specs/a.md': LOOSE,
      'archive/old.md': DUPLICATE,
      'archive/picture.md': new Uint8Array([0, 1, 2]),
    })
    const clean = { code: 0, out: '1 specification checked: no findings\n', err: '' }
    expect(await workspace.specmark('check')).toEqual(clean)
    expect(
      (await workspace.specmark('check', 'archive/old.md', 'archive/picture.md', 'specs/a.md')).code,
    ).toBe(0)
  })
})

describe('the exit code', () => {
  test('is 0 where all is clean', async () => {
    workspace.write({ 'a.md': LOOSE, 'README.md': README })
    const { code, out, err } = await workspace.specmark('check')
    expect({ code, out, err }).toEqual({ code: 0, out: '1 specification checked: no findings\n', err: '' })
  })

  test.each([
    ['error', 1, 0],
    ['warning', 1, 1],
    ['info', 1, 1],
    ['never', 0, 0],
  ])('with --fail-on %s is %i for an error and %i for a warning', async (failOn, onError, onWarning) => {
    workspace.write({ 'error.md': DUPLICATE, 'warning.md': UNKNOWN })
    expect((await workspace.specmark('check', 'error.md', '--fail-on', failOn)).code).toBe(onError)
    expect((await workspace.specmark('check', 'warning.md', '--fail-on', failOn)).code).toBe(onWarning)
  })

  test('is 2 for a folder without a spec, 0 with --allow-none', async () => {
    workspace.write({ 'README.md': README, 'specs/a.md': LOOSE, 'empty/b.md': README })
    const none = await workspace.specmark('check', 'specs', 'empty')
    expect(none.code).toBe(2)
    expect(none.err).toBe('empty: no specification found in this folder.\n')
    expect((await workspace.specmark('check', 'empty', '--allow-none')).code).toBe(0)
  })

  test('is 2 for a glob that finds no spec, whether or not it finds files', async () => {
    workspace.write({ 'specs/a.md': LOOSE, 'specs/README.md': README })
    for (const glob of ['specs/**/*.txt', 'specs/R*.md', '*/**/x.md']) {
      const { code, err } = await workspace.specmark('check', glob)
      expect({ code, err }).toEqual({ code: 2, err: `${glob}: no specification found.\n` })
    }
    const problems: Record<string, string> = {
      'spec/**': 'spec/**: no such file or folder.\n',
      '../**/{a':
        '../**/{a: Braces in a glob must open and close within one name: "{a,b}/c", not "{a/b,c}".\n',
    }
    for (const [glob, err] of Object.entries(problems)) {
      expect(await workspace.specmark('check', glob)).toMatchObject({ code: 2, err })
    }
  })

  test('is 0 for a file that is no spec: all files of a commit may be given', async () => {
    workspace.write({ 'README.md': README })
    const { code, out, err } = await workspace.specmark('check', 'README.md')
    expect({ code, out, err }).toEqual({ code: 0, out: '0 specifications checked: no findings\n', err: '' })
  })

  test('is 0 for files that are not Markdown, whatever is in them', async () => {
    workspace.write({ 'a.md': LOOSE, 'spec.txt': DUPLICATE, 'picture.png': Uint8Array.of(137, 80, 0, 71) })
    const { code, out, err } = await workspace.specmark('check', 'picture.png', 'spec.txt', 'a.md')
    expect({ code, out, err }).toEqual({ code: 0, out: '1 specification checked: no findings\n', err: '' })
  })

  test('is that of the findings for a file of another name that the config makes a spec', async () => {
    workspace.write({ 'specs/a.txt': DUPLICATE, 'specmark.json': '{ "specs": { "specs/*": "spec" } }' })
    const { code, out } = await workspace.specmark('check', 'specs/a.txt')
    expect(code).toBe(1)
    expect(out).toContain('id/duplicate')
  })

  test('is 0 for a file that the config ignores, even one that could not be read', async () => {
    workspace.write({
      'a.md': LOOSE,
      'old/b.md': DUPLICATE,
      'old/c.md': Uint8Array.of(0x47, 0xf6),
      'specmark.json': '{ "ignore": ["old/**"] }',
    })
    expect(await workspace.specmark('check')).toEqual({
      code: 0,
      out: '1 specification checked: no findings\n',
      err: '',
    })
    expect((await workspace.specmark('fix', 'old/c.md', 'a.md')).code).toBe(0)
  })

  test('is 2 for a config that cannot be read', async () => {
    workspace.write({ 'a.md': LOOSE, 'specmark.json/inside.txt': '' })
    const { code, err } = await workspace.specmark('check', 'a.md')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'specmark.json:1:1: The config cannot be read: a folder, not a file.\n',
    })
  })

  test('is 2 for an empty path: a variable of a script may be unset', async () => {
    workspace.write({ 'a.md': LOOSE })
    const { code, out, err } = await workspace.specmark('check', '')
    expect({ code, out }).toEqual({ code: 2, out: '0 specifications checked: no findings\n' })
    expect(err).toBe('A path is empty: "." is the current folder.\n')
  })

  test.each([
    ['nowhere.md', 'nowhere.md: no such file or folder.\n'],
    ['picture.md', 'picture.md: a binary file: not checked.\n'],
  ])('is 2 for %s, and the others are reported', async (path, message) => {
    workspace.write({ 'a.md': LOOSE, 'picture.md': Uint8Array.of(137, 80, 0, 71) })
    const { code, out, err } = await workspace.specmark('check', path, 'a.md')
    expect({ code, err }).toEqual({ code: 2, err: message })
    expect(out).toBe('1 specification checked: no findings\n')
  })

  test.each([
    [['check', '--format', 'yaml'], 'pretty, json'],
    [['check', '--fail-on', 'fatal'], 'error, warning, info, hint, never'],
    [['chekc'], 'check'],
    [['check', '--alow-none'], '--allow-none'],
    [['explain'], 'missing required argument'],
    [[], 'Usage: specmark'],
  ])('is 2 for an error of use: %j', async (args, hint) => {
    const { code, out, err } = await workspace.specmark(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(hint)
  })

  test('is 2 for a mistake in the config, told with its place', async () => {
    workspace.write({ 'a.md': LOOSE, 'specmark.json': '{\n  "spec": {}\n}' })
    const { code, out, err } = await workspace.specmark('check')
    expect(code).toBe(2)
    expect(err).toMatch(/^specmark\.json:2:3: "spec" means nothing here\. Did you mean "specs"\?/)
    expect(out).toBe('1 specification checked: no findings\n')
  })
})

describe('the JSON report', () => {
  test('lists every spec by name, and nothing else', async () => {
    workspace.write({ 'b/z.md': LOOSE, 'b.md': DUPLICATE, 'README.md': README, 'a.md': LOOSE })
    const { version, files, summary } = await json()
    expect(version).toBe(1)
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'b/z.md'])
    expect(summary).toEqual({ files: 3, errors: 1, warnings: 0, infos: 0, hints: 0 })
  })

  test('names each file once, however often it is asked for', async () => {
    workspace.write({ 'specs/a.md': LOOSE })
    const { files } = await json('specs', 'specs/a.md', './specs/../specs', '.')
    expect(files.map(({ file }) => file)).toEqual(['specs/a.md'])
  })

  test('keeps to the contract for a finding', async () => {
    workspace.write({ 'a.md': DUPLICATE })
    const { files } = await json()
    expect(files).toEqual([
      {
        file: 'a.md',
        template: null,
        id: null,
        title: 'Export',
        status: null,
        diagnostics: [
          {
            rule: 'id/duplicate',
            severity: 'error',
            message: expect.stringContaining('REQ-001 is already defined in line 3'),
            range: { start: { line: 3, character: 4 }, end: { line: 3, character: 11 } },
            fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
            related: [
              {
                file: 'a.md',
                message: 'REQ-001 is first defined here',
                range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } },
              },
            ],
            fixes: [
              {
                title: 'Change this REQ-001 to REQ-002',
                safe: false,
                edits: [
                  {
                    range: { start: { line: 3, character: 4 }, end: { line: 3, character: 11 } },
                    newText: 'REQ-002',
                  },
                ],
              },
            ],
          },
        ],
        progress: { done: 1, total: 2, byRole: { criterion: { done: 1, total: 2 } } },
      },
    ])
  })

  test('has nulls where the template is still as it was', async () => {
    workspace.write({ 'fresh.md': FRESH })
    const { files, summary } = await json()
    expect(files).toMatchObject([{ template: 'spec', id: null, status: null }])
    expect(summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
    expect(summary.hints).toBeGreaterThan(20)
  })

  test('counts UTF-16 code units of a file with a byte-order mark and CRLF', async () => {
    workspace.write({
      'a.md': `\uFEFF${DUPLICATE.replace('The export', '🎉 The export').replaceAll('\n', '\r\n')}`,
    })
    const { files } = await json()
    expect(files[0]?.diagnostics[0]?.range).toEqual({
      start: { line: 3, character: 4 },
      end: { line: 3, character: 11 },
    })
  })

  test('is the same in two runs', async () => {
    workspace.write({ 'a.md': UNKNOWN, 'b.md': DUPLICATE })
    expect(await json()).toEqual(await json())
  })
})

describe('the paths given', () => {
  const spec = LOOSE.replace('# Export\n', '# Export\n\n**ID**: SPEC-2026-01-15-001\n')

  test('may be globs that no shell has expanded', async () => {
    workspace.write({ 'a/x/s.md': LOOSE, 'a/y.md': LOOSE, 'b/s.md': LOOSE, 'c*.md': LOOSE, 'cd.md': LOOSE })
    const files = async (...args: string[]) => (await json(...args)).files.map(({ file }) => file)
    expect(await files('*/**/s.md')).toEqual(['a/x/s.md', 'b/s.md'])
    expect(await files('a/{x,z}/*.md', 'b/?.md')).toEqual(['a/x/s.md', 'b/s.md'])
    expect(await files('c*.md')).toEqual(['c*.md'])
  })

  test('limit what is reported, never what is read: a file is judged beside its whole repository', async () => {
    workspace.write({ '.git/HEAD': '', 'one/a.md': spec, 'two/b.md': spec, 'three/c.md': LOOSE })
    const { files } = await json('one/a.md', 'three', '--rule', 'metadata/duplicate-id')
    expect(files.map(({ file, diagnostics }) => [file, diagnostics.map(({ rule }) => rule)])).toEqual([
      ['one/a.md', ['metadata/duplicate-id']],
      ['three/c.md', []],
    ])
    expect(files[0]?.diagnostics[0]?.related).toMatchObject([{ file: 'two/b.md' }])
  })

  test('are judged beside the folder of their config, or their own, where there is no repository', async () => {
    workspace.write({ 'one/a.md': spec, 'two/b.md': spec, 'two/specmark.json': '{}', 'two/deep/c.md': spec })
    const rule = ['--rule', 'metadata/duplicate-id']
    expect((await json('one', ...rule)).summary.errors).toBe(0)
    expect((await json('two/deep', ...rule)).summary.errors).toBe(1)
  })
})

describe('the pretty report', () => {
  test('shows each finding with its source line, and counts', async () => {
    workspace.write({ 'specs/a.md': DUPLICATE, 'b.md': LOOSE })
    const { out } = await workspace.specmark('check')
    const lines = out.split('\n')
    expect(lines[0]).toBe('specs/a.md')
    expect(lines[1]).toMatch(/^ {2}4:5 {2}error {2}REQ-001 is already defined .* id\/duplicate$/)
    expect(lines[2]).toBe('  4 | - **REQ-001**: The export MUST be mailed to the accountant.')
    expect(lines[3]).toBe('    |     ^^^^^^^')
    expect(lines[4]).toMatch(/^ {4}\| see 3:5: /)
    expect(lines.slice(5)).toEqual(['', '2 specifications checked: 1 error', ''])
  })

  test('counts hints, and lists them with --hints', async () => {
    workspace.write({ 'fresh.md': FRESH })
    const short = await workspace.specmark('check')
    expect(short.out).toMatch(/^1 specification checked: \d+ hints \(listed with --hints\)\n$/)
    const long = await workspace.specmark('check', '--hints')
    expect(long.out).toContain('hint  ')
    expect(long.out).toMatch(/\n1 specification checked: \d+ hints\n$/)
  })

  test('has colours on a terminal only', async () => {
    workspace.write({ 'a.md': DUPLICATE })
    expect((await workspace.specmark('check')).out).not.toContain('\u001B')
    expect((await workspace.inColour('check')).out).toContain('\u001B[31merror\u001B[39m')
  })

  test('shows no control character of a spec to the terminal', async () => {
    workspace.write({ 'a.md': DUPLICATE.replace('The export', 'The \u001B[2J\u202E export') })
    const { out } = await workspace.specmark('check')
    expect(out).toContain('The \uFFFD[2J\uFFFD export')
    expect(out).not.toMatch(/[\u001B\u202E]/)
  })
})

describe('a mistake in a config', () => {
  test('that holds for nothing that was asked for is others’ business', async () => {
    workspace.write({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'specs/a.md': LOOSE,
      'fixtures/specmark.json': '{ "specs": { "*.md": "none" } }',
      'fixtures/b.md': LOOSE,
    })
    expect((await workspace.specmark('check', 'specs')).code).toBe(0)
    expect(await workspace.specmark('check')).toMatchObject({
      code: 2,
      err: expect.stringContaining('fixtures/specmark.json'),
    })
  })
})

describe('help', () => {
  test('of every command is no wider than a terminal, and has an example', async () => {
    for (const command of ['check', 'fix', 'explain', 'rules', 'new', 'progress', '']) {
      const { out } = await workspace.specmark('help', ...(command === '' ? [] : [command]))
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
      expect(out).toMatch(/\nExamples?:\n {2}(?:git show .* \| )?specmark /)
    }
  })

  test.each([
    [['--help'], 'Usage: specmark'],
    [['check', '--help'], 'Exit codes:'],
    [['help'], 'Examples:'],
    [['help', 'fix'], 'Usage: specmark fix'],
    [['--version'], '1.2.3'],
    [['lsp', '--stdio'], 'serving'],
    [['lsp', '--stdio', '--clientProcessId=1'], 'serving'],
    [['lsp', '--stdio', '--clientProcessId', '1'], 'serving'],
  ])('%j', async (args, text) => {
    const { code, out, err } = await workspace.specmark(...args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(text)
  })
})
