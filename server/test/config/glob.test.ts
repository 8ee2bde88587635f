import fc from 'fast-check'
import picomatch from 'picomatch'
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

  test('matches what a library matches that takes the glob as a whole', () => {
    const segment = fc.constantFrom(
      'a',
      'b',
      'ab',
      '.a',
      '*',
      '**',
      '?',
      'a*',
      '*b',
      '[ab]',
      '{a,b}',
      '{a,ab}*',
      'a.b',
    )
    const name = fc.constantFrom('a', 'b', 'ab', 'ba', '.a', 'a.b', 'axb')
    const globs = fc.array(segment, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'))
    const paths = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'))
    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        // Whether `a/**` means `a` too depends in the library on what `a` is; to a file it makes no difference.
        fc.pre(!glob.endsWith('/**'))
        expect(matches(glob, path)).toBe(picomatch(glob, { dot: true })(path))
      }),
      { numRuns: 3_000 },
    )
  })

  test('never throws, and answers', () => {
    const glob = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ab*?[]{},/!()|+@\\.-^$') }))
    fc.assert(
      fc.property(glob, fc.string(), (text, path) => {
        const compiled = compileGlob(text)
        expect('problem' in compiled ? compiled.problem : compiled.matches(path)).toBeDefined()
      }),
      { numRuns: 3_000 },
    )
  })

  test('made to backtrack still answers at once', () => {
    const glob = `${'**/a*a*a/'.repeat(19)}b.md`
    const path = `${'a'.repeat(255)}/`.repeat(60)
    const before = performance.now()
    expect(matches(glob, `${path}c.md`)).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
