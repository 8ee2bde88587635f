import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesOfLists } from '../../src/core/index/workspace/file-names'
import type { FileSymbols } from '../../src/core/index/workspace/file-symbols'
import { PackedFile } from '../../src/core/index/workspace/packed-file'
import { packSymbols, unpackSymbols } from '../../src/core/index/workspace/packed-symbols'
import { memoryWorkspace, specOf } from '../workspace/support/memory-files'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('REQ-001', 'AC-1', '', 'é 漢字 🙂'),
)
const offset = fc.nat(30_000_000)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const role = fc.constantFrom('requirement' as const, 'criterion' as const, 'test' as const, 'task' as const)
const count = { done: fc.nat(500), total: fc.nat(500) }
const placed = fc.record({ text, start: offset, end: offset })
const symbols: fc.Arbitrary<FileSymbols> = fc.record({
  uri: fc.constant('file:///w/a.md'),
  kind: fc.constantFrom('spec' as const, 'loose' as const, 'template' as const, 'none' as const),
  template: maybe(text),
  group: maybe(text),
  title: maybe(placed),
  name: maybe(text),
  documentId: maybe(placed),
  status: maybe(text),
  statusRank: fc.nat(20),
  progress: fc.record({
    ...count,
    byRole: fc.dictionary(role, fc.record(count), { noNullPrototype: true }),
  }),
  items: fc.array(
    fc.record({
      ...{ id: text, key: text, family: text, role, text, section: maybe(text) },
      ...{ start: offset, end: offset, from: offset, to: offset },
      ...{ checked: maybe(fc.boolean()), retired: fc.boolean() },
    }),
  ),
  references: fc.array(
    fc.record({
      ...{ id: text, key: text, family: text, stem: maybe(text), qualifier: maybe(text) },
      ...{ start: offset, end: offset, implied: fc.boolean(), elsewhere: fc.boolean() },
      ...{ by: maybe(text), byRole: maybe(role) },
    }),
  ),
  documentMentions: fc.array(placed),
  links: fc.array(fc.record({ uri: text, fragment: text, url: text, start: offset, end: offset })),
  headings: fc.array(
    fc.record({
      ...{ text, start: offset, end: offset, depth: fc.integer({ min: 1, max: 6 }) },
      ...{ anchor: text, from: offset, to: offset, boxes: fc.record(count) },
    }),
  ),
  lineStarts: fc.array(offset),
})

describe('symbols that are packed', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(symbols, (one) => {
        expect(unpackSymbols(one.uri, packSymbols(one))).toEqual(one)
      }),
    )
  })

  it('are read list by list as they are all at once', () => {
    fc.assert(
      fc.property(symbols, (one) => {
        const file = new PackedFile(one.uri, packSymbols(one))
        const { uri, kind, template, group, title, name, documentId, status, statusRank, progress } = file
        const head = { uri, kind, template, group, title, name, documentId, status, statusRank, progress }
        const { items, references, documentMentions, links, headings, lineStarts } = file
        expect({ ...head, items, references, documentMentions, links, headings, lineStarts }).toEqual(one)
        expect(file.items).toBe(items)
      }),
      { numRuns: 20 },
    )
  })

  it('tell the names in them, and the references to one of these, as their lists do', () => {
    fc.assert(
      fc.property(symbols, (one) => {
        const file = new PackedFile(one.uri, packSymbols(one))
        expect(file.names()).toEqual(namesOfLists(one))
        for (const wanted of ['REQ-001', one.references[0]?.stem ?? 'AC-1', 'nowhere']) {
          const named = one.references.filter(({ key, stem }) => key === wanted || stem === wanted)
          expect(file.referencesNaming(wanted, false)).toEqual(named)
          const qualified = named.filter(({ qualifier }) => qualifier !== undefined)
          expect(file.referencesNaming(wanted, true)).toEqual(qualified)
        }
      }),
    )
  })

  it('take a byte for most numbers, and each text once', async () => {
    const { service } = await memoryWorkspace({
      'a.md': specOf(
        'SPEC-2026-01-15-001',
        '1. **[REQ-001]** The lamp MUST shine.\n2. **[REQ-002]** As REQ-001.\n',
      ),
    })
    const [file] = service.files()
    if (file === undefined) throw new Error('The specification was not read.')
    const { numbers, texts } = packSymbols(file)
    expect(texts.split('REQ-001')).toHaveLength(3)
    expect(numbers.length + texts.length).toBeLessThan(JSON.stringify(file).length / 3)
  })
})
