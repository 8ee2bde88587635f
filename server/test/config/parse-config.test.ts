import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/core/config/parse-config'

/** Problems as `text they are at: message`. */
function problemsOf(text: string): string[] {
  const problems = [...parseConfig(text).problems].sort((a, b) => a.start - b.start)
  return problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`)
}

describe('a config', () => {
  test('is JSON with comments and trailing commas', () => {
    const text = `\uFEFF{
      // where the specs are
      "$schema": "./schema.json",
      "root": true,
      "templates": ["templates/rfc.md",],
      "specs": { "rfcs/*.md": "rfc", "specs/**/*.md": "specmark" },
    }`
    const { value, problems, place } = parseConfig(text)
    expect(problems).toEqual([])
    expect(value).toMatchObject({ root: true, templates: ['templates/rfc.md'] })
    expect(Object.entries(value.specs)).toEqual([
      ['rfcs/*.md', 'rfc'],
      ['specs/**/*.md', 'specmark'],
    ])
    const at = (...where: Parameters<typeof place>) => {
      const { start, end } = place(...where)
      return text.slice(start, end)
    }
    expect(at(['templates', 0])).toBe('"templates/rfc.md"')
    expect(at(['specs', 'rfcs/*.md'])).toBe('"rfc"')
    expect(at(['specs', 'rfcs/*.md'], 'key')).toBe('"rfcs/*.md"')
    expect(at(['specs', 'nowhere.md'])).toBe('"specs"')
    expect(at(['overrides', 0])).toBe('{')
  })

  test('may be an empty object: then all is as without one', () => {
    const { value, problems } = parseConfig('{}')
    expect(problems).toEqual([])
    expect(value).toEqual({
      root: false,
      templates: [],
      specs: {},
      ignore: [],
      maxFileSize: 5,
      groups: [
        ['requirements.md', 'design.md', 'tasks.md'],
        ['spec.md', 'plan.md', 'tasks.md', 'acceptance.md'],
      ],
      rules: {},
      overrides: [],
      words: {},
      status: { synonyms: {}, closed: [] },
      kinds: {},
      trace: { required: [] },
      newSpec: { folder: '', fileName: '{id}-{slug}.md' },
    })
  })

  test('tells each unknown key at its place, and the rest counts', () => {
    const text =
      '{ "sepcs": {}, "root": true, "__proto__": 1, "words": { "vauge": {}, "languages": ["en"] } }'
    expect(problemsOf(text)).toEqual([
      '"sepcs": "sepcs" means nothing here. Did you mean "specs"?',
      expect.stringMatching(
        /^"__proto__": "__proto__" means nothing here\. Known: "\$schema", "root", .*\.$/,
      ),
      '"vauge": "vauge" means nothing here. Did you mean "vague"?',
    ])
    expect(parseConfig(text).value).toMatchObject({ root: true, words: { languages: ['en'] } })
  })

  test('leaves out a value of the wrong type and keeps the others', () => {
    const text = '{ "root": "yes", "templates": ["a.md", 5, ""], "specs": { "a/*.md": 7, "b/*.md": "rfc" } }'
    expect(problemsOf(text)).toEqual([
      '"yes": "root" must be true or false.',
      '5: Entry 2 of "templates" must be a path in double quotes.',
      '"": Entry 3 of "templates" must be a path in double quotes: it is empty.',
      '7: "a/*.md" must be the name of a template: "spec".',
    ])
    const { value } = parseConfig(text)
    expect(value).toMatchObject({ root: false, templates: ['a.md'], specs: { 'b/*.md': 'rfc' } })
  })

  test('takes a severity for a rule, or one for each stage', () => {
    const text =
      '{ "rules": { "id/gap": "off", "a/b": "eror", "c/d": { "draft": "off", "aproved": "off", "review": "warn" }, "e/f": 3 } }'
    expect(problemsOf(text)).toEqual([
      '"eror": "a/b" must be "error", "warning", "info", "hint" or "off", or one of them for each of "draft", "review", "approved" or "implemented". Did you mean "error"?',
      '"aproved": "aproved" means nothing here. Did you mean "approved"?',
      '"warn": "review" must be "error", "warning", "info", "hint" or "off". Did you mean "warning"?',
      expect.stringMatching(/^3: "e\/f" must be "error", /),
    ])
    expect(parseConfig(text).value.rules).toEqual({ 'id/gap': 'off', 'c/d': { draft: 'off' } })
  })

  test('leaves out what lacks a key that it needs', () => {
    const text =
      '{ "overrides": [{ "files": ["a/**"] }, { "files": [], "rules": {} }, { "files": [7], "rules": {} }, { "files": ["b/**"], "rules": {} }] }'
    expect(problemsOf(text)).toEqual([
      '{: Entry 1 of "overrides" must have "rules".',
      '[]: "files" must name a glob.',
      '7: Entry 1 of "files" must be a glob in double quotes.',
    ])
    expect(parseConfig(text).value.overrides).toEqual([{ files: ['b/**'], rules: {} }])
  })

  test('tells where a list in a list is wrong', () => {
    const text = '{ "groups": [["a.md"], ["a.md", 7, "b.md"]] }'
    expect(problemsOf(text)).toEqual([
      '["a.md"]: Entry 1 of "groups" must name two files at least.',
      '7: Entry 2 of "groups", entry 2, must be a file name in double quotes.',
    ])
    expect(parseConfig(text).value.groups).toEqual([['a.md', 'b.md']])
  })

  test('takes from a list whatever is in it', () => {
    expect(problemsOf('{ "words": { "keywords": { "remove": ["ist … zu *n"] } } }')).toEqual([])
  })

  test.each([
    [
      '{ "groups": [["a.md", "b/c.md", "d.md"]] }',
      '"b/c.md": Entry 1 of "groups", entry 2, must be a file name without a folder: the files lie in one.',
    ],
    ['{ "specs": ["a"] }', '["a"]: "specs" must give a template for each glob: { "specs/**/*.md": "spec" }.'],
    ['{ "status": [] }', '[]: "status" must be { "synonyms": { … }, "closed": [ … ] }.'],
    ['{ "templates": "a.md" }', '"a.md": "templates" must be a list of paths: ["templates/spec.md"].'],
    [
      '{ "kinds": { "US": "requirment" } }',
      expect.stringMatching(/^"requirment": "US" must be "requirement", .* Did you mean "requirement"\?$/),
    ],
    [
      '{ "words": { "time": { "add": ["a … b … c … d"] } } }',
      '"a … b … c … d": Entry 1 of "add" cannot have "*" or "…": words are found as they are written.',
    ],
    [
      '{ "words": { "languages": ["xx"] } }',
      expect.stringMatching(/^"xx": Entry 1 of "languages" must be "en", /),
    ],
    ['{ "maxFileSize": 0 }', '0: "maxFileSize" must be more than 0.'],
    ['{ "maxFileSize": 65 }', '65: "maxFileSize" must be at most 64.'],
    ['{ "maxFileSize": "5 MB" }', '"5 MB": "maxFileSize" must be a number of megabytes: 5.'],
    ['[1]', '[1]: The config must be an object: { … }.'],
  ])('%s has the wrong shape', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test('counts the last of keys that stand twice', () => {
    const text = '{ "root": true, "root": false, "kinds": { "US": "goal", "US": "task" } }'
    expect(problemsOf(text)).toEqual([
      '"root": "root" stands here twice: the last one counts.',
      '"US": "US" stands here twice: the last one counts.',
    ])
    expect(parseConfig(text).problems[0]?.start).toBe(2)
    expect(parseConfig(text).value).toMatchObject({ root: false, kinds: { US: 'task' } })
  })

  test.each(['__proto__', 'constructor', 'prototype'])('has no place for the name %s', (name) => {
    const text = `{ "kinds": { "${name}": "goal" }, "rules": { "${name}": { "draft": "off" } } }`
    expect(problemsOf(text)).toEqual([
      `"${name}": "${name}" cannot be a name here.`,
      `"${name}": "${name}" cannot be a name here.`,
    ])
    expect(parseConfig(text).value).toMatchObject({ kinds: {}, rules: {} })
    expect(Object.keys(parseConfig(text).value.rules)).toEqual([])
  })

  test.each([
    ['{ "root": tru }', 'tru: This is not a JSON value. The config was not read.'],
    ['{ "root" true }', 'true: A ":" is expected here. The config was not read.'],
    ['{ "root": true', 'e: A "}" is missing. The config was not read.'],
    ['{ "root": true \n\n', 'e: A "}" is missing. The config was not read.'],
    ['{ "root": "a }', '"a }: The text is not closed: a double quote is missing. The config was not read.'],
    ['', ': The config is empty: it must be an object, { … }.'],
    ['\uFEFF\n', ': The config is empty: it must be an object, { … }.'],
    ['\0\0', '\0\0: This is not a JSON value. The config was not read.'],
  ])('%j gives one message with its place', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })
})

describe('a config that no person wrote', () => {
  test('nested without end, or without end at all, gives one message', () => {
    expect(problemsOf('{"specs":'.repeat(60_000))).toEqual([expect.stringContaining('nested too deeply')])
    expect(problemsOf(' '.repeat(1_000_001))).toEqual([expect.stringContaining('too large')])
  })

  test('with a list of 100,000 words gives one message at its key, and the rest counts', () => {
    const words = JSON.stringify(Array.from({ length: 100_000 }, (_, place) => `w${place}`))
    for (const list of [words, words.replaceAll('"w', '').replaceAll('",', ',').replace('"]', ']')]) {
      const text = `{ "words": { "vague": { "add": ${list} }, "time": { "add": ["soonish"] } } }`
      expect(problemsOf(text)).toEqual(['"add": "add" has 100000 entries: it may have 1000. It is left out.'])
      expect(parseConfig(text).value.words.time?.add).toEqual(['soonish'])
    }
  })

  test('gives a usable value and places in the text, whatever it is', () => {
    const known = fc.constantFrom(
      ...['root', 'templates', 'specs', 'ignore', 'groups', 'rules', 'overrides', 'words', 'status', 'kinds'],
      ...[
        'trace',
        'newSpec',
        'baseline',
        'files',
        'add',
        'vague',
        'synonyms',
        'closed',
        'draft',
        '__proto__',
      ],
    )
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('spec', 'error', 'off', '**/*.md', '', 'id/gap', '../x'),
        fc.oneof(fc.boolean(), fc.integer(), fc.constant(null), fc.string()),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(fc.oneof(known, fc.string()), tie('value')), { maxLength: 6 }),
      ),
    }))
    const object = fc.array(fc.tuple(known, value), { maxLength: 8 })
    fc.assert(
      fc.property(fc.oneof(object.map(written), fc.string(), fc.json()), (text) => {
        const { value, problems, place } = parseConfig(text)
        expect(Object.keys(value)).toEqual(expect.arrayContaining(['specs', 'rules', 'newSpec']))
        for (const { start, end } of [...problems, place(['rules', 'id/gap'])]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        // What is left of a config is without mistakes.
        expect(parseConfig(JSON.stringify(value)).problems).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** JSON in which lists of pairs are objects, keys given twice included. */
function written(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value) ?? 'null'
  const isObject =
    value.length > 0 &&
    value.every((one) => Array.isArray(one) && typeof one[0] === 'string' && one.length === 2)
  const members = isObject
    ? value.map(([key, member]) => `${JSON.stringify(key)}: ${written(member)}`)
    : value.map(written)
  return isObject ? `{ ${members.join()} }` : `[${members.join()}]`
}
