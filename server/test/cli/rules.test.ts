import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules'
import { createWorkspace, type Workspace } from './environment'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

describe('rules', () => {
  test('lists every rule with its severities and what it finds', async () => {
    const { code, out } = await workspace.specmark('rules')
    expect(code).toBe(0)
    const lines = out.split('\n')
    for (const { name, severity, summary } of rules) {
      const line = lines.find((one) => one.startsWith(`${name} `))
      expect(line).toContain(severity.join(' / '))
      expect(line).toContain(summary)
    }
  })

  test('explains one, with an example of each kind', async () => {
    const { code, out } = await workspace.specmark('rules', 'id/duplicate')
    expect(code).toBe(0)
    expect(out).toMatch(/^id\/duplicate\n/)
    expect(out).toContain('Not this:\n\n    ')
    expect(out).toContain('But this:\n\n    ')
  })

  test('tells which fixes "specmark fix" makes', async () => {
    expect((await workspace.specmark('rules', 'table/ragged-row')).out).toContain('"specmark fix" makes it')
    expect((await workspace.specmark('rules', 'id/duplicate')).out).not.toContain('specmark fix')
  })

  test('asks whether another was meant', async () => {
    expect(await workspace.specmark('rules', 'id/duplicat')).toEqual({
      code: 2,
      out: '',
      err: 'There is no rule “id/duplicat”. Did you mean id/duplicate?\n',
    })
  })
})
