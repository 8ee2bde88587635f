import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFiles } from '../../src/node/files'
import { specmarkIn } from './environment'
import { LOOSE } from './specs'

/** A disk that has room for one more byte. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open: typeof real.open = async (path, flags, mode) => {
    const file = await real.open(path, flags, mode)
    file.writeFile = async (text) => {
      await file.write(String(text).slice(0, 1))
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }
    return file
  }
  return { ...real, open }
})

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-full-'))
  writeFileSync(join(folder, 'a.md'), 'before\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a full disk leaves the file as it was, and nothing beside it', async () => {
  const files = createFiles(folder)
  expect(await files.replace('a.md', 'after\n', 'before\n')).toBe(
    'a.md: cannot be written: the disk is full.',
  )
  expect(await files.create('b.md', 'text\n')).toBe('b.md: cannot be written: the disk is full.')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('before\n')
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('fix says so, leaves the file as it was, and exits with 2', async () => {
  const broken = LOOSE.replace('- [x] **AC-1**', '- [✓] **AC-1**')
  writeFileSync(join(folder, 'a.md'), broken)
  expect(await specmarkIn(folder, {}, ['fix'])).toEqual({
    code: 2,
    out: '',
    err: 'a.md: cannot be written: the disk is full.\n',
  })
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(broken)
  expect(readdirSync(folder)).toEqual(['a.md'])
})
