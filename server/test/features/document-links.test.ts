import { describe, expect, it } from 'vitest'
import { documentLinks } from '../../src/core/features/document-links'
import { BUILT_IN, contextOf } from './support/context'
import { LAMP, withReplaced } from './support/specs'

/** Each link as `text → target`. */
function links(line: string, uri = 'file:///work/specs/lamp.md'): readonly string[] {
  const context = contextOf(withReplaced(LAMP, '- Colours', line), { uri })
  return documentLinks(context).map(({ range, target }) => `${context.document.getText(range)} → ${target}`)
}

describe('links', () => {
  it('lead to files beside and above, and to headings in them', () => {
    expect(links('- [a](b.md) ![c](../img/d%20e.png) [f](./g/h.md#why "title") [i](#overview)')).toEqual([
      '[a](b.md) → file:///work/specs/b.md',
      '![c](../img/d%20e.png) → file:///work/img/d%20e.png',
      '[f](./g/h.md#why "title") → file:///work/specs/g/h.md#why',
      '[i](#overview) → file:///work/specs/lamp.md#overview',
    ])
  })

  it('lead where a definition says, which leads there too', () => {
    expect(links('- [text][label] and [label]\n\n[label]: other.md')).toEqual([
      '[text][label] → file:///work/specs/other.md',
      '[label] → file:///work/specs/other.md',
      '[label]: other.md → file:///work/specs/other.md',
    ])
  })

  it('are not those that an editor finds by itself, nor what cannot be followed', () => {
    expect(
      links(
        '- <https://example.com> https://example.com [a](mailto:a@example.com) [b](/c) [d](%E0%A4) [e]()',
      ),
    ).toEqual([])
    expect(links('- `[a](b.md)` \\[a](b.md)\n\n      [a](b.md)')).toEqual([])
  })

  it('are none in a document that has no folder, a template, or what is no spec', () => {
    expect(links('- [a](b.md)', 'untitled:Untitled-1')).toEqual([])
    expect(documentLinks(contextOf('# Read me\n\n[a](b.md)\n'))).toEqual([])
    const template = contextOf(`${BUILT_IN.body}\n[a](b.md)`, { uri: 'file:///templates/a.md' })
    expect(documentLinks(template)).toEqual([])
  })
})
