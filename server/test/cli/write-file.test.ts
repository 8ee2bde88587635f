import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFiles } from '../../src/node/files'

let folder: string
const at = (name: string) => join(folder, name)
const files = () => createFiles(folder)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-write-'))
  writeFileSync(at('a.md'), 'before\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('replacing a file', () => {
  test('writes the whole text and leaves nothing else in the folder', async () => {
    expect(await files().replace('a.md', 'after ✓\n', 'before\n')).toBeUndefined()
    expect(readFileSync(at('a.md'), 'utf8')).toBe('after ✓\n')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test('keeps permissions, and a symbolic link a link', async () => {
    chmodSync(at('a.md'), 0o640)
    symlinkSync('a.md', at('link.md'))
    expect(await files().replace('link.md', 'after\n', 'before\n')).toBeUndefined()
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('a.md'), 'utf8')).toBe('after\n')
    expect(statSync(at('a.md')).mode & 0o777).toBe(0o640)
  })

  test('stops where the file has changed meanwhile', async () => {
    writeFileSync(at('a.md'), 'somebody else\n')
    expect(await files().replace('a.md', 'after\n', 'before\n')).toBe(
      'a.md: has changed meanwhile: nothing was written.',
    )
    expect(readFileSync(at('a.md'), 'utf8')).toBe('somebody else\n')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test('stops where the file is gone', async () => {
    rmSync(at('a.md'))
    expect(await files().replace('a.md', 'after\n', 'before\n')).toBe('a.md: no such file or folder.')
    expect(readdirSync(folder)).toEqual([])
  })

  test('stops at a read-only file', async () => {
    chmodSync(at('a.md'), 0o444)
    expect(await files().replace('a.md', 'after\n', 'before\n')).toBe(
      'a.md: cannot be written: it is read-only.',
    )
    expect(readFileSync(at('a.md'), 'utf8')).toBe('before\n')
  })
})

describe('making a file', () => {
  test('makes its folders too', async () => {
    expect(await files().create('specs/new/b.md', 'text\n')).toBeUndefined()
    expect(readFileSync(at('specs/new/b.md'), 'utf8')).toBe('text\n')
  })

  test('never replaces one', async () => {
    expect(await files().create('a.md', 'after\n')).toBe('a.md: there is such a file already.')
    expect(readFileSync(at('a.md'), 'utf8')).toBe('before\n')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test('says why where a folder cannot be made', async () => {
    expect(await files().create('a.md/b.md', 'text\n')).toMatch(/^a\.md\/b\.md: /)
  })
})
