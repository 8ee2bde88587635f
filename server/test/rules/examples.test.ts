import { describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules/index'
import { specWith, spokenOf } from './support/judge'

/** An example that is no whole document stands in one. */
function asDocument(example: string): string {
  return example.startsWith('# ') ? example : specWith(example)
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('speaks of its bad example', () => {
    expect(spokenOf(name, asDocument(rule.bad))).not.toEqual([])
  })

  test('is silent on its good example', () => {
    expect(spokenOf(name, asDocument(rule.good))).toEqual([])
  })

  test('tells what it finds and why that matters, in sentences', () => {
    expect(rule.summary).toMatch(/^\p{Lu}.*\.$/u)
    expect(rule.reason).toMatch(/^\p{Lu}.*\.$/u)
  })
})

test('rules are the first of the catalogue, with its severities while Draft, in Review, and from Approved on', () => {
  expect(
    Object.fromEntries(rules.map((rule) => [rule.name, rule.severity.map((one) => one[0]).join('/')])),
  ).toEqual({
    'structure/missing-section': 'w/w/e',
    'structure/placeholder': 'h/w/e',
    'structure/unresolved-marker': 'i/w/e',
    'structure/conflict-marker': 'e/e/e',
    'metadata/missing-field': 'w/w/e',
    'metadata/invalid-id': 'w/w/e',
    'metadata/unknown-status': 'e/e/e',
    'metadata/invalid-date': 'w/w/e',
    'id/malformed': 'w/w/e',
    'id/missing': 'w/w/e',
    'id/duplicate': 'e/e/e',
    'reference/unknown': 'w/w/e',
    'requirement/no-keyword': 'i/w/w',
    'requirement/vague-word': 'i/i/i',
    'criterion/given-when-then': 'i/w/w',
    'checklist/malformed-box': 'w/w/w',
    'checklist/parent-done': 'w/w/w',
  })
})

test('the rules that hold for any spec are those the catalogue does not mark', () => {
  expect(rules.filter((rule) => !rule.templateOnly).map((rule) => rule.name)).toEqual([
    'structure/unresolved-marker',
    'structure/conflict-marker',
    'id/malformed',
    'id/duplicate',
    'reference/unknown',
    'requirement/vague-word',
    'checklist/malformed-box',
    'checklist/parent-done',
  ])
})
