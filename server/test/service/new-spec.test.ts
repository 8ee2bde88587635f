import { describe, expect, test } from 'vitest'
import { newSpec } from '../../src/core/new-spec'
import { builtInTemplate, specOf } from '../rules/support/spec-of'

const made = (title: string, more: { others?: readonly string[]; fileName?: string } = {}) =>
  newSpec({
    template: builtInTemplate(),
    title,
    today: '2026-03-10',
    others: more.others ?? [],
    fileName: more.fileName ?? '{id}-{slug}.md',
  })

describe('a new specification', () => {
  test('is the template with its title, ID, dates and first status filled in, and nothing else changed', () => {
    const { text, id, fileName } = made('Ledger export')
    expect({ id, fileName }).toEqual({
      id: 'SPEC-2026-03-10-001',
      fileName: 'SPEC-2026-03-10-001-ledger-export.md',
    })
    const filled = `# Specification: Ledger export

## Overview
**ID**: SPEC-2026-03-10-001  
**Status**: Draft  
**Created**: 2026-03-10  
**Last Updated**: 2026-03-10  
`
    const rest = (whole: string) => whole.slice(whole.indexOf('\n## Why'))
    expect(text.startsWith(filled)).toBe(true)
    expect(rest(text)).toBe(rest(builtInTemplate().body))
    expect(specOf(text).status.value).toBe('Draft')
  })

  test('gets the next number of its day, whoever names one', () => {
    const others = [
      '**ID**: SPEC-2026-03-10-002',
      'see spec-2026-03-10-007#REQ-001',
      '**ID**: SPEC-2026-03-09-040',
    ]
    expect(made('A', { others }).id).toBe('SPEC-2026-03-10-008')
  })

  test.each([
    ['Späte Rückgabe: Gebühren & Mahnung!', 'SPEC-2026-03-10-001-späte-rückgabe-gebühren--mahnung.md'],
    ['🎉🎉', 'SPEC-2026-03-10-001.md'],
    ['../../etc/passwd', 'SPEC-2026-03-10-001-etcpasswd.md'],
  ])('has a file name without anything that a path could be made of: %s', (title, name) => {
    expect(made(title).fileName).toBe(name.replace('--', '-'))
  })

  test('keeps a title of 300 characters, and a short file name', () => {
    const title = 'long words '.repeat(30).trim()
    const { text, fileName } = made(title)
    expect(text.split('\n')[0]).toBe(`# Specification: ${title}`)
    expect(fileName.length).toBeLessThanOrEqual(90)
    expect(fileName).toMatch(/-(?:long|words)\.md$/)
  })

  test('has its title on one line, with the characters that a replacement would read', () => {
    expect(made('a\n b $& $1').text.split('\n')[0]).toBe('# Specification: a b $& $1')
  })

  test.each([
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['Map<String> in C #', 'Map\\<String> in C \\#'],
    ['a [link](command:x), &lt; & C#', 'a [link\\](command:x), \\&lt; & C#'],
    ['back\\slash \\* and `code`', 'back\\slash \\\\* and `code`'],
    ['turned \u202Eround\u0000 \u001Bhere', 'turned round here'],
  ])('says in its heading what was typed: %s', (title, heading) => {
    expect(made(title).text.split('\n')[0]).toBe(`# Specification: ${heading}`)
  })

  test('follows the file name pattern', () => {
    expect(made('Ledger', { fileName: '{date}/{number}-{slug}.spec.md' }).fileName).toBe(
      '2026-03-10/001-ledger.spec.md',
    )
  })
})
