import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  DEFINITION_GRAMMAR_SCOPE,
  definitionGrammar,
  definitionGrammarFile,
} from '../../src/core/template/definition-grammar'
import { builtInTemplate } from '../template/support/built-in'
import { createTokenise, type Tokenise } from './support/tokenise'

const root = new URL('../../../', import.meta.url)
const injection = new URL('syntaxes/specmark.injection.tmLanguage.json', root)

/** Grammars for Markdown: a small one of our own, and VS Code's where the editor of the editor tests is installed. */
const hosts: readonly (readonly [name: string, file: URL])[] = [
  ['a small host grammar', new URL('support/markdown-stub.json', import.meta.url)],
  ...installedGrammars(),
]

function installedGrammars(): readonly (readonly [name: string, file: URL])[] {
  const folder = new URL('.vscode-test/', root)
  const editors = existsSync(folder) ? readdirSync(folder) : []
  const files = editors.map((editor) => {
    const path = `${editor}/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json`
    return [`the Markdown grammar of ${editor}`, new URL(path, folder)] as const
  })
  return files.filter(([, file]) => existsSync(file))
}

describe('the grammar file', () => {
  it('is what the template gives (else run: node scripts/generate.mjs)', () => {
    expect(readFileSync(injection, 'utf8')).toBe(definitionGrammarFile(builtInTemplate()))
  })

  it('is injected into Markdown by the manifest', () => {
    const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    expect(manifest.contributes.grammars).toEqual([
      {
        scopeName: DEFINITION_GRAMMAR_SCOPE,
        path: './syntaxes/specmark.injection.tmLanguage.json',
        injectTo: ['text.html.markdown'],
      },
    ])
    expect(manifest.contributes.snippets).toEqual([
      { language: 'markdown', path: './snippets/specmark.code-snippets' },
    ])
  })

  it('knows the prefixes of the template and no others', () => {
    const grammar = JSON.stringify(definitionGrammar({ ...builtInTemplate(), kinds: [] }))
    expect(grammar).not.toMatch(/REQ|AC|TEST|Task/)
  })
})

describe.each(hosts)('definitions in %s', (_, host) => {
  let tokenise: Tokenise
  beforeAll(async () => {
    tokenise = await createTokenise(host, injection)
  })

  /** What the injection marked: text and scope. */
  const marked = (...lines: string[]) =>
    tokenise(lines).flatMap(({ text, scopes }) => {
      const own = scopes.find((scope) => scope.endsWith('.specmark'))
      return own === undefined ? [] : [[text, own]]
    })

  it.each([
    ['1. **[REQ-001]** The system MUST answer', 'REQ-001', 'entity.name.type.class.specmark'],
    ['12. **[REQ-012]**: The system MUST answer', 'REQ-012', 'entity.name.type.class.specmark'],
    ['- **REQ-001** The system MUST answer', 'REQ-001', 'entity.name.type.class.specmark'],
    ['- **FR-028a**: The system MUST answer', 'FR-028a', 'entity.name.type.class.specmark'],
    ['* __NFR-1__ — fast', 'NFR-1', 'entity.name.type.class.specmark'],
    ['- REQ-ALD-006: an area', 'REQ-ALD-006', 'entity.name.type.class.specmark'],
    ['- REQ-020-064 - two levels', 'REQ-020-064', 'entity.name.type.class.specmark'],
    ['- **REQ-001: Title** text', 'REQ-001', 'entity.name.type.class.specmark'],
    ['### REQ-001: Title', 'REQ-001', 'entity.name.type.class.specmark'],
    ['#### [REQ-001] Title', 'REQ-001', 'entity.name.type.class.specmark'],
    ['- [ ] **AC-1**: Given', 'AC-1', 'entity.name.function.specmark'],
    ['- [x] **AC-1.1**: Given', 'AC-1.1', 'entity.name.function.specmark'],
    ['  - **SC-001**: nested', 'SC-001', 'entity.name.function.specmark'],
    ['1. **[TEST-001]** Test it', 'TEST-001', 'entity.name.function.member.specmark'],
    ['- [ ] Task 1.1: Do it', 'Task 1.1', 'variable.other.property.specmark'],
    ['- [X] **Task 2.10**: Do it', 'Task 2.10', 'variable.other.property.specmark'],
    ['- [ ] **TASK-003**: Do it', 'TASK-003', 'variable.other.property.specmark'],
  ])('%j is marked', (line, text, scope) => {
    expect(marked(line)).toEqual([[text, scope]])
  })

  it('marks the first cell of a row only', () => {
    const rows = marked(
      '| ID | Text |',
      '|---|---|',
      '| REQ-001 | see REQ-002 |',
      '| **[REQ-002]** | text |',
      '| text | REQ-003 |',
    )
    expect(rows.map(([text]) => text)).toEqual(['REQ-001', 'REQ-002'])
  })

  it('marks tasks inside a phase', () => {
    expect(
      marked('1. **Phase 1: Foundation**', '   - [ ] Task 1.1: Do it', '   - [ ] Task 1.2: More'),
    ).toHaveLength(2)
  })

  it('leaves the bold around an ID bold, and the text after it plain', () => {
    const tokens = tokenise(['- **[REQ-001]** text'])
    const id = tokens.find(({ text }) => text === 'REQ-001')
    expect(id?.scopes.some((scope) => scope.startsWith('markup.bold'))).toBe(true)
    expect(tokens.at(-1)?.scopes.some((scope) => scope.startsWith('markup.bold'))).toBe(false)
  })

  it.each([
    'REQ-001 is met, and **REQ-002** too: see AC-1.',
    '**REQ-001**: a paragraph',
    '- the answer to **REQ-001**: none',
    '- [ ] [REQ-001] done',
    '- REQ-001 and REQ-002 are met',
    '- [REQ-001](#req-001): a link',
    '- `REQ-001`: in code',
    '- **SHA-256**: a hash',
    '- **UTF-8**: an encoding',
    '- **CVE-2024-1234**: a weakness',
    '- **AREQ-001**: another word',
    '- **REQ-001-draft**: no ID',
    '- **REQ_001**: malformed',
    '- **req-001**: lower case',
    '### How REQ-001 is met',
    '### AC-1-ready chargers',
    '> REQ-001: quoted',
    '    - **REQ-001**: indented code',
    '- Task 1: Install it',
    '- **Task 1.1**: a list without boxes',
    '## Task 1: Install it',
    '### Step 1: Install it',
    '- [ ] Install it',
    '| HTTP-200 | fine |',
    'Set REQ-001: in a paragraph',
  ])('%j is left alone', (line) => {
    expect(marked(line)).toEqual([])
  })

  it('leaves fences, comments and front matter alone', () => {
    const lines = ['- **REQ-001**: x', '### REQ-002', '- [ ] Task 1.1: x']
    expect(marked('```markdown', ...lines, '```')).toEqual([])
    expect(marked('~~~', ...lines, '~~~')).toEqual([])
    expect(marked('<!--', ...lines, '-->')).toEqual([])
    expect(marked('---', ...lines, '---')).toEqual([])
    expect(marked('- item', '  ```', '  - **REQ-001**: x', '  ```')).toEqual([])
  })

  it('changes no colour in a README', () => {
    const readme = [
      '# widget',
      '[![build](https://example.org/b.svg)](https://example.org)',
      '## Install',
      '1. **Step 1**: `npm install widget`',
      '2. Run it - see [the guide](docs/guide.md)',
      '- **Fast** — 10x',
      '- [x] ES2022, UTF-8, SHA-256',
      '- [ ] GH-24: fix the parser',
      '| Option | Type |',
      '|---|---|',
      '| `--ac-1` | string |',
      '### v1.2.0 (2024-01-01)',
      '* fix: JIRA-123 (#45)',
    ]
    expect(marked(...readme)).toEqual([])
  })
})

describe('the injection alone', () => {
  it.each(['REQ-001 ', '- ', '**[REQ-', '| ', ' ', 'REQ-1-', '- [ ] Task 1'])(
    'goes over a line of 20,000 characters of %j at once',
    async (piece) => {
      const tokenise = await createTokenise(new URL('support/bare-host.json', import.meta.url), injection)
      const started = performance.now()
      tokenise([piece.repeat(20_000 / piece.length)])
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )
})
