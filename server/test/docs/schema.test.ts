import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'
import { parseConfig } from '../../src/core/config/parse-config'
import { severitySettings } from '../../src/core/config/severities'
import { rules } from '../../src/core/rules'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'))

test('the schemas are those of the sources', () => {
  execFileSync(process.execPath, [join(root, 'scripts/schema.mjs'), '--check'], { encoding: 'utf8' })
})

describe('the schema of specmark.json', () => {
  const ajv = new Ajv({ allowUnionTypes: true })
  ajv.addVocabulary(['allowComments', 'allowTrailingCommas'])
  const isValid = ajv.compile(schemaOf('specmark.schema.json'))

  test('refuses what Specmark refuses, and nothing else', () => {
    const text = fc.constantFrom(
      'spec',
      'error',
      'off',
      'draft',
      'goal',
      '**/*.md',
      'a/b',
      'a*',
      '',
      ' ',
      'id/gap',
      'en',
      '*',
    )
    const known = fc.constantFrom(
      ...[
        'files',
        'rules',
        'add',
        'remove',
        'languages',
        'vague',
        'synonyms',
        'closed',
        'required',
        'template',
      ],
      ...['draft', 'approved', 'Draft', 'id/gap', 'id/*', '*', 'id/gpa', 'US', 'fileName', 'folder'],
    )
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.constantFrom(true, 1, null, 'criterion'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(known, tie('value'), { maxKeys: 3, noNullPrototype: true }),
        fc.record({ vague: fc.record({ add: fc.array(text, { maxLength: 2 }) }) }, { noNullPrototype: true }),
        fc.array(fc.array(text, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
      ),
    }))
    const config = fc.dictionary(
      fc.constantFrom(...Object.keys(schemaOf('specmark.schema.json').properties), 'other'),
      value,
      { maxKeys: 2, noNullPrototype: true },
    )
    let valid = 0
    fc.assert(
      fc.property(fc.oneof(config, value), (candidate) => {
        const accepted = isValid(candidate)
        if (accepted) valid++
        const parsed = parseConfig(JSON.stringify(candidate))
        const names: string[] = []
        const report = (message: string) => names.push(message)
        severitySettings(parsed.value.rules, ['rules'], report)
        for (const override of parsed.value.overrides) severitySettings(override.rules, [], report)
        expect(accepted).toBe(parsed.problems.length + names.length === 0)
      }),
      { numRuns: 2_000 },
    )
    expect(valid).toBeGreaterThan(50)
  })

  test('accepts a config of every kind of value', () => {
    const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8')
    const example = /^```jsonc\n([\s\S]*?)^```/m.exec(page)?.[1] ?? ''
    expect(isValid(JSON.parse(example.replace(/^\s*\/\/.*$/gm, '')))).toBe(true)
  })
})

describe.each(['specmark.schema.json', 'specmark.completion.json'])('in an editor, %s', (name) => {
  const service = getLanguageService({})
  service.configure({
    validate: true,
    schemas: [{ uri: 'specmark:schema', fileMatch: ['specmark.json'], schema: schemaOf(name) }],
  })

  function open(text: string) {
    const document = TextDocument.create('file:///specmark.json', 'jsonc', 1, text)
    return { document, parsed: service.parseJSONDocument(document) }
  }

  /** What is offered where the bar stands. */
  async function completed(text: string) {
    const { document, parsed } = open(text.replace('¦', ''))
    const list = await service.doComplete(document, document.positionAt(text.indexOf('¦')), parsed)
    return (list?.items ?? []).map(({ label }) => label.replaceAll('"', ''))
  }

  test.each([
    [
      '{ ¦ }',
      ['specs', 'ignore', 'groups', 'rules', 'overrides', 'words', 'status', 'kinds', 'trace', 'newSpec'],
    ],
    ['{ "rules": { ¦ } }', [...rules.map((rule) => rule.name), 'id/*', '*']],
    ['{ "overrides": [{ "rules": { "i¦" } }] }', ['id/gap', 'requirement/*']],
    ['{ "rules": { "id/gap": ¦ } }', ['error', 'warning', 'info', 'hint', 'off']],
    ['{ "rules": { "id/gap": { ¦ } } }', ['draft', 'review', 'approved', 'implemented']],
    ['{ "rules": { "id/gap": { "draft": "¦" } } }', ['off', 'hint']],
    ['{ "kinds": { "US": ¦ } }', ['requirement', 'done', 'off']],
    ['{ "status": { "synonyms": { ¦ } } }', ['Draft', 'Review', 'Approved', 'Implemented']],
    ['{ "words": { "languages": [¦] } }', ['en', 'zh']],
    ['{ "trace": { "required": [¦] } }', ['criterion', 'test']],
  ])('completes %s', async (text, expected) => {
    expect(await completed(text)).toEqual(expect.arrayContaining(expected))
  })

  test('tells what a rule is about', async () => {
    const { document, parsed } = open('{ "rules": { "id/gap": "off" } }')
    const hover = await service.doHover(document, document.positionAt(15), parsed)
    const summary = rules.find((rule) => rule.name === 'id/gap')?.summary.slice(0, -1)
    expect(JSON.stringify(hover?.contents)).toContain(summary)
  })

  test('takes comments and trailing commas', async () => {
    const { document, parsed } = open('{\n  // why\n  "root": true,\n}\n')
    expect(await service.doValidation(document, parsed, { comments: 'ignore' })).toEqual([])
  })
})

test('in VS Code the mistakes that Specmark tells of are not told twice', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(manifest.contributes.jsonValidation).toEqual([
    { fileMatch: 'specmark.json', url: './schemas/specmark.completion.json' },
  ])
  const service = getLanguageService({})
  const schema = schemaOf('specmark.completion.json')
  service.configure({ validate: true, schemas: [{ uri: 'specmark:schema', fileMatch: ['*.json'], schema }] })
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(true, 1, null, 'eror', ''),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('rules', 'files', 'id/gap', 'nonsense', 'words', 'add'), tie('value'), {
        maxKeys: 3,
      }),
    ),
  }))
  // By another schema, named in the file, its author wants to be told of mistakes.
  const names = Object.keys(schema.properties).filter((key) => key !== '$schema')
  const configs = fc.dictionary(fc.constantFrom(...names, 'other'), value, { maxKeys: 4 })
  await fc.assert(
    fc.asyncProperty(configs, async (config) => {
      const document = TextDocument.create('file:///specmark.json', 'jsonc', 1, JSON.stringify(config))
      expect(await service.doValidation(document, service.parseJSONDocument(document))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
