import fc from 'fast-check'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { codeSpan, escapeMarkdown, lineLink } from '../../src/core/features/support/markdown'

describe('text of users in Markdown', () => {
  it.each([
    ['[click](command:workbench.action.quit)'],
    ['<img src=x onerror=alert(1)> <!-- hidden'],
    ['**bold** _soft_ ~~gone~~ `code`'],
    ['https://example.com www.example.com someone@example.com'],
    ['![image](https://example.com/i.png)'],
    ['&lt;b&gt; &amp;'],
    ['# heading'],
    ['- item'],
    ['12. item'],
    ['=== '],
    ['| a | b |'],
    ['$(alert) [^1]'],
  ])('shows %s as it is', (text) => {
    expect(shown(escapeMarkdown(text))).toEqual({ types: ['text'], text: text.trim() })
  })

  it('shows any line as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .:/\\`*_[]()<>#+-=!|~&@$wht') }), (text) => {
        const { types } = shown(escapeMarkdown(text))
        expect(types.filter((type) => type !== 'text')).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('fences code by more backticks than it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' '), minLength: 1 }), (code) => {
        fc.pre(code.trim() !== '')
        expect(shown(codeSpan(code)).types).toEqual(['inlineCode'])
      }),
    )
  })

  it('keeps a link whole, whatever its label and address hold', () => {
    const link = lineLink('AC-1](x) <b>', 'file:///a(b)/c d.md', 11)
    expect(link).toContain('(file:///a%28b%29/c%20d.md#L12)')
    expect(shown(link).types).toEqual(['link', 'text'])
  })
})

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

/** Types of the inline nodes that remark finds, neighbouring texts as one, and the text that a reader sees. */
function shown(markdown: string): { readonly types: readonly string[]; readonly text: string } {
  const types: string[] = []
  const visit = (node: Node): string => {
    const own = isBareAddress(node) ? 'text' : node.type
    if (!['root', 'paragraph'].includes(own) && !(own === 'text' && types.at(-1) === 'text')) types.push(own)
    return (node.value ?? '') + (node.children ?? []).map(visit).join('')
  }
  const text = visit(remark().use(remarkGfm).parse(markdown) as Node)
  return { types, text }
}

/** remark links addresses in what a text says, escaped or not; such a link leads where it says. */
function isBareAddress(node: Node): boolean {
  const label = node.children?.[0]?.value ?? ''
  return (
    node.type === 'link' &&
    label !== '' &&
    (node.url ?? '').replace(/^(?:http:\/\/|mailto:)/, '') === label.replace(/^http:\/\//, '')
  )
}
