import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFiles } from '../../src/node/files'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, LOOSE, README } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

const BROKEN = LOOSE.replace('- [x] **AC-1**', '- [✓] **AC-1**').replaceAll('\n', '\r\n')
const MENDED = BROKEN.replace('[✓]', '[x]')

describe('fix', () => {
  test('mends what is safe, and leaves line endings and all else as they are', async () => {
    workspace.write({ 'd.md': BROKEN })
    expect(await workspace.specmark('fix')).toEqual({ code: 0, out: 'd.md: 1 fixed\n', err: '' })
    expect(workspace.read('d.md')).toBe(MENDED)
    expect((await workspace.specmark('fix')).out).toBe('Nothing to fix.\n')
  })

  test('keeps a byte-order mark', async () => {
    workspace.write({ 'd.md': `\uFEFF${BROKEN}` })
    await workspace.specmark('fix')
    expect(workspace.read('d.md')).toBe(`\uFEFF${MENDED}`)
  })

  test('--dry-run prints a unified diff and writes nothing', async () => {
    workspace.write({ 'd.md': BROKEN.replaceAll('\r\n', '\n') })
    const { out } = await workspace.specmark('fix', '--dry-run')
    expect(out).toContain('--- a/d.md\n+++ b/d.md\n@@')
    expect(out).toContain('\n-- [✓] **AC-1**')
    expect(out).toContain('\n+- [x] **AC-1**')
    expect(workspace.read('d.md')).toContain('[✓]')
  })

  test('mends only findings of the rules asked for', async () => {
    workspace.write({ 'd.md': BROKEN })
    expect((await workspace.specmark('fix', '--rule', 'table/ragged-row')).out).toBe('Nothing to fix.\n')
    expect((await workspace.specmark('fix', '--rule', 'nothing')).code).toBe(2)
  })

  test('says of a rule that nothing it finds is mended without anybody looking', async () => {
    workspace.write({ 'd.md': DUPLICATE })
    expect(await workspace.specmark('fix', '--rule', 'id/duplicate')).toEqual({
      code: 2,
      out: '',
      err: 'id/duplicate: its fixes are for a person to choose in an editor; none is made without anybody looking.\n',
    })
    expect((await workspace.specmark('fix', '--rule', 'requirement/weak-verb')).err).toBe(
      'requirement/weak-verb: there is no fix for what it finds.\n',
    )
    expect((await workspace.specmark('fix', '--rule', 'table/*')).code).toBe(0)
  })

  test('leaves what is no specification alone, and tells of a folder that has none', async () => {
    workspace.write({ 'README.md': README.replace('- [ ]', '- [✓]'), 'spec.txt': BROKEN })
    expect(await workspace.specmark('fix')).toEqual({
      code: 2,
      out: '',
      err: '.: no specification found in this folder.\n',
    })
    expect(await workspace.specmark('fix', 'README.md', 'spec.txt')).toMatchObject({
      code: 0,
      out: 'Nothing to fix.\n',
    })
    expect(workspace.read('README.md')).toContain('[✓]')
  })
})

describe('fix, beside other files,', () => {
  test('keeps a comment that silences what only they give away', async () => {
    const spec = LOOSE.replace('# Export\n', '# Export\n\n**ID**: SPEC-2026-01-15-001\n')
    const silent = spec.replace(
      '-001\n',
      '-001 <!-- specmark-disable-line metadata/duplicate-id -- kept on purpose -->\n',
    )
    workspace.write({ '.git/HEAD': '', 'specs/a.md': silent, 'other/b.md': spec })
    expect((await workspace.specmark('fix', 'specs')).out).toBe('Nothing to fix.\n')
    expect(workspace.read('specs/a.md')).toBe(silent)
  })
})

describe('fix, of a comment that silences nothing here,', () => {
  const silent = (rule: string) =>
    LOOSE.replace('# Export\n', `# Export\n\n<!-- specmark-disable-next-line ${rule} -->\n`)

  test('takes it away', async () => {
    workspace.write({ '.git/HEAD': '', 'a.md': silent('metadata/duplicate-id') })
    expect((await workspace.specmark('fix')).out).toBe('a.md: 1 fixed\n')
    expect(workspace.read('a.md')).not.toContain('specmark-disable')
  })

  test.each(['metadata/duplicate-id', 'reference/unknown-spec', 'reference/ambiguous', ''])(
    'leaves it where the files beside it are not read, a file being given alone: %s',
    async (rule) => {
      workspace.write({ 'a.md': silent(rule) })
      expect((await workspace.specmark('fix', 'a.md')).out).toBe('Nothing to fix.\n')
    },
  )

  test('leaves it where a file beside it could not be read', async () => {
    workspace.write({
      '.git/HEAD': '',
      'a.md': silent('metadata/duplicate-id'),
      'b.md': Uint8Array.of(0x23, 0xff, 0xfe, 0x80),
    })
    expect((await workspace.specmark('fix', 'a.md')).out).toBe('Nothing to fix.\n')
  })

  test('leaves it where its rule is off, and where only other rules are asked for', async () => {
    workspace.write({
      '.git/HEAD': '',
      'a.md': silent('id/duplicate'),
      'specmark.json': '{ "rules": { "id/duplicate": "off" } }',
    })
    expect((await workspace.specmark('fix')).out).toBe('Nothing to fix.\n')
    workspace.write({ 'specmark.json': '{}' })
    expect((await workspace.specmark('fix', '--rule', 'table/ragged-row')).out).toBe('Nothing to fix.\n')
    expect((await workspace.specmark('check', '--rule', 'suppression/unused')).out).toContain('id/duplicate')
  })

  test('that silences something is left when only unused ones are asked for', async () => {
    const used = DUPLICATE.replace('# Export\n', '# Export\n\n<!-- specmark-disable-file id/duplicate -->\n')
    workspace.write({ '.git/HEAD': '', 'a.md': used })
    const only = ['--rule', 'suppression/unused', '--rule', 'table/ragged-row']
    expect((await workspace.specmark('fix', ...only)).out).toBe('Nothing to fix.\n')
    expect((await workspace.specmark('check', ...only, '--fail-on', 'hint')).code).toBe(0)
  })
})

describe('fix, where a file cannot be written,', () => {
  test('leaves a read-only file as it was, says why, mends the others, and exits with 2', async () => {
    workspace.write({ 'a.md': BROKEN, 'b.md': BROKEN })
    chmodSync(join(workspace.folder, 'a.md'), 0o444)
    expect(await workspace.specmark('fix')).toEqual({
      code: 2,
      out: 'b.md: 1 fixed\n',
      err: 'a.md: cannot be written: it is read-only.\n',
    })
    expect(workspace.read('a.md')).toBe(BROKEN)
    expect(workspace.read('b.md')).toBe(MENDED)
  })

  test('leaves a file that changed meanwhile to who changed it', async () => {
    workspace.write({ 'a.md': BROKEN })
    const changed = `${BROKEN}Written while it was checked.\r\n`
    const { code, out, err } = await workspace.with(
      {
        files: {
          ...createFiles(workspace.folder),
          async read(path) {
            const read = await createFiles(workspace.folder).read(path)
            writeFileSync(join(workspace.folder, 'a.md'), changed)
            return read
          },
        },
      },
      'fix',
    )
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'a.md: has changed meanwhile: nothing was written.\n',
    })
    expect(workspace.read('a.md')).toBe(changed)
    expect(readdirSync(workspace.folder)).toEqual(['a.md'])
  })
})
