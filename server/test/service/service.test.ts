import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSpecService, type SpecHost, TextDocument } from '../../src/index'

const builtIn = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const HEAD = `# Specification: Ledger

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-16  
`

function serviceOn(files: Record<string, string> = {}, host: Partial<SpecHost> = {}) {
  return createSpecService({
    templates: [builtIn],
    today: () => '2026-01-20',
    readFile: async (uri) => files[uri],
    log: () => undefined,
    ...host,
  })
}

function documentOf(text: string, uri = 'file:///work/specs/ledger.md') {
  return TextDocument.create(uri, 'markdown', 1, text)
}

async function rulesIn(text: string, service = serviceOn()): Promise<readonly string[]> {
  const { findings } = await service.analyse(documentOf(text))
  return [...new Set(findings.map(({ rule }) => rule))]
}

describe('an analysis', () => {
  it('is the same object as long as text and config are', async () => {
    const service = serviceOn()
    const first = await service.analyse(documentOf(HEAD))
    expect(await service.analyse(documentOf(HEAD))).toBe(first)
    expect(await service.analyse(documentOf(`${HEAD}\nMore.\n`))).not.toBe(first)
  })

  it('is another one when the config that it was judged by has changed', async () => {
    const files: Record<string, string> = {}
    const service = serviceOn(files)
    const notes = documentOf('# Notes\n')
    expect((await service.analyse(notes)).spec.recognition.kind).toBe('none')
    files['file:///work/specmark.json'] = '{ "specs": { "specs/**": "spec" } }'
    service.fileChanged('file:///work/specmark.json')
    expect((await service.analyse(notes)).spec.recognition.kind).toBe('spec')
  })

  it('gives positions in UTF-16, with the name of the rule and the other place to see', async () => {
    const text = `${HEAD}
### Functional Requirements
1. **[REQ-001]** 💡 The ledger MUST be kept.
2. 💡 **[REQ-001]** The ledger MUST be read.
`
    const { diagnostics } = await serviceOn().analyse(documentOf(text))
    const duplicate = diagnostics.find(({ code }) => code === 'id/duplicate')
    expect(duplicate).toMatchObject({
      source: 'specmark',
      severity: 1,
      range: { start: { line: 10 }, end: { line: 10 } },
      relatedInformation: [{ location: { range: { start: { line: 9, character: 6 } } } }],
    })
  })
})

describe('a fresh document', () => {
  it('has hints of placeholders and nothing else', async () => {
    const { findings } = await serviceOn().analyse(documentOf(builtIn.text.replace(/^---\n.*?\n---\n/s, '')))
    expect(new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['hint structure/placeholder']),
    )
    expect(findings.length).toBeGreaterThan(30)
  })
})

describe('a text too large to read', () => {
  it.each([
    ['five million characters in a line', 'word REQ-001 '.repeat(400_000)],
    ['two hundred thousand headings', '## Heading\n\n'.repeat(200_000)],
    ['twenty thousand nested lists', `${'- '.repeat(20_000)}a`],
    ['fifty thousand brackets', '['.repeat(50_000)],
  ])('is a finding of a spec: %s', async (_, body) => {
    expect(await rulesIn(`${HEAD}\n## Why\n${body}\n`)).toEqual(['internal/too-large'])
  })

  it('is nothing to a file that is no spec', async () => {
    expect(await rulesIn(`# Log\n\n${'word '.repeat(1_000_000)}\n`)).toEqual([])
  })
})

describe('a text that is no text', () => {
  it.each([
    ['empty', ''],
    ['a byte-order mark', '\uFEFF'],
    ['NUL', `${HEAD}\n## Why\n- **[REQ-001]** The \0 MUST be kept\n`],
    ['lone surrogates', `${HEAD}\n## Why\n- **[REQ-001]** The \uD800 MUST be kept \uDC00\n`],
    ['an unclosed fence', `${HEAD}\n## Why\n\`\`\`js\n- **[REQ-001]** TBD\n`],
  ])('is answered: %s', async (_, text) => {
    const { diagnostics } = await serviceOn().analyse(documentOf(text))
    for (const { range, code } of diagnostics) {
      expect(code).not.toMatch(/^internal/)
      expect(range.end.line).toBeLessThanOrEqual(text.split('\n').length)
    }
  })
})

describe('a template', () => {
  const own = '---\nspecmark:\n  name: spec\n---\n# Plan: [Name]\n\n## Aim\n[Aim]\n'
  const config = '{ "specs": { "specs/**": "spec" }, "templates": ["t/plan.md"] }'

  it('of the workspace stands in place of the built-in one of its name', async () => {
    const files = { 'file:///work/specmark.json': config, 'file:///work/t/plan.md': own }
    const { spec } = await serviceOn(files).analyse(documentOf('# Plan: Ledger\n'))
    expect(spec.recognition.template.sections.map(({ title }) => title)).toEqual(['Aim'])
  })

  it('that is broken is one problem at its place, and the built-in one goes on serving', async () => {
    const broken = '---\nspecmark: [\n---\n# Plan\n'
    const service = serviceOn({ 'file:///work/specmark.json': config, 'file:///work/t/plan.md': broken })
    const { spec } = await service.analyse(documentOf(HEAD))
    expect(spec.recognition.template.body).toContain('## Definition of Done')
    expect(service.problems()).toHaveLength(1)
    expect(service.problems()[0]?.uri).toBe('file:///work/t/plan.md')
  })

  it('that ships broken is named by whatever is asked, and nothing is judged without it', async () => {
    const service = serviceOn({}, { templates: [{ uri: 'specmark:broken.md', text: 'no heading' }] })
    const broken = 'The built-in template specmark:broken.md is broken'
    await expect(service.analyse(documentOf(HEAD))).rejects.toThrow(broken)
    await expect(service.explain(documentOf(HEAD))).rejects.toThrow(broken)
  })

  it('that ships is not read before something is asked: an editor waits for less', async () => {
    let reads = 0
    const template = {
      uri: builtIn.uri,
      get text() {
        reads++
        return builtIn.text
      },
    }
    const service = serviceOn({}, { templates: [template] })
    const before = reads
    await service.analyse(documentOf(HEAD))
    expect(reads).toBeGreaterThan(before)
  })
})
