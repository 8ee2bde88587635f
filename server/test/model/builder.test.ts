import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarkdownDocument } from '../../src/core/markdown/document'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { buildSpec } from '../../src/core/model/build-spec'
import { createModelBuilder } from '../../src/core/model/model-builder'
import { recognise } from '../../src/core/model/recognise'
import type { SpecDocument } from '../../src/core/model/spec-document'
import { plainSpec } from './support/plain-spec'
import { template } from './support/read-spec'

const uri = 'file:///specs/a.md'
const PIECES = [
  'x',
  '\n',
  '\n\n',
  '**',
  '`',
  '[',
  ']',
  '- ',
  '1. ',
  '- [ ] ',
  '# ',
  '## Goals\n',
  '| ',
  '> ',
  '```\n',
  '~~',
  'REQ-001',
  'REQ-',
  ' through REQ-009',
  '**AC-1**: ',
  'Task 1.1',
  'Input: ',
  '[context]',
  '<!-- specmark-disable -->',
  '**Status**: Done',
  '   ',
]

const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom(...PIECES)),
  { minLength: 1, maxLength: 12 },
)

function versions(changes: readonly (readonly [number, number, string])[]): string[] {
  let text = template.body
  return changes.map(([where, cut, piece]) => {
    const at = Math.floor(where * text.length)
    text = text.slice(0, at) + piece + text.slice(at + (cut % 7 === 0 ? cut : 0))
    return text
  })
}

describe('a builder that remembers', () => {
  it('gives the same as one that does not, version after version', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const reader = createMarkdownReader()
        const builder = createModelBuilder()
        for (const text of versions(changes)) {
          const markdown = reader.read(text)
          const plain = recognise({ uri, markdown, templates: [template] })
          const recognition = builder.recognise({ uri, markdown, templates: [template] })
          expect(recognition).toEqual(plain)
          expect(plainSpec(builder.build(uri, markdown, recognition))).toEqual(
            plainSpec(buildSpec(uri, markdown, plain)),
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same when a block moves to another place', () => {
    const reader = createMarkdownReader()
    const builder = createModelBuilder()
    const items = '- **AC-1**: see REQ-001 to REQ-003\n- **AC-2**: [context] (plan.md)\n'
    for (const head of [
      '',
      '# T\n\n',
      '# T\n\n## Functional Requirements\n\n',
      '# T\n\n## Acceptance Criteria\n\n🚀\n\n',
    ]) {
      const markdown = reader.read(head + items)
      const recognition = builder.recognise({ uri, markdown, templates: [template] })
      expect(plainSpec(builder.build(uri, markdown, recognition))).toEqual(
        plainSpec(buildSpec(uri, markdown, recognition)),
      )
    }
  })

  it('makes two models of the same document twice, which share no place', () => {
    const builder = createModelBuilder()
    const markdown: MarkdownDocument = createMarkdownReader().read(template.body)
    const recognition = builder.recognise({ uri, markdown, templates: [template] })
    const [one, two] = [builder.build(uri, markdown, recognition), builder.build(uri, markdown, recognition)]
    expect(plainSpec(one)).toEqual(plainSpec(two))
    const placed = ({ passages, entries, checkboxes }: SpecDocument) => [
      ...passages,
      ...entries,
      ...checkboxes,
    ]
    const ofOne = new Set<unknown>(placed(one))
    expect(ofOne.size).toBeGreaterThan(20)
    expect(placed(two).filter((other) => ofOne.has(other))).toEqual([])
  })
})
