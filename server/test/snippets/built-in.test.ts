import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { templateSnippets } from '../../src/core/template/snippets'
import { snippetsFile } from '../../src/core/template/snippets-file'
import { builtInTemplate } from '../template/support/built-in'
import { expand, stopsOf } from './support/expand'

const template = builtInTemplate()
const snippets = templateSnippets(template)
const snippet = (prefix: string) => {
  const found = snippets.find((one) => one.prefix === prefix)
  if (found === undefined) throw new Error(`no snippet ${prefix}`)
  return found.body.join('\n')
}

describe('the snippet file', () => {
  it('is what the template gives (else run: node scripts/generate.mjs)', () => {
    const file = new URL('../../../snippets/specmark.code-snippets', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(snippetsFile(template))
  })
})

describe('the snippets of the built-in template', () => {
  it('have prefixes that begin with "spec", each once, and names, each once', () => {
    const prefixes = snippets.map((one) => one.prefix)
    expect(prefixes.filter((prefix) => !prefix.startsWith('spec'))).toEqual([])
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(new Set(snippets.map((one) => one.name)).size).toBe(snippets.length)
  })

  it('are there for the whole and for every part', () => {
    expect(snippets.map((one) => one.prefix)).toEqual(
      expect.arrayContaining([
        'spec',
        'spec-header',
        'spec-req',
        'spec-ac',
        'spec-test',
        'spec-phase',
        'spec-task',
        'spec-risk',
        'spec-decision',
        'spec-nfr',
        'spec-goal',
        'spec-section-overview',
      ]),
    )
  })

  it('number their tab stops from 1, in the order of the text, without a gap', () => {
    for (const { body } of snippets) {
      const numbers = [...new Set(stopsOf(body.join('\n')))]
      expect(numbers).toEqual(numbers.map((_, place) => place + 1))
    }
  })
})

describe('spec', () => {
  it('gives the template, its fields filled in and its choices made', () => {
    const document = expand(snippet('spec'), '2026-01-15')
    const filled = template.body
      .replace('SPEC-[YYYY-MM-DD]-[NUMBER]', 'SPEC-2026-01-15-001')
      .replace('Draft | Review | Approved | Implemented', 'Draft')
      .replaceAll('[Date]', '2026-01-15')
      .replaceAll('High/Med/Low', 'High')
    expect(document).toBe(filled)
  })

  it('asks for the title, the number and the status first', () => {
    const lines = snippet('spec').split('\n')
    expect(lines[0]).toBe(`# Specification: ${'$'}{1:[Feature/Task Name]}`)
    expect(lines[3]).toMatch(
      /^\*\*ID\*\*: SPEC-\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE-\$\{2:001\} {2}$/,
    )
    expect(lines[4]).toBe(`**Status**: ${'$'}{3|Draft,Review,Approved,Implemented|}  `)
  })
})

describe('the parts', () => {
  it.each([
    ['spec-req', '1. **[REQ-001]** The system MUST [specific requirement]'],
    ['spec-ac', '- [ ] **AC-1**: Given [context], when [action], then [expected result]'],
    ['spec-ac-edge-case', '- [ ] **AC-1**: Edge case: [description of edge case handling]'],
    ['spec-task', '- [ ] Task 1.1: [Specific task]'],
    ['spec-goal', '- [ ] Primary goal 1'],
    ['spec-risk', '| [Risk description] | High | High | [Mitigation strategy] |'],
    ['spec-decision', '| [Area] | Option A, Option B | Option A | [Why chosen] |'],
    ['spec-status', '**Status**: Draft  '],
    ['spec-created', '**Created**: 2026-01-15  '],
    [
      'spec-phase',
      '1. **Phase 1: Foundation**\n   - [ ] Task 1.1: [Specific task]\n   - [ ] Task 1.2: [Specific task]',
    ],
  ])('%s gives %j', (prefix, text) => {
    expect(expand(snippet(prefix), '2026-01-15')).toBe(text)
  })

  it('spec-req offers the keywords', () => {
    expect(snippet('spec-req')).toContain('|MUST,SHOULD,MAY|')
  })

  it('spec-nfr offers the qualities', () => {
    expect(snippet('spec-nfr')).toContain('|Performance,Security,Reliability|')
  })

  it('spec-phase repeats its number in its tasks', () => {
    expect(expand(snippet('spec-phase'), '2026-01-15', new Map([[1, '4']]))).toBe(
      '4. **Phase 4: Foundation**\n   - [ ] Task 4.1: [Specific task]\n   - [ ] Task 4.2: [Specific task]',
    )
  })

  it('spec-test keeps its parts inside the item, whatever its number', () => {
    const lines = expand(snippet('spec-test'), '2026-01-15', new Map([[1, '10']])).split('\n')
    expect(lines[0]).toMatch(/^10\. \*\*\[TEST-001\]\*\*/)
    expect(lines.slice(1)).toEqual(['    - Input: [specific input]', '    - Expected: [specific output]'])
  })

  it('spec-section-overview keeps the line breaks of its last field', () => {
    expect(snippet('spec-section-overview')).toMatch(/\$CURRENT_DATE {2}$/)
  })
})
