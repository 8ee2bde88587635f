import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/core/config/config'
import { createConfigLoader } from '../../src/core/config/load-config'
import { parseConfig } from '../../src/core/config/parse-config'
import { settingsFor } from '../../src/core/config/settings-for'
import { readTemplate } from '../../src/core/template/read-template'
import type { TemplateChanges } from '../../src/core/template/template-changes'
import { createSpecService, TextDocument } from '../../src/index'

const SPEC = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const UNCHANGED = templatesWith(undefined)

function templatesWith(changes: TemplateChanges | undefined) {
  return [readTemplate(SPEC, changes).template].filter((one) => one !== undefined)
}

const builtIn = (changes?: TemplateChanges) => (changes === undefined ? UNCHANGED : templatesWith(changes))

/** The config that a text is, and its problems as `text they are at: message`. */
async function configOf(text: string, files: Record<string, string> = {}) {
  const all: Record<string, string> = { ...files, 'file:///repo/specmark.json': text }
  const loader = createConfigLoader({
    templates: builtIn,
    readFile: async (uri) => all[uri],
    log: () => undefined,
  })
  const config = await loader.configFor('file:///repo/specs/a.md')
  const problems = config.problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`)
  return { config, problems }
}

function severityOf(
  config: Config,
  rule: string,
  path = 'specs/a.md',
  stage: 'draft' | 'implemented' = 'draft',
) {
  return settingsFor(config, `file:///repo/${path}`).severity(rule, stage)
}

describe('severities', () => {
  test('are those of the rule, else of its group, else of all', async () => {
    const { config, problems } = await configOf(
      '{ "rules": { "id/gap": "error", "id/*": "hint", "*": "off" } }',
    )
    expect(problems).toEqual([])
    expect(['id/gap', 'id/missing', 'table/ragged-row'].map((rule) => severityOf(config, rule))).toEqual([
      'error',
      'hint',
      'off',
    ])
  })

  test('may be left to the rule for some stages; what holds for approved holds for implemented', async () => {
    const { config } = await configOf(
      '{ "rules": { "id/gap": { "draft": "off", "approved": "error" }, "id/*": { "review": "hint" } } }',
    )
    const { severity } = settingsFor(config, 'file:///repo/a.md')
    const stages = ['draft', 'review', 'approved', 'implemented'] as const
    expect(stages.map((stage) => severity('id/gap', stage))).toEqual(['off', 'hint', 'error', 'error'])
    expect(severity('table/ragged-row', 'draft')).toBeUndefined()
  })

  test('may be others for some paths, the later ones counting more', async () => {
    const { config } = await configOf(`{
      "rules": { "id/gap": "error" },
      "overrides": [
        { "files": ["old/**", "older/*.md"], "rules": { "*": "off" } },
        { "files": ["old/new/**"], "rules": { "id/*": "hint" } }
      ]
    }`)
    const paths = ['specs/a.md', 'old/a.md', 'older/a.md', 'older/deep/a.md', 'old/new/a.md']
    expect(paths.map((path) => severityOf(config, 'id/gap', path))).toEqual([
      'error',
      'off',
      'off',
      'error',
      'hint',
    ])
    expect(severityOf(config, 'table/ragged-row', 'old/new/a.md')).toBe('off')
  })

  test('of rules that are not known are told at their name', async () => {
    const { config, problems } = await configOf(`{
      "rules": { "id/dupliacte": "off", "requirements/*": "off", "nonsense": "off", "id/gap": "off" },
      "overrides": [{ "files": ["../x/**"], "rules": { "internal/too-large": "off" } }]
    }`)
    expect(problems).toEqual([
      '"id/dupliacte": There is no rule "id/dupliacte". Did you mean "id/duplicate"?',
      '"requirements/*": There is no rule "requirements/*". Did you mean "requirement/*"?',
      '"nonsense": There is no rule "nonsense".',
      '"../x/**": A glob cannot lead out of the folder of this file.',
      '"internal/too-large": There is no rule "internal/too-large".',
    ])
    expect([...config.severities.keys()]).toEqual(['id/gap'])
  })
})

describe('mistakes', () => {
  test('stand in the order of their places, whatever found them', async () => {
    const { problems } = await configOf(
      '{ "rules": { "id/gpa": "off", "id/gap": "warn" }, "ignore": ["/x"], "root": 1 }',
    )
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['"id/gpa"', '"warn"', '"/x"', '1'])
  })

  test('are listed up to a hundred, however many there are', async () => {
    const keys = Array.from({ length: 20_000 }, (_, place) => `"k${place}": 0`).join()
    const { config, problems } = await configOf(`{ ${keys}, "groups": [] }`)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatch(/: 19900 more mistakes from here on are not listed\.$/)
    expect(config.groups).toEqual([])
  })
})

describe('paths that are ignored, files that are one', () => {
  test('are globs, and lists of names', async () => {
    const { config, problems } = await configOf(
      '{ "ignore": ["archive/**", "/abs", "**/draft-*.md"], "groups": [["what.md", "how.md"]] }',
    )
    expect(problems).toEqual([expect.stringMatching(/^"\/abs": A glob is relative/)])
    const isIgnored = (path: string) => config.ignore.some(({ matches }) => matches(path))
    expect(['archive/x/a.md', 'a/draft-1.md', 'a/b.md'].map(isIgnored)).toEqual([true, true, false])
    expect(config.groups).toEqual([['what.md', 'how.md']])
  })

  test('may be none', async () => {
    const { config } = await configOf('{ "groups": [] }')
    expect(config.groups).toEqual([])
  })
})

describe('words', () => {
  test('are added and taken by list, and counted for some languages', async () => {
    const { config, problems } = await configOf(
      '{ "words": { "languages": ["en", "de"], "vague": { "add": [" blazing   fast ", "nice"], "remove": ["robust"] } } }',
    )
    expect(problems).toEqual([])
    expect(config.words).toEqual({
      languages: ['en', 'de'],
      changes: new Map([['vague', { add: ['blazing fast', 'nice'], remove: ['robust'] }]]),
    })
  })
})

describe('status values', () => {
  test('have further synonyms, and further words close a document', async () => {
    const { config, problems } = await configOf(
      '{ "status": { "synonyms": { "approved": ["Signed-off", "Archived"], "Review": ["Ready"] }, "closed": ["Done"] } }',
    )
    expect(problems).toEqual([])
    const [template] = config.allTemplates
    const { synonyms, closed } = template?.lifecycle ?? { synonyms: new Map(), closed: [] }
    expect(
      [...'signed off,archived,ready,accepted,done'.split(',')].map((word) => synonyms.get(word)),
    ).toEqual(['Approved', 'Approved', 'Review', 'Approved', undefined])
    expect(closed).toContain('done')
    expect(closed).not.toContain('archived')
  })

  test('that no template has, and words that mean two things, are told', async () => {
    const { problems } = await configOf(`{ "status": {
      "synonyms": { "Aproved": ["ok"], "Review": ["Draft", "Parked"], "Draft": ["parked", "Withdrawn"] },
      "closed": ["Withdrawn", "Implemented"]
    } }`)
    expect(problems.sort()).toEqual([
      '"Aproved": No template has a status "Aproved". Did you mean "Approved"?',
      '"Draft": "Draft" is a status of a template itself.',
      '"Implemented": "Implemented" is a status of a template itself.',
      '"Withdrawn": "Withdrawn" stands for "closed" too.',
      '"parked": "parked" stands for "Review" too.',
    ])
  })
})

describe('kinds of IDs', () => {
  test('are added to every template, changed and taken away', async () => {
    const own = '---\nspecmark:\n  name: rfc\n---\n# RFC: [Title]\n\n## Purpose\n[Why]\n'
    const { config, problems } = await configOf(
      '{ "kinds": { "US": "requirement", "sc": "goal", "TC": "off" }, "templates": ["rfc.md"] }',
      { 'file:///repo/rfc.md': own },
    )
    expect(problems).toEqual([])
    const roles = config.allTemplates.map(
      ({ kinds }) => new Map(kinds.map(({ prefix, role }) => [prefix, role])),
    )
    expect(roles[0]).toEqual(
      new Map([
        ['US', 'requirement'],
        ['sc', 'goal'],
      ]),
    )
    expect(roles[1]?.get('US')).toBe('requirement')
    expect(roles[1]?.get('SC')).toBe('goal')
    expect(roles[1]?.has('TC')).toBe(false)
    expect(roles[1]?.get('REQ')).toBe('requirement')
  })

  test('that a template writes items of are left out of its sections too', async () => {
    const { config, problems } = await configOf('{ "kinds": { "TEST": "off", "AC": "test" } }')
    expect(problems).toEqual([])
    const kindsIn = (title: string) =>
      config.allTemplates[0]?.sections.find((section) => section.title === title)?.kinds
    expect(kindsIn('Test Cases')).toEqual([])
    expect(kindsIn('Acceptance Criteria')).toMatchObject([{ prefix: 'AC', role: 'test' }])
  })

  test('that cannot be are told at their prefix', async () => {
    const { problems } = await configOf(
      '{ "kinds": { "U-S": "goal", "US": "goal", "us": "task", "Ü": "goal" } }',
    )
    expect(problems).toEqual([
      '"U-S": "U-S" is not a prefix of IDs: a letter, then letters and digits, 20 at most.',
      '"us": "us" is "US" again: prefixes are compared without case.',
      '"Ü": "Ü" is not a prefix of IDs: a letter, then letters and digits, 20 at most.',
    ])
  })
})

describe('new specifications', () => {
  test('have a template, a folder and a name by the config', async () => {
    const { config, problems } = await configOf(
      '{ "newSpec": { "template": "spec", "folder": "./docs/specs/", "fileName": "{date}/{slug}.md" } }',
    )
    expect(problems).toEqual([])
    expect(config.newSpec).toEqual({ template: 'spec', folder: 'docs/specs', fileName: '{date}/{slug}.md' })
  })

  test.each([
    ['template', 'spce', 'There is no template named "spce". Did you mean "spec"?'],
    ['folder', '../x', '"folder" cannot lead out of the folder of this file.'],
    ['folder', '/x', expect.stringMatching(/^"folder" must be a path relative/)],
    ['folder', 'C:\\x', expect.stringMatching(/^"folder" must be a path relative/)],
    ['fileName', '{titel}.md', '"fileName" cannot have {titel}. Known: {id}, {date}, {number}, {slug}.'],
    ['fileName', '../{id}.md', '"fileName" cannot lead out of its folder.'],
    ['fileName', 'a:b.md', expect.stringMatching(/^"fileName" must be a name that every system takes/)],
    ['fileName', '{id}', '"fileName" must end in ".md".'],
  ])('have the default %s where it is %j', async (key, value, message) => {
    const text = JSON.stringify({ newSpec: { [key]: value } })
    const { config } = await configOf(text)
    const [problem, ...others] = config.problems
    expect(others).toEqual([])
    expect(problem?.message).toEqual(message)
    expect(text.slice(problem?.start, problem?.end)).toBe(JSON.stringify(value))
    expect(config.newSpec).toEqual({ template: undefined, folder: '', fileName: '{id}-{slug}.md' })
  })
})

test('a config that says nothing changes nothing: the built-in templates are those without one', async () => {
  const loader = createConfigLoader({
    templates: builtIn,
    readFile: async (uri) => (uri === 'file:///repo/specmark.json' ? '{}' : undefined),
    log: () => undefined,
  })
  const config = await loader.configFor('file:///repo/a.md')
  expect(config.allTemplates[0]).toBe(UNCHANGED[0])
  expect((await loader.configFor('file:///elsewhere/a.md')).allTemplates[0]).toBe(UNCHANGED[0])
})

describe('a config of any text', () => {
  const text = fc.constantFrom(
    'spec',
    'Draft',
    'off',
    '**/*.md',
    '../x',
    '__proto__',
    'id/gap',
    '{slug}.md',
    'US',
    'a*',
    '',
  )
  const value = fc.oneof(
    text,
    fc.constantFrom(true, 7, null),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 2 })), { maxKeys: 3 }),
    fc
      .record({ files: fc.array(text, { minLength: 1, maxLength: 2 }), rules: fc.dictionary(text, text) })
      .map((one) => [one]),
    fc.record(
      { synonyms: fc.dictionary(text, fc.array(text)), closed: fc.array(text) },
      { requiredKeys: [] },
    ),
    fc.record({ template: text, folder: text, fileName: text }, { requiredKeys: [] }),
    fc.record(
      { languages: fc.array(fc.constantFrom('en', 'xx')), vague: fc.record({ add: fc.array(text) }) },
      { requiredKeys: [] },
    ),
  )
  const key = fc.constantFrom(...Object.keys(parseConfig('{}').value), '__proto__')
  const config = fc.dictionary(key, value, { maxKeys: 5 }).map((one) => JSON.stringify(one))

  test('is one by which a specification can be judged, with places for all that is wrong', async () => {
    const spec = readTemplate(SPEC).template?.body ?? ''
    await fc.assert(
      fc.asyncProperty(fc.oneof(config, config, fc.string(), fc.json()), async (source) => {
        const service = createSpecService({
          templates: [SPEC],
          today: () => '2026-03-01',
          readFile: async (uri) => (uri === 'file:///repo/specmark.json' ? source : undefined),
          log: () => undefined,
        })
        const document = TextDocument.create('file:///repo/specs/a.md', 'markdown', 1, spec)
        const { config, findings } = await service.analyse(document)
        expect(findings.filter(({ rule }) => rule.startsWith('internal/'))).toEqual([])
        expect(config.allTemplates.length).toBeGreaterThan(0)
        for (const { start, end, message } of service.problems()) {
          expect(message).toMatch(/[.?]$/)
          expect(0 <= start && start <= end && end <= source.length).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
