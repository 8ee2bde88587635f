import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { DocumentSymbol, Range, SelectionRange } from 'vscode-languageserver-types'
import { codeLenses } from '../../src/core/features/code-lens'
import { completion } from '../../src/core/features/completion'
import type { FeatureContext } from '../../src/core/features/context'
import { documentHighlights } from '../../src/core/features/document-highlights'
import { documentLinks } from '../../src/core/features/document-links'
import { documentSymbols } from '../../src/core/features/document-symbols'
import { foldingRanges } from '../../src/core/features/folding-ranges'
import { hover } from '../../src/core/features/hover'
import { nextItem } from '../../src/core/features/next-item'
import { selectionRanges } from '../../src/core/features/selection-ranges'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../src/core/features/semantic-tokens'
import { toggleCheckbox } from '../../src/core/features/toggle-checkbox'
import { editOf } from './support/client'
import { contextOf } from './support/context'
import { LAMP } from './support/specs'
import { decodeTokens } from './support/tokens'

/** Lines of specs, whole, half typed and broken, and what may stand around them. */
const LINES = [
  ...new Set(LAMP.split('\n')),
  '- [',
  '- [ ] **',
  '1. **[',
  '10) **[REQ-',
  '**[REQ-1]** text `code',
  '### REQ-004: Title',
  '#',
  '##',
  '## ',
  '|',
  '| REQ-7 |',
  '| ID | Text |',
  '|----|------|',
  '  - [x] nested [AC-1](#a) <b>',
  '> - [ ] **AC-9**: quoted given when then',
  '\t- Task 1.3: tab',
  '```',
  '<!-- specmark-disable -->',
  '<!--',
  '---',
  'status: Draft',
  '**Status**:',
  '**Status:** ✅ Done',
  '🪔 MUST NOT \uD83E REQ-001..003 [[',
  '[REQ-001]: https://example.com',
  'REQ-001 through REQ-004',
  '~~**REQ-001**~~ Retired: gone',
  '\u0000\uFFFC',
  '',
]

const texts = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { maxLength: 24 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\uFEFF'),
  )
  .map(([lines, ending, mark]) => mark + lines.join(ending))

describe('every feature, whatever the text', () => {
  it('answers at every offset with places in the document', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const context = contextOf(text)
        for (let offset = 0; offset <= text.length; offset++) checkOffset(context, offset)
        checkDocument(context)
      }),
      { numRuns: 300 },
    )
  })

  it('answers while a spec is typed, character by character', () => {
    for (let end = 0; end <= LAMP.length; end += 7) {
      const context = contextOf(LAMP.slice(0, end))
      checkOffset(context, end)
      checkDocument(context)
    }
  })
})

function checkOffset(context: FeatureContext, offset: number): void {
  const { document } = context
  const at = document.positionAt(offset)
  for (const item of completion(context, offset)) {
    const { range } = editOf(item)
    expectLegal(document, range)
    expect(range.start.line).toBe(range.end.line)
    expect(document.offsetAt(range.start)).toBeLessThanOrEqual(document.offsetAt(at))
    expect(document.offsetAt(range.end)).toBeGreaterThanOrEqual(document.offsetAt(at))
    expect(item.label).not.toBe('')
  }
  const hovered = hover(context, offset)
  if (hovered?.range) expectLegal(document, hovered.range)
  for (const { range } of documentHighlights(context, offset)) expectLegal(document, range)
  for (const range of selectionRanges(context, [offset])) expectGrowing(document, range, offset)
  for (const { range } of nextItem(context, offset)) {
    expectLegal(document, range)
    // The line that Enter has begun, and the one above it where the list ends.
    expect(range.end.line).toBe(at.line)
    expect(range.start.line).toBeGreaterThanOrEqual(at.line - 1)
    expect(range.end.character).toBeGreaterThanOrEqual(at.character)
  }
  const edits = toggleCheckbox(context, offset)
  expect(edits.length).toBeLessThanOrEqual(1)
  for (const edit of edits) {
    expectLegal(document, edit.range)
    expect(document.getText(edit.range)).toMatch(/^[ xX\t]$/)
  }
}

function checkDocument(context: FeatureContext): void {
  const { document } = context
  for (const lens of codeLenses(context)) {
    expectLegal(document, lens.range)
    expect(lens.command?.title).not.toBe('')
  }
  for (const { range } of documentLinks(context)) expectLegal(document, range)
  let line = -1
  for (const { startLine, endLine } of foldingRanges(context, { frontMatterOnly: false, limit: undefined })) {
    expect(startLine).toBeGreaterThan(line)
    expect(endLine).toBeGreaterThan(startLine)
    expect(endLine).toBeLessThan(document.lineCount)
    line = startLine
  }
  for (const withoutHeadings of [false, true]) {
    const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) }
    for (const symbol of documentSymbols(context, { withoutHeadings })) expectWithin(document, range, symbol)
  }
  let last = 0
  for (const token of decodeTokens(semanticTokens(context).data, SEMANTIC_TOKENS_LEGEND)) {
    const start = { line: token.line, character: token.character }
    const end = { line: token.line, character: token.character + token.length }
    expectLegal(document, { start, end })
    expect(token.length).toBeGreaterThan(0)
    expect(SEMANTIC_TOKENS_LEGEND.tokenTypes).toContain(token.type)
    expect(document.offsetAt(start)).toBeGreaterThanOrEqual(last)
    last = document.offsetAt(end)
  }
}

function expectWithin(document: TextDocument, around: Range, symbol: DocumentSymbol): void {
  const { name, range, selectionRange, children = [] } = symbol
  expect(name.trim()).not.toBe('')
  expectLegal(document, range)
  expectInside(document, around, range)
  expectInside(document, range, selectionRange)
  for (const child of children) expectWithin(document, range, child)
}

/** Each parent holds its child and more, and all hold the offset. */
function expectGrowing(document: TextDocument, innermost: SelectionRange, offset: number): void {
  const position = document.positionAt(offset)
  expectInside(document, innermost.range, { start: position, end: position })
  for (let at = innermost; at.parent !== undefined; at = at.parent) {
    expectLegal(document, at.range)
    expectInside(document, at.parent.range, at.range)
    expect(at.parent.range).not.toEqual(at.range)
  }
}

function expectInside(document: TextDocument, outer: Range, inner: Range): void {
  expect(document.offsetAt(inner.start)).toBeGreaterThanOrEqual(document.offsetAt(outer.start))
  expect(document.offsetAt(inner.end)).toBeLessThanOrEqual(document.offsetAt(outer.end))
}

/** A position that is not in the document would come back as another one. */
function expectLegal(document: TextDocument, range: Range): void {
  expect(document.positionAt(document.offsetAt(range.start))).toEqual(range.start)
  expect(document.positionAt(document.offsetAt(range.end))).toEqual(range.end)
}
