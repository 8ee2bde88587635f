import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/cli/report'
import { specmarkIn } from '../cli/environment'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

async function check(): Promise<Report> {
  const { out } = await specmarkIn(examples, {}, ['check', '--format', 'json'])
  return JSON.parse(out) as Report
}

/** Findings by rule, of each example. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'specs/loan-renewal.md': {},
  'specs/reservation-queue.md': { 'trace/no-test': 2 },
  'specs/overdue-notices.md': {
    'criterion/given-when-then': 1,
    'requirement/no-keyword': 1,
    'structure/unresolved-marker': 1,
    'trace/no-criterion': 2,
    'trace/no-test': 2,
    'trace/orphan': 1,
  },
  'specs/catalogue-import.md': {
    'checklist/malformed-box': 1,
    'checklist/parent-done': 1,
    'criterion/given-when-then': 1,
    'id/duplicate': 1,
    'id/malformed': 1,
    'id/missing': 1,
    'lifecycle/not-ready': 1,
    'metadata/invalid-date': 1,
    'metadata/invalid-id': 1,
    'metadata/missing-field': 1,
    'reference/unknown': 1,
    'requirement/no-keyword': 2,
    'requirement/vague-word': 2,
    'structure/missing-section': 1,
    'structure/placeholder': 3,
    'structure/unresolved-marker': 3,
    'table/empty-cell': 1,
    'trace/no-criterion': 1,
    'trace/no-test': 2,
  },
  'specs/self-checkout.md': { 'structure/placeholder': 47 },
}

describe('the examples', () => {
  test('have the findings that they are there to show, and the README has none', async () => {
    const { files } = await check()
    const found = files.map(({ file, diagnostics }) => {
      const counts: Record<string, number> = {}
      for (const { rule } of diagnostics) counts[rule] = (counts[rule] ?? 0) + 1
      return [file, counts]
    })
    expect(Object.fromEntries(found)).toEqual(EXPECTED)
  })

  test('stand at five stages of life', async () => {
    const { files } = await check()
    const stages = files.map(({ file, status, progress: { done, total } }) => [file, status, done, total])
    expect(stages).toEqual([
      ['specs/catalogue-import.md', 'Approved', 3, 12],
      ['specs/loan-renewal.md', 'Implemented', 30, 30],
      ['specs/overdue-notices.md', 'Review', 0, 29],
      ['specs/reservation-queue.md', 'Approved', 5, 30],
      ['specs/self-checkout.md', null, 0, 28],
    ])
  })

  test('hold one document that is still the template, byte for byte', () => {
    const template = readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8')
    const body = template.slice(template.indexOf('\n---\n', 3) + '\n---\n'.length)
    expect(readFileSync(`${examples}/specs/self-checkout.md`, 'utf8')).toBe(body)
  })

  test('name in code and tests only requirements that their specs define', () => {
    const specs = new Map(
      readdirSync(`${examples}/specs`).map((file) => {
        const text = readFileSync(`${examples}/specs/${file}`, 'utf8')
        return [/SPEC-\d{4}-\d\d-\d\d-\d{3}/.exec(text)?.[0], text]
      }),
    )
    const sources = [
      'src/renewal.js',
      'src/reservations.js',
      'test/renewal.test.js',
      'test/reservations.test.js',
    ]
    for (const source of sources) {
      const text = readFileSync(`${examples}/${source}`, 'utf8')
      const spec = specs.get(/SPEC-[\d-]+\d/.exec(text)?.[0]) ?? ''
      const named = [...text.matchAll(/\b(?:REQ|AC|TEST)-\d+\b/g)].map(([id]) => id)
      expect(named.length).toBeGreaterThan(2)
      expect(named.filter((id) => !spec.includes(`**[${id}]**`) && !spec.includes(`**${id}**`))).toEqual([])
    }
  })
})
