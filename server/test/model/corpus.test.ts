import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/core/index/index-spec'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { createModelBuilder } from '../../src/core/model/model-builder'
import type { SpecDocument } from '../../src/core/model/spec-document'
import { at, template } from './support/read-spec'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const present = existsSync(corpus)
if (!present) console.warn(`skipped: no published specifications at ${corpus.pathname}`)

/** One ID at the beginning of a line, set off as items are; code is not looked out for. */
const NAIVE =
  /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?\*\*\[?((?:REQ|FR|NFR|SC|AC)-(?:[A-Z0-9]+-)*\d+[a-z]?)\]?(?:\*\*|:)/gm

interface Read {
  readonly family: string
  readonly spec: SpecDocument
}

function readAll(): Read[] {
  const reader = createMarkdownReader()
  const builder = createModelBuilder()
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && path.includes('/'))
    .sort()
    .map((path) => {
      const uri = `file:///${path}`
      const markdown = reader.read(readFileSync(new URL(path, corpus), 'utf8'))
      const recognition = builder.recognise({ uri, markdown, templates: [template] })
      return { family: path.split('/')[0] ?? '', spec: builder.build(uri, markdown, recognition) }
    })
}

describe.skipIf(!present)('published specifications', () => {
  const read = present ? readAll() : []
  const specs = read.map(({ spec }) => spec)

  it('are recognised: those with items are loose specs, those without are left alone', () => {
    const share = (family: string, kind: string) => {
      const all = read.filter((one) => one.family === family)
      return all.filter(({ spec }) => spec.recognition.kind === kind).length / all.length
    }
    expect(share('seed-template', 'loose')).toBeGreaterThan(0.9)
    expect(share('spec-kit', 'loose')).toBeGreaterThan(0.8)
    expect(share('openspec', 'none')).toBe(1)
  })

  it('give every item that a line opens with in bold', () => {
    const missed = specs
      .filter(({ recognition }) => recognition.kind !== 'none')
      .flatMap((spec) => {
        const found = new Set(spec.items.map(({ id }) => id.text))
        return [...spec.text.matchAll(NAIVE)].flatMap(({ 1: id = '' }) =>
          found.has(id) ? [] : `${spec.uri} ${id}`,
        )
      })
    expect(missed).toEqual([])
  })

  it('define no ID twice', () => {
    const twice = specs.flatMap((spec) => {
      const index = indexSpec(spec)
      return index.items.flatMap(({ id }) =>
        index.definitions(id.key).length > 1 ? `${spec.uri} ${id.text}` : [],
      )
    })
    expect(twice).toEqual([])
  })

  it('name few items that they do not define, and have hardly an ID that is broken', () => {
    const dangling = specs.flatMap((spec) => {
      const index = indexSpec(spec)
      const series = new Set(spec.items.map(({ id }) => `${id.prefix} ${id.area}`))
      return spec.references.filter(
        ({ id, elsewhere, code, implied }) =>
          !(elsewhere || code || implied) &&
          series.has(`${id.prefix} ${id.area}`) &&
          index.resolve(id) === undefined,
      )
    })
    const all = specs.flatMap(({ references }) => references).length
    expect(all).toBeGreaterThan(1_000)
    // Of these most are in sentences that tell of another spec in words, which the model does not judge.
    expect(dangling.length / all).toBeLessThan(0.03)
    expect(specs.flatMap(({ entries }) => entries.filter(({ malformed }) => malformed))).toHaveLength(0)
  })

  it('are measured right: every ID stands where it is said to', () => {
    for (const spec of specs) {
      for (const { id } of spec.items) expect(at(spec, id.span)).toBe(id.text)
      for (const { id, implied } of spec.references) if (!implied) expect(at(spec, id.span)).toBe(id.text)
    }
  })
})
