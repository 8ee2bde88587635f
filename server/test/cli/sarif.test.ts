import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Log } from 'sarif'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules'
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

describe('--format sarif', () => {
  const sarif = async () => JSON.parse((await workspace.specmark('check', '--format', 'sarif')).out) as Log

  test('has each finding at its place, counted from 1, with a fingerprint and the edits of its fix', async () => {
    const { version, runs } = await sarif()
    expect(version).toBe('2.1.0')
    const [result, ...others] = runs[0]?.results ?? []
    expect(others).toEqual([])
    expect(result).toMatchObject({
      ruleId: 'id/duplicate',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/%C3%B6.md' },
            region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 12 },
          },
        },
      ],
      partialFingerprints: { 'specmark/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'REQ-002' } }] }] }],
    })
    expect(runs[0]?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('id/duplicate')
  })

  test('tells where a config is wrong', async () => {
    workspace.write({ 'specmark.json': '{\n  "ruls": {}\n}\n' })
    expect((await sarif()).runs[0]?.invocations?.[0]?.toolConfigurationNotifications).toEqual([
      {
        level: 'error',
        message: { text: '"ruls" means nothing here. Did you mean "rules"?' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'specmark.json' },
              region: { startLine: 2, startColumn: 3 },
            },
          },
        ],
      },
    ])
  })

  test('tells of every rule what it finds, with help', async () => {
    const listed = (await sarif()).runs[0]?.tool.driver.rules ?? []
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ name }) => name))
    expect(listed.every(({ help }) => help?.markdown?.includes('Not this:'))).toBe(true)
  })

  test('says that a run was not complete', async () => {
    const { out, code } = await workspace.specmark('check', '--format', 'sarif', '.', 'gone.md')
    expect(code).toBe(2)
    expect((JSON.parse(out) as Log).runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'gone.md: no such file or folder.' } },
        ],
      },
    ])
  })
})

/** The schema is of draft 4, which differs from what the validator reads in the name of its own identifier only. */
function validator() {
  const { id: $id, $schema: _, ...rest } = schema
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile({ $id, ...rest })
}

describe('the published schema of SARIF 2.1.0', () => {
  const validate = validator()
  const logOf = async (...args: string[]): Promise<Log> =>
    JSON.parse((await workspace.specmark('check', '--format', 'sarif', ...args)).out)

  test('accepts the report of every kind of finding: fixes, other places, hints, none at all', async () => {
    workspace.write({
      'fresh.md': FRESH,
      'unknown.md': UNKNOWN,
      'large.md': `${DUPLICATE}${'x'.repeat(2_000_000)}`,
      'odd & # %.md': DUPLICATE,
    })
    workspace.write({ 'specmark.json': '{ "ruls": {} }' })
    const log = await logOf('.', 'gone.md')
    validate(log)
    expect(validate.errors).toBeNull()
    const results = log.runs[0]?.results ?? []
    expect(results.filter(({ fixes }) => fixes).length).toBeGreaterThan(0)
    expect(results.filter(({ relatedLocations }) => relatedLocations).length).toBeGreaterThan(0)
    expect(results.map(({ ruleId }) => ruleId)).toContain('internal/too-large')
  })

  test('accepts the report of an empty run', async () => {
    validate(await logOf('c.md'))
    expect(validate.errors).toBeNull()
  })

  test.each<[string, (log: Log) => void]>([
    ['a line 0', (log) => Object.assign(regionOf(log), { startLine: 0 })],
    ['a path with a blank', (log) => Object.assign(placeOf(log), { uri: 'a b.md' })],
    ['an unknown level', (log) => Object.assign(log.runs[0]?.results?.[0] ?? {}, { level: 'fatal' })],
  ])('would refuse %s', async (_, spoil) => {
    const log = await logOf()
    spoil(log)
    expect(validate(log)).toBe(false)
  })
})

function placeOf(log: Log) {
  return log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation ?? {}
}

function regionOf(log: Log) {
  return log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.region ?? {}
}
