import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/core/index/index-spec'
import type { SpecDocument } from '../../src/core/model/spec-document'
import type { Span } from '../../src/core/template/template'
import { at, readSpec, template } from './support/read-spec'

const TEXT = [
  '---',
  'status: Draft',
  '---',
  '# Specification: 🚀 Go',
  '',
  '## Overview',
  '**ID**: SPEC-2026-01-15-001  ',
  '**Created**: 2026-01-15  ',
  '',
  '## 🎯 Functional Requirements',
  '',
  '1. **[REQ-001]** The 🚀 system MUST go (see REQ-002 through REQ-004).',
  '2. **REQ_2**: broken 🙈',
  '',
  '| ID | Text |',
  '|----|------|',
  '| REQ-003 | 👩‍👩‍👧 must \\| stay |',
  '',
  '## Acceptance Criteria',
  '- [x] **AC-1**: Given [context] 🚀, when `x`, then é (REQ-001)',
  '  <!-- specmark-disable-line id/gap -->',
  '',
].join('\n')

/** What is found, as text: equal for two texts that differ only in what stands around it. */
function found(spec: SpecDocument): unknown {
  const text = (span: Span) => at(spec, span).replace(/\r\n?/g, '\n')
  return {
    title: spec.title && text(spec.title.span),
    fields: spec.fields.map((field) => [text(field.span), text(field.labelSpan), text(field.valueSpan)]),
    sections: spec.sections.map((section) => [text(section.heading), text(section.span)]),
    entries: spec.entries.map((entry) => [
      text(entry.span),
      text(entry.textSpan),
      entry.id && text(entry.id.span),
      entry.malformed && text(entry.malformed.span),
    ]),
    references: spec.references.map(({ id }) => text(id.span)),
    checkboxes: spec.checkboxes.map(({ mark, textSpan }) => [text(mark), text(textSpan)]),
    placeholders: spec.placeholders.map(({ span }) => text(span)),
    tables: spec.tables.map(({ span, rows }) => [
      text(span),
      rows.map((row) => row.cells.map((cell) => text(cell.span))),
    ]),
    suppressions: spec.suppressions.map(({ span, covers }) => [text(span), text(covers)]),
    passages: spec.passages.map(({ start, text: { length } }) => text({ start, end: start + length })),
    opaque: spec.opaque.map(text),
  }
}

describe('positions are UTF-16 offsets into the text', () => {
  it('behind emoji', () => {
    const spec = readSpec(TEXT)
    expect(
      spec.entries.map(({ id, malformed }) => at(spec, id?.span ?? malformed?.span ?? { start: 0, end: 0 })),
    ).toEqual(['REQ-001', 'REQ_2', 'REQ-003', 'AC-1'])
    expect(spec.placeholders.map(({ span }) => at(spec, span))).toEqual(['[context]'])
    expect(at(spec, spec.items[0]?.textSpan ?? { start: 0, end: 0 })).toBe(
      'The 🚀 system MUST go (see REQ-002 through REQ-004).',
    )
  })

  it('with CRLF, and with a lone CR', () => {
    expect(found(readSpec(TEXT.replaceAll('\n', '\r\n')))).toEqual(found(readSpec(TEXT)))
    expect(found(readSpec(TEXT.replaceAll('\n', '\r')))).toEqual(found(readSpec(TEXT)))
  })

  it('behind a byte-order mark', () => {
    const spec = readSpec(`\uFEFF${TEXT}`)
    expect(found(spec)).toEqual(found(readSpec(TEXT)))
  })

  it('without a final newline', () => {
    const spec = readSpec('# T\n\n- **REQ-001**: go')
    expect(at(spec, spec.items[0]?.span ?? { start: 0, end: 0 })).toBe('- **REQ-001**: go')
  })
})

describe('of any text', () => {
  const lines = [
    ...TEXT.split('\n'),
    ...template.body.split('\n'),
    '> quoted',
    '```',
    '  - nested',
    '\t',
    '- **FR-1 (a)**: x',
  ]
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\r\n', '\n\n', '\r')), {
      maxLength: 30,
    })
    .map((parts) => parts.flat().join(''))

  it('all spans lie in it, and IDs stand where they are said to', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spec = readSpec(text)
        for (const span of spansOf(spec)) {
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
        for (const { id } of spec.items) expect(at(spec, id.span)).toBe(id.text)
        for (const { id, implied } of spec.references) if (!implied) expect(at(spec, id.span)).toBe(id.text)
        for (const { mark, checked } of spec.checkboxes) expect(/[xX]/.test(at(spec, mark))).toBe(checked)
      }),
      { numRuns: 200 },
    )
  })

  it('everything is in document order, and each ID is an item or a reference once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spec = readSpec(text)
        for (const list of [spec.entries, spec.sections, spec.checkboxes, spec.tables, spec.suppressions]) {
          expect(isSorted(list.map(({ span }) => span.start))).toBe(true)
        }
        expect(isSorted(spec.passages.map(({ start }) => start))).toBe(true)
        const places = [...spec.items, ...spec.references.filter(({ implied }) => !implied)].map(
          ({ id }) => id.span.start,
        )
        expect(new Set(places).size).toBe(places.length)
        for (const { id } of spec.items) expect(indexSpec(spec).at(id.span.start)?.id).toBe(id)
      }),
      { numRuns: 200 },
    )
  })
})

function spansOf(spec: SpecDocument): Span[] {
  return [
    ...spec.fields.flatMap(({ span, labelSpan, valueSpan }) => [span, labelSpan, valueSpan]),
    ...spec.sections.flatMap(({ span, heading }) => [span, heading]),
    ...spec.entries.flatMap((entry) => [
      entry.span,
      entry.textSpan,
      ...entry.parts.flatMap((part) => [part.span, part.valueSpan]),
    ]),
    ...spec.references.map(({ id }) => id.span),
    ...spec.checkboxes.flatMap(({ span, mark, textSpan }) => [span, mark, textSpan]),
    ...spec.placeholders.map(({ span }) => span),
    ...spec.tables.flatMap(({ span, rows }) => [
      span,
      ...rows.flatMap((row) => row.cells.map((cell) => cell.span)),
    ]),
    ...spec.suppressions.flatMap(({ span, covers }) => [span, covers]),
    ...spec.passages.map(({ start, text }) => ({ start, end: start + text.length })),
    ...spec.opaque,
  ]
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || (numbers[i - 1] ?? 0) <= number)
}
