import { expect } from 'vitest'
import { applyEdits } from '../../../src/core/fixes/apply-edits'
import type { SpecDocument } from '../../../src/core/model/spec-document'
import type { Finding, Fix } from '../../../src/core/rules/rule'
import { lostWords, stolenWords, structureOf } from './oracle'

/**
 * The text after a fix, held to what every fix is held to: its edits ascend and stand apart, it takes no word that it did not
 * mean to take, keeps the line ends and the byte-order mark, and leaves the document whole.
 */
export function checkedFix(
  text: string,
  finding: Finding,
  fix: Fix,
  read: (text: string) => SpecDocument,
): string {
  const edits = fix.edits()
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start)
  expect(edits, 'edits ascend').toEqual(sorted)
  for (const [place, { span }] of edits.entries()) {
    expect(span.start, 'edits stand apart').toBeGreaterThanOrEqual(edits[place - 1]?.span.end ?? 0)
  }
  const after = applyEdits(text, edits)
  const what = `${finding.rule}: ${fix.title}\n${after}`
  expect(after, what).not.toBe(text)
  expect(stolenWords(lostWords(text, after), finding, text), what).toEqual([])
  if (text.includes('\r\n')) expect(after.replaceAll('\r\n', ''), what).not.toMatch(/[\r\n]/)
  expect(after.lastIndexOf('\uFEFF'), what).toBe(text.startsWith('\uFEFF') ? 0 : -1)
  const [had, has] = [structureOf(read(text)), structureOf(read(after))]
  expect(has.columns.startsWith(had.columns), `the columns of ${what}`).toBe(true)
  for (const part of ['sections', 'items', 'boxes', 'tables', 'fields'] as const) {
    expect(has[part], `the ${part} of ${what}`).toBeGreaterThanOrEqual(had[part])
  }
  return after
}
