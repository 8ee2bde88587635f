import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { FRESH, LOOSE, README } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

describe('explain', () => {
  test('tells of a spec its template, the mark that matched, status and config', async () => {
    workspace.write({
      'a.md': FRESH.replace('SPEC-[YYYY-MM-DD]-[NUMBER]', 'SPEC-2026-01-15-001').replace(
        'Draft | Review | Approved | Implemented',
        'In Progress',
      ),
      'specmark.json': '{ "root": true }',
    })
    const { code, out, err } = await workspace.specmark('explain', 'a.md')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [verdict, why, status, config] = out.split('\n')
    expect(verdict).toBe('a.md: checked as a specification of the template "spec"')
    expect(why).toContain('SPEC-2026-01-15-001')
    expect(status).toContain('Approved')
    expect(config).toBe('  config: specmark.json')
  })

  test('tells that the config names a file', async () => {
    workspace.write({ 'notes.md': README, 'specmark.json': '{ "specs": { "*.md": "spec" } }' })
    const { out } = await workspace.specmark('explain', 'notes.md')
    expect(out).toContain('notes.md: checked as a specification of the template "spec"')
    expect(out).toContain('why: the configuration says')
  })

  test('tells what of the config holds for a file', async () => {
    workspace.write({
      'specs/what.md': LOOSE,
      'specs/how.md': '# How\n\n- [ ] **TASK-001**: Do.\n- [ ] **TASK-002**: Do more.\n',
      'archive/a.md': LOOSE,
      'specmark.json': `{
        "root": true,
        "ignore": ["archive/**"],
        "groups": [["what.md", "how.md"]],
        "overrides": [{ "files": ["specs/*.md", "old/**"], "rules": { "id/gap": "off" } }]
      }`,
    })
    const { out } = await workspace.specmark('explain', 'specs/what.md')
    expect(out.split('\n').slice(-4)).toEqual([
      '  config: specmark.json',
      '  overrides: specs/*.md, old/**',
      '  one specification with: specs/how.md',
      '',
    ])
    expect((await workspace.specmark('explain', 'archive/a.md')).out).toContain(
      'why: the configuration ignores "archive/**"',
    )
  })

  test('tells a loose spec, a template and a plain file apart', async () => {
    workspace.write({ 'loose.md': LOOSE, 'README.md': README, 'templates/spec.md': FRESH })
    expect((await workspace.specmark('explain', 'loose.md')).out).toContain(
      'checked as a loose specification',
    )
    expect((await workspace.specmark('explain', 'README.md')).out).toContain('README.md: not checked')
    expect((await workspace.specmark('explain', 'templates/spec.md')).out).toContain('a template: ')
  })

  test('tells that a file is not Markdown, unless the config makes it a spec', async () => {
    workspace.write({ 'dates.js': 'export {}\n' })
    expect(await workspace.specmark('explain', 'dates.js')).toEqual({
      code: 0,
      out: 'dates.js: not checked\n  why: it is not a Markdown file\n',
      err: '',
    })
    workspace.write({ 'specmark.json': '{ "specs": { "*.js": "spec" } }' })
    expect((await workspace.specmark('explain', 'dates.js')).out).toContain('why: the configuration says')
  })

  test('tells what is wrong with the file or the config, and exits with 2', async () => {
    const missing = await workspace.specmark('explain', 'gone.md')
    expect(missing).toEqual({ code: 2, out: '', err: 'gone.md: no such file or folder.\n' })
    workspace.write({ 'a.md': LOOSE, 'specmark.json': '{ "root": }' })
    const broken = await workspace.specmark('explain', 'a.md')
    expect(broken.code).toBe(2)
    expect(broken.err).toBe('specmark.json:1:11: A value is expected here. The config was not read.\n')
  })
})
