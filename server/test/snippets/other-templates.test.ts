import { describe, expect, it } from 'vitest'
import { templateSnippets } from '../../src/core/template/snippets'
import { templateOf } from '../template/support/read'
import { expand } from './support/expand'

const bodies = (lines: readonly string[]) =>
  new Map(templateSnippets(templateOf(lines)).map(({ prefix, body }) => [prefix, body.join('\n')]))

describe('snippets of a template with other items', () => {
  const snippets = bodies([
    '---',
    'specmark:',
    '  name: story',
    '  kinds: { US: requirement, R: test, Step: task }',
    '---',
    '# Story: [Name]',
    '',
    '- **Number**: ST-NNNN',
    '- **State**: Open / Closed',
    '',
    '## Stories',
    '### US-01: [Short title]',
    'As a [role], I want [goal]',
    '',
    '## Table',
    '| ID | Text | Weight |',
    '|---|---|---|',
    '| R-1 | [text] | High/Low |',
    '',
    '## Plan',
    '- Sprint 1: [Aim]',
    '  - [ ] Step 1.1 - [What]',
    '',
  ])

  it('take their prefixes from the template: its name, its kinds, its groups', () => {
    expect([...snippets.keys()]).toEqual(
      expect.arrayContaining(['spec-story', 'spec-us', 'spec-r', 'spec-step', 'spec-sprint', 'spec-number']),
    )
    expect(snippets.has('spec')).toBe(false)
  })

  it.each([
    ['spec-us', '### US-01: [Short title]\nAs a [role], I want [goal]'],
    ['spec-r', '| R-1 | [text] | High |'],
    ['spec-step', '- [ ] Step 1.1 - [What]'],
    ['spec-sprint', '- Sprint 1: [Aim]\n  - [ ] Step 1.1 - [What]'],
    ['spec-number', '- **Number**: ST-0001'],
    ['spec-state', '- **State**: Open'],
  ])('%s gives %j', (prefix, text) => {
    expect(expand(snippets.get(prefix) ?? '', '2026-01-15')).toBe(text)
  })
})

describe('text that means something in the snippet syntax', () => {
  it('comes out as it stands, in text, tab stops and choices', () => {
    const lines = [
      '# Cost: [Name of $x \\ {y}]',
      '',
      `Costs $5 and ${'$'}{HOME} and a \\ and a }, \`$(date)\`.`,
      '',
      '| A | B |',
      '|---|---|',
      '| [a $1} b] | Low/High |',
    ]
    const snippets = bodies(lines)
    expect(expand(snippets.get('spec-own') ?? '', '2026-01-15')).toBe(
      lines.join('\n').replace('Low/High', 'Low'),
    )
  })
})
