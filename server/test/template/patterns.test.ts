import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/core/template/read-template'

/** A template that recognises documents by this pattern, and what is wrong with it. */
function reading(key: 'id' | 'title', pattern: string) {
  const text = `---\nspecmark:\n  kinds: { REQ: requirement }\n  recognise: { ${key}: '${pattern}' }\n---\n# Spec: [Name]\n\n**ID**: SPEC-[NUMBER]\n\n## Needs\n1. **[REQ-1]** It MUST [do]\n`
  const { template, problems } = readTemplate({ uri: 'file:///own.md', text })
  return { template, problems: problems.map(({ message, start, end }) => [message, text.slice(start, end)]) }
}

describe('a pattern of a template', () => {
  it.each([
    '^SPEC-(\\d{4}-\\d{1,2}-\\d{1,2}|\\[YYYY-MM-DD\\])(-\\S*)?$',
    '^[A-Z]+-\\d+-\\w+$',
    '^RFC[- ]?\\p{Nd}+',
    '^(?:ab){2,}c',
    '(?<kind>SPEC|ADR)-\\d+',
    '^[(a+)+]\\(\\)*$',
    '^\\u{41}{3}\\*+$',
  ])('%s serves', (pattern) => {
    expect(reading('id', pattern).problems).toEqual([])
  })

  it.each([
    ['^(a+)+$', /repeats a group that holds a repeat or an alternative/],
    ['^(?:a|a)*$', /repeats a group that holds a repeat or an alternative/],
    ['^((a|b)c){9}$', /repeats a group that holds a repeat or an alternative/],
    ['^(?:(?:a?)?){50}$', /repeats a group that holds a repeat or an alternative/],
    ['^(a)\\1$', /refers to a group/],
    ['^(?<x>a)\\k<x>$', /refers to a group/],
    ['^(?=a)a', /looks around/],
    ['(?<!a)b', /looks around/],
    [`^${'a?'.repeat(40)}$`, /may take too long: begin it with/],
    [`^${'(a|a)'.repeat(35)}$`, /may take too long: begin it with/],
    ['^.*.*.*.*x$', /may take too long: begin it with/],
    ['^x{0}.*.*.*.*x$', /may take too long: begin it with/],
    ['^x|.*.*.*.*y', /may take too long: begin it with/],
    ['^(){999999999}$', /may take too long: begin it with/],
    ['a'.repeat(201), /is longer than 200 characters/],
    ['(', /is not a regular expression/],
  ])('%s is refused at its place', (pattern, message) => {
    const { template, problems } = reading('id', pattern)
    expect(problems).toEqual([[expect.stringMatching(message), `id: '${pattern}'`]])
    expect(template?.documentId?.recognise.test('SPEC-7')).toBe(true)
  })

  it('is held against the beginning of a text only, so that every text ends soon', () => {
    const title = reading('title', '^.*.*.*x$').template?.titlePattern
    expect(title?.test(`${'a'.repeat(100_000)}x`)).toBe(false)
    expect(title?.test(`${'a'.repeat(100)}X`)).toBe(true)
  })
})
