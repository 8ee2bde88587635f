import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { FRESH } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ 'specmark.json': '{ "root": true }' })
})

afterEach(() => {
  workspace.remove()
})

describe('new', () => {
  test('makes a specification, prints its path, and what it made passes as a draft', async () => {
    expect(await workspace.specmark('new', 'Ledger export', '--folder', 'specs')).toEqual({
      code: 0,
      out: 'specs/SPEC-2026-03-10-001-ledger-export.md\n',
      err: '',
    })
    const text = workspace.read('specs/SPEC-2026-03-10-001-ledger-export.md')
    expect(text.slice(text.indexOf('\n## Why'))).toBe(FRESH.slice(FRESH.indexOf('\n## Why')))
    const { code, out } = await workspace.specmark('check', '.')
    expect(code).toBe(0)
    expect(out).toMatch(/^1 specification checked: \d+ hints \(listed with --hints\)\n$/)
  })

  test('gives the next free ID of today, wherever the others lie', async () => {
    workspace.write({
      'a/b/other.md': '# A\n\nSee SPEC-2026-03-10-004.\n',
      'c.md': '**ID**: SPEC-2026-03-09-009\n',
    })
    const { out } = await workspace.specmark('new', 'Loans')
    expect(out).toBe('SPEC-2026-03-10-005-loans.md\n')
  })

  test('never writes over a file', async () => {
    workspace.write({ 'SPEC-2026-03-10-001-loans.md': 'mine' })
    expect(await workspace.specmark('new', 'Loans')).toEqual({
      code: 2,
      out: '',
      err: 'SPEC-2026-03-10-001-loans.md: there is such a file already.\n',
    })
    expect(workspace.read('SPEC-2026-03-10-001-loans.md')).toBe('mine')
  })

  test('refuses a title that a file cannot be named by', async () => {
    workspace.write({ 'specmark.json': '{ "root": true, "newSpec": { "fileName": "{slug}.md" } }' })
    expect(await workspace.specmark('new', '🎉')).toEqual({
      code: 2,
      out: '',
      err: 'No file can be named by this title: “{slug}.md” takes letters and digits from it.\n',
    })
  })

  test('prints it with --dry-run, and makes nothing', async () => {
    const { code, out } = await workspace.specmark('new', 'Loans', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('# Specification: Loans\n')
    expect((await workspace.specmark('check', '.')).code).toBe(2)
  })

  test('says which templates there are, and that a title is needed', async () => {
    expect((await workspace.specmark('new', 'Loans', '--template', 'rfc')).err).toBe(
      'There is no template named "rfc". Known: "spec".\n',
    )
    const { code, err } = await workspace.specmark('new', '  ')
    expect({ code, err }).toEqual({ code: 2, err: 'A specification needs a title.\n' })
  })

  test('refuses what is too long for a title, counting what people see as one character as one', async () => {
    expect(await workspace.specmark('new', `a${'🎉'.repeat(300)}`)).toMatchObject({
      code: 2,
      err: 'A title has 300 characters at most, and this one has 301.\n',
    })
    expect((await workspace.specmark('new', `a${'🎉'.repeat(299)}`)).code).toBe(0)
  })
})
