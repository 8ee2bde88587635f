import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/core/config/parse-config'

/** Problems as `text they are at: message`. */
function problemsOf(text: string): string[] {
  return parseConfig(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`)
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
    const config = parseConfig(text)
    expect(config.problems).toEqual([])
    expect(config.root).toBe(true)
    expect(config.templates.map(({ value }) => value)).toEqual(['templates/rfc.md'])
    expect(config.specs.map(({ glob, template }) => [glob.value, template.value])).toEqual([
      ['rfcs/*.md', 'rfc'],
      ['specs/**/*.md', 'specmark'],
    ])
    const [template] = config.templates
    expect(text.slice(template?.start, template?.end)).toBe('"templates/rfc.md"')
  })

  test('may be an empty object', () => {
    expect(parseConfig('{}')).toEqual({ root: false, templates: [], specs: [], problems: [] })
  })

  test('tells each unknown key at its place, and the rest counts', () => {
    const text = '{ "sepcs": {}, "root": true, "__proto__": 1 }'
    expect(problemsOf(text)).toEqual([
      '"sepcs": Unknown key "sepcs". Known: "$schema", "root", "templates", "specs".',
      '"__proto__": Unknown key "__proto__". Known: "$schema", "root", "templates", "specs".',
    ])
    expect(parseConfig(text).root).toBe(true)
  })

  test('leaves out a value of the wrong type and keeps the others', () => {
    const text = '{ "root": "yes", "templates": ["a.md", 5, ""], "specs": { "a/*.md": 7, "b/*.md": "rfc" } }'
    expect(problemsOf(text)).toEqual([
      '"yes": "root" must be true or false.',
      '5: Entry 2 of "templates" must be a path in double quotes.',
      '"": Entry 3 of "templates" must be a path: it is empty.',
      '7: "a/*.md" must be the name of a template: "spec".',
    ])
    const config = parseConfig(text)
    expect(config.root).toBe(false)
    expect(config.templates.map(({ value }) => value)).toEqual(['a.md'])
    expect(config.specs.map(({ glob }) => glob.value)).toEqual(['b/*.md'])
  })

  test.each([
    ['{ "specs": ["a"] }', '["a"]: "specs" must give a template for each glob: { "specs/**/*.md": "spec" }.'],
    ['{ "templates": "a.md" }', '"a.md": "templates" must be a list of paths: ["templates/spec.md"].'],
    ['[1]', '[1]: The config must be an object: { … }.'],
  ])('%s has the wrong shape', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
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

  test('nested without end, or without end at all, gives one message', () => {
    expect(problemsOf('{"specs":'.repeat(60_000))).toEqual([expect.stringContaining('nested too deeply')])
    expect(problemsOf(' '.repeat(1_000_001))).toEqual([expect.stringContaining('too large')])
  })
})
