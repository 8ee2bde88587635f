import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBaseline, printBaseline } from '../../src/core/config/baseline-file'
import type { BaselineEntry } from '../../src/core/rules/baseline'

const hex = '0123456789abcdef'

function entry(rule: string, digit = 'a', message = 'Said.'): BaselineEntry {
  return { rule, fingerprint: digit.repeat(16), message }
}

/** Problems as `text they are at: message`. */
function problemsOf(text: string): string[] {
  return parseBaseline(text).problems.map(
    ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
  )
}

describe('a baseline as a file', () => {
  test('has sorted paths and entries, one entry a line', () => {
    const text = printBaseline([
      ['specs/b.md', [entry('id/gap', 'b'), entry('id/gap', 'a'), entry('id/duplicate')]],
      ['specs/a.md', [entry('id/gap', 'c', 'A "quoted"\nword.')]],
      ['specs/clean.md', []],
    ])
    expect(text).toBe(`{
  "version": 1,
  "files": {
    "specs/a.md": [
      { "rule": "id/gap", "fingerprint": "cccccccccccccccc", "message": "A \\"quoted\\"\\nword." }
    ],
    "specs/b.md": [
      { "rule": "id/duplicate", "fingerprint": "aaaaaaaaaaaaaaaa", "message": "Said." },
      { "rule": "id/gap", "fingerprint": "aaaaaaaaaaaaaaaa", "message": "Said." },
      { "rule": "id/gap", "fingerprint": "bbbbbbbbbbbbbbbb", "message": "Said." }
    ]
  }
}
`)
    expect(JSON.parse(text)).toMatchObject({ version: 1 })
  })

  test('is an object without files where nothing was found', () => {
    const text = printBaseline(new Map())
    expect(text).toBe('{\n  "version": 1,\n  "files": {}\n}\n')
    expect(parseBaseline(text)).toEqual({ files: new Map(), problems: [] })
  })

  test('is the same whatever the order it is given in, and is read as it was written', () => {
    const entries = fc.array(
      fc.record({
        rule: fc.string(),
        fingerprint: fc.string({
          unit: fc.constantFrom(...hex),
          minLength: 16,
          maxLength: 16,
        }),
        message: fc.string({ unit: 'binary' }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    const name = fc.stringMatching(/^[a-z_ ä]{1,12}$/)
    const path = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'a/b.md'),
      fc.tuple(name, name).map(([folder, file]) => `${folder}/${file}.md`),
    )
    const baselines = fc.uniqueArray(fc.tuple(path, entries), { selector: ([at]) => at, maxLength: 6 })
    fc.assert(
      fc.property(baselines, fc.context(), (baseline, context) => {
        const text = printBaseline(baseline)
        context.log(text)
        expect(
          printBaseline([...baseline].reverse().map(([at, list]) => [at, [...list].reverse()] as const)),
        ).toBe(text)
        const read = parseBaseline(text)
        expect(read.problems).toEqual([])
        expect([...read.files.keys()].sort()).toEqual(baseline.map(([at]) => at).sort())
        expect(printBaseline(read.files)).toBe(text)
      }),
    )
  })
})

describe('a baseline with a mistake', () => {
  test.each([
    ['', 'The baseline is empty: it must be an object, { … }.'],
    ['[]', 'The baseline must be an object: { … }.'],
    ['{ "version": 1 "files": {} }', 'A "," is expected here. The baseline was not read.'],
  ])('%j gives one problem', (text, message) => {
    const { files, problems } = parseBaseline(text)
    expect(problems.map((problem) => problem.message)).toEqual([message])
    expect(files.size).toBe(0)
  })

  test('of another version is not read', () => {
    const text = '{ "version": 2, "files": { "a.md": [] } }'
    expect(problemsOf(text)).toEqual([
      '2: The baseline must have "version": 1: it was not read. "specmark check --update-baseline" writes it anew.',
    ])
    expect(parseBaseline(text).files.size).toBe(0)
    expect(problemsOf('{ "files": {} }')).toEqual([expect.stringMatching(/^\{: .*"version": 1/)])
    expect(problemsOf('{ "version": 1, "files": [] }')).toEqual([expect.stringMatching(/^\[\]: .*"files"/)])
  })

  test('that is a merge conflict says so at its mark', () => {
    const text = printBaseline([['a.md', [entry('id/gap')]]]).replace(
      '      {',
      '<<<<<<< HEAD\n=======\n>>>>>>> x\n      {',
    )
    expect(problemsOf(text)).toEqual([
      '<<<<<<< HEAD: The baseline has an open merge conflict: it was not read. "specmark check --update-baseline" writes it anew.',
    ])
  })

  test('in one place keeps the rest', () => {
    const good = JSON.stringify(entry('id/gap'))
    const text = `{ "version": 1, "files": {
      "a.md": [${good}, { "rule": "id/gap" }, 5, { "rule": "id/gap", "fingerprint": "xyz" }, ${good}],
      "b.md": {},
      "../c.md": [${good}],
      "d\\\\e.md": [${good}],
      "/f.md": [${good}],
      "C:/g.md": [${good}]
    } }`
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^\{ "rule": "id\/gap" \}: Entry 2 of "a\.md" must have/),
      expect.stringMatching(/^5: Entry 3 of "a\.md" must have/),
      expect.stringMatching(/^\{ "rule": "id\/gap", "fingerprint": "xyz" \}: Entry 4 of "a\.md" must have/),
      '{}: "b.md" must have a list of entries, [ … ].',
      expect.stringMatching(/^"\.\.\/c\.md": /),
      expect.stringMatching(/is not a path from the folder of this file/),
      expect.stringMatching(/^"\/f\.md": /),
      expect.stringMatching(/^"C:\/g\.md": /),
    ])
    expect(parseBaseline(text).files.get('a.md')).toEqual([entry('id/gap'), entry('id/gap')])
  })

  test('that has a path twice counts both', () => {
    const [one, two] = [entry('id/gap', 'a'), entry('id/gap', 'b')]
    const text = `{"version":1,"files":{"a.md":[${JSON.stringify(one)}],"a.md":[${JSON.stringify(two)}]}}`
    expect(parseBaseline(text)).toEqual({ files: new Map([['a.md', [one, two]]]), problems: [] })
  })

  test('that no person wrote is refused', () => {
    const deep = parseBaseline(`{"version":1,"files":${'['.repeat(100_000)}`)
    expect(deep.problems.map(({ message }) => message)).toEqual([
      'The baseline is nested too deeply: it was not read.',
    ])
    const long = parseBaseline(' '.repeat(20_000_001))
    expect(long.problems.map(({ message }) => message)).toEqual([
      'The baseline is too large: it was not read.',
    ])
  })

  test('with thousands of mistakes lists a hundred', () => {
    const { problems } = parseBaseline(`{"version":1,"files":{"a.md":[${Array(5_000).fill('{}').join()}]}}`)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)?.message).toBe('4900 more mistakes from here on are not listed.')
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { start, end } of parseBaseline(text).problems) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
