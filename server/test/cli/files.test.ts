import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFiles } from '../../src/node/files'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-files-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Names of the Markdown files found from a path of the folder, sorted. */
async function found(path = '.'): Promise<string[]> {
  const files = createFiles(folder)
  const result = await files.find(path)
  if (result.kind !== 'folder') throw new Error(JSON.stringify(result))
  expect(result.problems).toEqual([])
  return result.paths.map((file) => files.nameOf(files.uriOf(file))).sort()
}

describe('a folder', () => {
  test('is looked into for Markdown, folders that begin with a dot included', async () => {
    write({ 'a.md': '', 'b/c.MARKDOWN': '', '.kiro/specs/d.md': '', 'e.txt': '', 'f.md.bak': '' })
    expect(await found()).toEqual(['.kiro/specs/d.md', 'a.md', 'b/c.MARKDOWN'])
  })

  test('is looked into but for node_modules and .git', async () => {
    write({
      'a.md': '',
      'node_modules/b.md': '',
      'c/node_modules/d.md': '',
      '.git/HEAD': '',
      '.git/e.md': '',
    })
    expect(await found()).toEqual(['a.md'])
  })

  test('is looked into but for nested git worktrees; submodules are', async () => {
    write({
      'a.md': '',
      'worktree/.git': 'gitdir: /repo/.git/worktrees/worktree\n',
      'worktree/a.md': '',
      'module/.git': 'gitdir: ../.git/modules/module\n',
      'module/b.md': '',
    })
    expect(await found()).toEqual(['a.md', 'module/b.md'])
    expect(await found('worktree')).toEqual(['worktree/a.md'])
  })

  test('or a file that a symbolic link of the repository leads to is that one, and not a second one like it', async () => {
    write({ '.git/HEAD': '', 'real/a.md': '' })
    symlinkSync('real', join(folder, 'specs'))
    symlinkSync('real/a.md', join(folder, 'link.md'))
    expect(await found('specs')).toEqual(['real/a.md'])
    const { find } = createFiles(folder)
    const path = join(folder, 'real', 'a.md')
    expect(await find('link.md')).toEqual({ kind: 'file', path })
    expect(await find('specs/a.md')).toEqual({ kind: 'file', path })
    expect(await find('specs/*.md')).toMatchObject({ kind: 'glob', paths: [path] })
  })

  test('that a symbolic link out of the repository leads to keeps its name there', async () => {
    write({ 'repository/.git/HEAD': '', 'shared/a.md': '' })
    symlinkSync('../shared', join(folder, 'repository/specs'))
    expect(await found('repository/specs')).toEqual(['repository/specs/a.md'])
  })

  test('with a loop of symbolic links ends', async () => {
    write({ 'a/b.md': '' })
    symlinkSync('..', join(folder, 'a/up'))
    symlinkSync('self', join(folder, 'a/self'))
    expect(await found()).toEqual(['a/b.md'])
  })

  test('named itself is looked into even where .gitignore names it', async () => {
    write({ '.git/HEAD': '', '.gitignore': 'build/\n', 'build/a.md': '', 'build/deep/b.md': '', 'c.md': '' })
    expect(await found()).toEqual(['c.md'])
    expect(await found('build')).toEqual(['build/a.md', 'build/deep/b.md'])
    expect(await found('build/deep')).toEqual(['build/deep/b.md'])
  })

  test('is held to the .gitignore of the folders above it', async () => {
    write({
      '.git/HEAD': '',
      '.gitignore': 'drafts\n/specs/old.md\n',
      'specs/old.md': '',
      'specs/new.md': '',
    })
    write({ 'specs/drafts/a.md': '' })
    expect(await found('specs')).toEqual(['specs/new.md'])
  })
})

describe('rules of .gitignore', () => {
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'with nested files that take back what a parent ignores': {
      '.gitignore': '*.md\n!keep.md\n',
      'a.md': '',
      'keep.md': '',
      'one/.gitignore': '!b.md\n',
      'one/b.md': '',
      'one/c.md': '',
      'one/two/b.md': '',
    },
    'anchored in a nested folder': {
      'one/.gitignore': '/a.md\ntwo/b.md\nthree/\n',
      'a.md': '',
      'one/a.md': '',
      'one/deep/a.md': '',
      'one/two/b.md': '',
      'one/deep/two/b.md': '',
      'one/three/c.md': '',
      'one/deep/three/c.md': '',
      'three/c.md': '',
    },
    'for folders only, and a file cannot come back from an ignored folder': {
      '.gitignore': 'out/\n!out/keep.md\n',
      'out/keep.md': '',
      'a/out/b.md': '',
      'b/out.md': '',
    },
    'a folder taken back by a nested file': {
      '.gitignore': '/a/b\n',
      'a/.gitignore': '!b\n',
      'a/b/x.md': '',
      'c/b/y.md': '',
    },
    'with comments, escapes, blanks and several stars': {
      '.gitignore': '# note\n\\#a.md\n\\!b.md\nc\\ .md\nd.md   \n**/e/*.md\nf/**/g.md\r\nh[0-9].md\n',
      '#a.md': '',
      '!b.md': '',
      'c .md': '',
      'd.md': '',
      'x/e/1.md': '',
      'f/g.md': '',
      'f/1/2/g.md': '',
      'h1.md': '',
      'hx.md': '',
    },
    'in a folder whose name looks like a glob': {
      'a[1]*/.gitignore': 'b.md\n/c.md\n',
      'a[1]*/b.md': '',
      'a[1]*/c.md': '',
      'a1x/b.md': '',
      'a1x/c.md': '',
    },
  }

  test.each(Object.entries(cases))('%s mean what git says', async (_, files) => {
    write(files)
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
    git('init', '--quiet')
    const listed = git('-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--exclude-standard')
    const expected = listed.split('\0').filter((name) => name.endsWith('.md'))
    expect(await found()).toEqual(expected.sort())
  })
})

describe('a file', () => {
  test('is read as UTF-8, a byte-order mark kept', async () => {
    write({ 'a.md': '\uFEFF# Größe' })
    expect(await createFiles(folder).read('a.md')).toEqual({ text: '\uFEFF# Größe' })
  })

  test.each([
    ['nowhere.md', 'nowhere.md: no such file or folder.'],
    ['a.md/b.md', 'a.md/b.md: no such file or folder.'],
    ['.', '.: a folder, not a file.'],
    ['picture.md', 'picture.md: a binary file: not checked.'],
    ['wide.md', 'wide.md: UTF-16 text, not UTF-8: not checked.'],
    ['latin.md', 'latin.md: not UTF-8 text.'],
    ['loop.md', 'loop.md: cannot be read: its symbolic links lead in a circle.'],
  ])('%s gives a message', async (path, problem) => {
    write({ 'a.md': '', 'picture.md': Uint8Array.of(1, 2, 0, 3), 'latin.md': Uint8Array.of(0x47, 0xf6) })
    writeFileSync(join(folder, 'wide.md'), '\uFEFFabc', 'utf16le')
    symlinkSync('loop.md', join(folder, 'loop.md'))
    expect(await createFiles(folder).read(path)).toEqual({ problem })
  })

  test('outside of the working directory is named by the way to it', async () => {
    write({ 'shared/a.md': '', 'repo/b.md': '' })
    const files = createFiles(join(folder, 'repo'))
    expect(await files.find('../shared/a.md')).toEqual({ kind: 'file', path: join(folder, 'shared/a.md') })
    expect(files.nameOf(files.uriOf('../shared/a.md'))).toBe('../shared/a.md')
    expect(await files.find('../gone')).toEqual({
      kind: 'problem',
      problem: '../gone: no such file or folder.',
    })
  })
})
