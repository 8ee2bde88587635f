import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { readWhole } from '../../src/core/markdown/whole'
import { createNoneScan } from '../../src/core/model/none-scan'
import { recognise } from '../../src/core/model/recognise'
import type { Template } from '../../src/core/template/template'
import { literalOpening } from '../../src/core/text/literal-opening'
import { markdownFiles } from '../markdown/support/files'
import { only, template } from './support/read-spec'

const templates = [template]
const { isNone } = createNoneScan(templates)
const uri = 'file:///docs/a.md'

/** Texts that bear one mark of a spec, and no more of it than they must. */
const MARKED = [
  '# A\n\n**ID**: SPEC-2026-01-15-001\n',
  '---\nid: "SPEC-2026-01-15-001"\n---\n# A\n',
  '# A\n\n| Field | Value |\n|--|--|\n| ID | SPEC-2026-01-15-001 |\n',
  '# A\n\n**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]\n',
  '# Specification: A\n\n## Overview\n\n## How\n',
  'Specification: A\n===\n\nOverview\n---\n\nHow\n---\n',
  '# Specification: A\n\n## 1. **Overview**\n\n## [How](b.md)\n',
  '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n',
  '# A\n\n### AC1: One\n\n### AC2: Two\n',
  '# A\n\n| ID | What |\n|--|--|\n| TASK-API-1.2 | a |\n| NFR\u20117 | b |\n',
  '# A\n\n1. [ ] `[FR-1]` One.\n2. [ ] [req-2] Two.\n',
  '# A\n\n- [x] **Task 1.1**: Glow.\n- [ ] **Task 1.2**: Hum.\n',
  '# A\n\n### Task 1.1: Glow\n\n### Task 2.1a: Hum\n',
  '# A\n\n| ID | What |\n|--|--|\n| Task 1.1 | a |\n| *Task*1.2 | b |\n',
  '# A\n\n**ID**: [SPEC](https://example.com/ids)-2026-01-15-001\n',
  '# A\n\n**ID**: SP![x](https://a.b)EC-2026-01-15-001\n',
  '# A\n\n**ID**: SPEC<!-- a > b -->-2026-01-15-001\n',
  '---\nid: "\\x53PEC-2026-01-15-001"\n---\n# A\n',
  '---\nid: "SPEC\\x2D2026-01-15-001"\n---\n# A\n',
  `---\n# ${'x'.repeat(5000)}\nid: "\\x53PEC-2026-01-15-001"\n---\n# A\n`,
  '# Specification: A\n\n## Overview (a\u2028b)\n\n## How (c\u2029d)\n',
  `# Specification: A\n\nOverview${' '.repeat(500)}\n---\n\nHow\n\u00A0\n---\n`,
]

describe('a look at a text that tells that it is no spec', () => {
  it.each([
    ['# Lamp\n\nA library.\n\n## Overview\n\nSee `docs/`.\n\n- It has 1 test, task 2 is open.\n'],
    ['# Changes\n\n## 1.0.0\n\n- REQ-001 is met.\n'],
    [''],
  ])('is sure of %j', (text) => {
    expect(isNone(text)).toBe(true)
    expect(recognise({ uri, markdown: readWhole(text), templates }).kind).toBe('none')
  })

  it.each(MARKED.map((text) => [text]))('leaves %j to be read', (text) => {
    expect(recognise({ uri, markdown: readWhole(text), templates }).kind).not.toBe('none')
    expect(isNone(text)).toBe(false)
  })

  it('goes by the kinds, IDs and headings of each template', () => {
    const kinds = [{ ...only(template.kinds.slice(0, 1)), prefix: 'STORY' }]
    const ids = { shape: 'PRD [NUMBER]', pattern: /^PRD-\d+$/u, recognise: /^(?=P)PRD\d+$/iu }
    const own: Template = {
      ...template,
      name: 'own',
      kinds,
      documentId: { ...ids, recognise: /^PRD-?\d+$/iu },
    }
    const both = createNoneScan([template, own])
    const isSpec = (text: string) =>
      recognise({ uri, markdown: readWhole(text), templates: [template, own] }).kind !== 'none'
    for (const text of [
      '- **STORY-1**: a\n- **STORY-2**: b\n',
      'ID: PRD-7\n',
      'ID: prd7\n',
      'ID: SPEC-2026-01-15-001\n',
    ]) {
      expect([isSpec(text), both.isNone(text)]).toEqual([true, false])
    }
    expect([isSpec('A library.\n'), both.isNone('A library.\n')]).toEqual([false, true])
    expect(createNoneScan([{ ...own, documentId: ids }]).isNone('A library.\n')).toBe(false)
  })

  it('is never sure where a template has an ID of any letters', () => {
    const { documentId } = template
    const any: Template = {
      ...template,
      documentId: documentId && { ...documentId, recognise: /^[A-Z]+-\d+$/iu },
    }
    expect(createNoneScan([template, any]).isNone('A library.')).toBe(false)
    expect(createNoneScan([]).isNone('A library.')).toBe(false)
  })

  it('is right of texts in which a mark is typed, or was', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '~~',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '](b)',
        '<b>',
        '</b>',
        '&amp;',
        '#',
        '##',
        '# ',
        '-',
        '=',
        '>',
        '|',
      ],
      ...[
        '\n',
        '\r',
        '\r\n',
        '\n\n',
        ' ',
        '\t',
        ':',
        '.',
        '1. ',
        '0',
        'N',
        'How',
        'What',
        'REQ-',
        'SPEC-',
        '\uFEFF',
        '\u2011',
        '```',
      ],
    )
    const edit = fc.tuple(fc.nat(200), fc.nat(3), piece)
    fc.assert(
      fc.property(
        fc.constantFrom(...MARKED),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (marked, edits) => {
          let text = marked
          for (const [at, gone, put] of edits) {
            const start = at % (text.length + 1)
            text = text.slice(0, start) + put + text.slice(start + gone)
          }
          if (isNone(text)) expect(recognise({ uri, markdown: readWhole(text), templates }).kind).toBe('none')
        },
      ),
      { numRuns: Number(process.env.SPECMARK_RUNS ?? 2_000) },
    )
  })
})

describe.each(['node_modules', '../shared/corpus'])('the Markdown files of %s', (folder) => {
  const files = markdownFiles(folder)

  it.skipIf(files === undefined)(
    'are surely none only where they are none, and nearly all of those are',
    () => {
      const reader = createMarkdownReader({ keeps: false })
      let [none, sure] = [0, 0]
      const wrong: string[] = []
      for (const { name, text } of files ?? []) {
        const isSure = isNone(text)
        const { kind } = recognise({ uri, markdown: reader.read(text), templates })
        if (kind === 'none') none++
        if (isSure) sure++
        if (isSure && kind !== 'none') wrong.push(name)
      }
      expect(wrong).toEqual([])
      expect(sure / none).toBeGreaterThan(0.7)
    },
  )
})

describe('what all matches of a pattern begin with', () => {
  it.each([
    [/^SPEC-(\d+)$/u, 'SPEC-'],
    [/^SPEC-\d/, 'SPEC-'],
    [/^RFCs?-\d+/, 'RFC'],
    [/^AB*C/, 'A'],
    [/^A{0}B/, ''],
    [/^(SPEC|RFC)-\d/, ''],
    [/^SPEC-1|^RFC-2/, ''],
    [/^SPEC-(?:a|b)[|]\|/, 'SPEC-'],
    [/^[A-Z]+-\d+$/, ''],
    [/^.*SPEC/, ''],
  ])('%s: %j', (pattern, opening) => {
    expect(literalOpening(pattern)).toBe(opening)
  })
})
