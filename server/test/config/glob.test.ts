import { describe, expect, test } from 'vitest'
import { compileGlob } from '../../src/core/config/glob'

function matches(glob: string, path: string): boolean {
  const compiled = compileGlob(glob)
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.matches(path)
}

describe('a glob', () => {
  test.each([
    ['specs/*.md', 'specs/a.md', true],
    ['specs/*.md', 'specs/deep/a.md', false],
    ['specs/**/*.md', 'specs/a.md', true],
    ['specs/**/*.md', 'specs/one/two/a.md', true],
    ['**/spec.md', 'spec.md', true],
    ['**/spec.md', 'a/b/spec.md', true],
    ['**/spec.md', 'a/b/my-spec.md', false],
    ['.kiro/specs/**', '.kiro/specs/login/design.md', true],
    ['**/*.md', '.kiro/specs/login/design.md', true],
    ['{docs,rfcs}/*.md', 'rfcs/1.md', true],
    ['{docs,rfcs}/*.md', 'other/1.md', false],
    ['./specs/?.md', 'specs/a.md', true],
    ['specs/[0-9]*.md', 'specs/12-login.md', true],
    ['specs/*.md', 'Specs/a.md', false],
    ['a/**/b/**/c.md', 'a/x/b/y/z/c.md', true],
    ['a/**/b/**/c.md', 'a/x/y/z/c.md', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(matches(glob, path)).toBe(expected)
  })

  test.each([
    [''],
    ['!specs/*.md'],
    ['/specs/*.md'],
    ['specs\\a.md'],
    ['../specs/*.md'],
    ['specs//a.md'],
    ['{docs/specs,rfcs}/*.md'],
    ['*a*a*a*a*.md'],
    [`${'a'.repeat(501)}`],
    ['a/'.repeat(50)],
  ])('%j is refused with a sentence', (glob) => {
    expect(compileGlob(glob)).toEqual({ problem: expect.stringMatching(/\.$|"\.$/) })
  })

  test('made to backtrack still answers at once', () => {
    const glob = `${'**/a*a*a/'.repeat(19)}b.md`
    const path = `${'a'.repeat(255)}/`.repeat(60)
    const before = performance.now()
    expect(matches(glob, `${path}c.md`)).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
