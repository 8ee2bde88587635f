import { parse } from 'junit2json'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, LOOSE, UNKNOWN } from './specs'

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
})
