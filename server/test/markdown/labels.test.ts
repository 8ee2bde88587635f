import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionsIn } from '../../src/core/markdown/definitions'
import { labelsIn, mentionKey, stubsOf } from '../../src/core/markdown/labels'
import { createParse } from '../../src/core/markdown/remark'

const parse = createParse()

const label = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'ß',
      'İ',
      'Σ',
      'ς',
      ' ',
      '  ',
      '\n',
      '\t',
      '^',
      '\\]',
      '\\[',
      '\\\\',
      '*',
      '>',
      '!',
      '&amp;',
      '1',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''))

describe('labels', () => {
  it('are found wherever remark resolves them', () => {
    fc.assert(
      fc.property(label, fc.constantFrom('', '^'), (text, footnote) => {
        const markdown = `x [${footnote}${text}] y`
        for (const definition of definitionsIn(parse(`[${footnote}${text}]: z`))) {
          expect(labelsIn(markdown)).toContain(mentionKey(definition))
        }
      }),
      { numRuns: 1000, seed: 7 },
    )
  })

  it('are defined by stubs as they were defined', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), (texts) => {
        const source = texts.map((text) => `[a]: b\n    [${text}]: x\n\n[^${text}]: y\n`).join('\n')
        const wanted = definitionsIn(parse(source)).map(({ type, identifier }) => `${type} ${identifier}`)
        const stubs = definitionsIn(parse(`${stubsOf(definitionsIn(parse(source)))}end`))
        expect(new Set(stubs.map(({ type, identifier }) => `${type} ${identifier}`))).toEqual(new Set(wanted))
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
