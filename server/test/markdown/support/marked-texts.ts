import fc from 'fast-check'

/** What inline content is made of: words and every mark, whole, torn and escaped, and what turns a line into something else. */
const ATOMS: Record<string, readonly string[]> = {
  words: [
    'a',
    'b',
    'foo',
    'REQ-001',
    'é',
    '\u{1F600}',
    '“',
    '。',
    '漢',
    '\u00A0',
    '\uFFFC',
    '\0',
    '.',
    ',',
    ': ',
  ],
  emphasis: ['*', '**', '***', '_', '__', '*a*', '**a**', '_a_', '~', '~~', '~~~'],
  code: ['`', '``', '`c`', '``c`c``', '` c `'],
  brackets: [
    '[',
    ']',
    '[x]',
    '[ ]',
    '(',
    ')',
    '](u)',
    '](u "t")',
    '[a](a)',
    '[**b**](u)',
    '[REQ-1]: ',
    '!',
    '![',
  ],
  escapes: ['\\', '\\*', '\\[', '\\_', '\\|', '\\`', '\\\n', '&', '&amp;', '&x'],
  angles: [
    '<',
    '<b>',
    '</b>',
    '<br />',
    '<b c>',
    '<1',
    '</',
    '>',
    '<!--',
    '-->',
    '<http://a.b>',
    '<a@b.c>',
    '<a:>',
  ],
  addresses: [
    ...[
      '@',
      'a@b.c',
      '@3',
      'http://x.y',
      ' https://a.b-c/d_e',
      '(http://a.b/)',
      'http://a.b.',
      'https://a',
      'www.x.y',
    ],
    ...['HTTPS:', '://', '/', ':80', '?', 'h'],
  ],
  blocks: [
    '|',
    '#',
    '##',
    '-',
    '- ',
    '1. ',
    '+',
    '=',
    '==',
    '---',
    '\n- ',
    '\n  - ',
    '\n    - ',
    '\n|',
    '\n|-|',
    '\n```\n',
  ],
  lines: ['  \n', '\n', '\n', '\n  ', '\n    ', '\n\n', '\n\n  ', '\t', '\r\n', '\r', ' ', ' ', ' ', '  '],
}

const OPENINGS = [
  ...[
    '',
    '',
    '',
    '',
    '- ',
    '- ',
    '- [ ] ',
    '- [x] ',
    '1. ',
    '* ',
    '# ',
    '## ',
    '### ',
    '> ',
    '> ',
    '> **',
    '  ',
  ],
  ...['| ', '|a|b|\n|-|-|\n|', '- a\n  - ', '- **', '1. **[REQ-1]** ', '```js\n', '~~~\n', '<!-- ', '---\n'],
]

const atom = fc.oneof(...Object.values(ATOMS).map((atoms) => fc.constantFrom(...atoms)))
const opening = fc.constantFrom(...OPENINGS)

/** Inline content of any kind behind the opening of any block; some of it opens blocks of its own. */
export const markedText: fc.Arbitrary<string> = fc
  .tuple(
    opening,
    fc.array(fc.oneof({ weight: 6, arbitrary: atom }, { weight: 1, arbitrary: opening }), {
      minLength: 1,
      maxLength: 12,
      size: 'max',
    }),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([start, atoms, end]) => start + atoms.join('') + end)
