import { parse } from 'junit2json'
import type { Log } from 'sarif'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/cli/report'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, FRESH, LOOSE, UNKNOWN } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ 'a b/ö.md': DUPLICATE, 'c.md': LOOSE })
})

afterEach(() => {
  workspace.remove()
})

describe('--format junit', () => {
  test('is read by a reader of others: a suite for each file, a failure for each error and warning', async () => {
    workspace.write({
      'd.md': UNKNOWN.replace('mailed (', 'mailed & <b>"x"</b> ('),
    })
    const { out } = await workspace.specmark('check', '--format', 'junit')
    const report = await parse(out)
    const suites = report && 'testsuite' in report ? (report.testsuite ?? []) : []
    expect(suites.map(({ name, tests, failures }) => ({ name, tests, failures }))).toEqual([
      { name: 'a b/ö.md', tests: 1, failures: 1 },
      { name: 'c.md', tests: 1, failures: 0 },
      { name: 'd.md', tests: 1, failures: 1 },
    ])
    const [failure] = suites[0]?.testcase?.[0]?.failure ?? []
    expect(failure).toMatchObject({
      type: 'error',
      message: expect.stringContaining('REQ-001 is already defined'),
    })
  })
})

describe('what could not be checked', () => {
  /** More characters than are read of a text; the file is small enough. */
  const HUGE = `${DUPLICATE}\n${'- word word word\n'.repeat(100_000)}`
  const BROKEN = {
    'specmark.json': '{\n  "rules": { "id/duplicat": "off" }\n}\n',
    'd.md': new Uint8Array([0xff, 0xfe, 0x00]),
  }

  test('a specification that is too large to be read is not clean, --quiet or not, and is not fixed either', async () => {
    workspace.write({ 'huge.md': HUGE })
    const { code, out } = await workspace.specmark('check', 'huge.md', '--quiet')
    expect(out).toContain('internal/too-large')
    expect(code).toBe(2)
    const sarif = await workspace.specmark('check', 'huge.md', '--format', 'sarif', '--fail-on', 'never')
    expect(sarif.code).toBe(2)
    expect((JSON.parse(sarif.out) as Log).runs[0]?.invocations?.[0]?.executionSuccessful).toBe(false)
    expect(await workspace.specmark('fix', 'huge.md')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^huge\.md: This document has [\d,]+ characters; .*\n$/),
    })
  })

  test('is an error of GitHub, at its place where it has one', async () => {
    workspace.write(BROKEN)
    const { code, out } = await workspace.specmark('check', 'c.md', 'd.md', '--format', 'github')
    expect(code).toBe(2)
    expect(out.split('\n')).toEqual([
      '::error title=specmark::d.md: UTF-16 text, not UTF-8: not checked.',
      '::error file=specmark.json,line=2,col=14,title=specmark::There is no rule "id/duplicat". Did you mean "id/duplicate"?',
      '',
    ])
  })

  test('is listed in JSON, the places of configs counted from 0 as all are', async () => {
    workspace.write(BROKEN)
    const { out } = await workspace.specmark('check', '--format', 'json')
    expect((JSON.parse(out) as Report).problems).toEqual([
      { message: 'd.md: UTF-16 text, not UTF-8: not checked.', file: null, position: null },
      {
        message: 'There is no rule "id/duplicat". Did you mean "id/duplicate"?',
        file: 'specmark.json',
        position: { line: 1, character: 13 },
      },
    ])
    expect(JSON.parse((await workspace.specmark('check', '--stdin', '--format', 'json')).out)).toHaveProperty(
      'problems',
    )
  })

  test('is an error of JUnit, which knows failures from errors', async () => {
    workspace.write(BROKEN)
    const report = await parse((await workspace.specmark('check', '--format', 'junit')).out)
    if (!report || !('testsuite' in report)) throw new Error('no suites')
    expect(report).toMatchObject({ tests: 4, failures: 1, errors: 2 })
    const suite = report.testsuite?.find(({ name }) => name === 'specmark')
    expect(suite).toMatchObject({ tests: 2, failures: 0, errors: 2 })
    expect(suite?.testcase?.map(({ error }) => error?.[0]?.message)).toEqual([
      'd.md: UTF-16 text, not UTF-8: not checked.',
      'specmark.json:2:14: There is no rule "id/duplicat". Did you mean "id/duplicate"?',
    ])
  })
})

describe('--format github', () => {
  test('prints a workflow command for each finding, its special characters escaped', async () => {
    expect((await workspace.specmark('check', '--format', 'github')).out).toMatch(
      /^::error file=a b\/ö\.md,line=4,endLine=4,col=5,endColumn=12,title=id\/duplicate::REQ-001 is already defined in line 3 .*\n$/,
    )
  })
})

describe('what is reported', () => {
  test('--rule leaves one rule, and asks whether another was meant', async () => {
    workspace.write({ 'd.md': UNKNOWN })
    const { out, code } = await workspace.specmark('check', '--rule', 'reference/unknown')
    expect(out).toContain('reference/unknown')
    expect(out).not.toContain('id/duplicate')
    expect(code).toBe(0)
    expect(await workspace.specmark('check', '--rule', 'id/dupe')).toMatchObject({
      code: 2,
      err: 'There is no rule “id/dupe”. specmark rules lists them.\n',
    })
  })

  test('--rule leaves the rules of a group, by the name that it has in a config', async () => {
    workspace.write({ 'd.md': UNKNOWN })
    const { out } = await workspace.specmark('check', '--rule', 'reference/*')
    expect(out).toContain('reference/unknown')
    expect(out).not.toContain('id/duplicate')
    expect((await workspace.specmark('check', '--rule', 'refs/*')).err).toBe(
      'There is no rule “refs/*”. specmark rules lists them.\n',
    )
  })

  test('a hint that fails a run is told in every format, as whatever fails it is', async () => {
    workspace.write({ 'fresh.md': FRESH })
    const run = (...args: string[]) => workspace.specmark('check', 'fresh.md', '--fail-on', 'hint', ...args)
    expect(await run('--quiet')).toMatchObject({
      code: 1,
      out: expect.stringContaining('structure/placeholder'),
    })
    expect(await run()).toMatchObject({ code: 1, out: expect.not.stringContaining('listed with --hints') })
    expect((await run('--format', 'github')).out).toContain('::notice file=fresh.md')
    const junit = await parse((await run('--format', 'junit')).out)
    expect(junit && 'failures' in junit && junit.failures).toBeGreaterThan(0)
  })

  test('hints are annotations of GitHub with --hints only', async () => {
    workspace.write({ 'fresh.md': FRESH })
    const run = (...args: string[]) => workspace.specmark('check', 'fresh.md', '--format', 'github', ...args)
    expect((await run()).out).toBe('')
    expect((await run('--hints')).out).toContain('title=structure/placeholder')
  })

  test('--quiet leaves what makes it fail, and no summary', async () => {
    workspace.write({ 'd.md': UNKNOWN })
    const { out } = await workspace.specmark('check', '--quiet')
    expect(out).toContain('id/duplicate')
    expect(out).not.toContain('reference/unknown')
    expect(out).not.toContain('checked')
  })

  test('--stdin checks a text as the file that it stands for', async () => {
    const { out, code } = await workspace.specmark('check', '--stdin', '--stdin-filename', 'specs/x.md')
    expect(code).toBe(1)
    expect(out).toContain('specs/x.md\n')
    expect(out).toContain('id/duplicate')
    expect((await workspace.specmark('check', '--stdin-filename', 'x.md')).code).toBe(2)
  })

  test('--stdin with paths is refused: one of the two would go unchecked', async () => {
    expect(await workspace.specmark('check', '--stdin', 'c.md')).toMatchObject({
      code: 2,
      out: '',
      err: '--stdin checks the text that comes, and no paths: --stdin-filename names the file that it stands for.\n',
    })
  })
})
