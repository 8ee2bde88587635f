import fc from 'fast-check'

/** What a line may begin with: every kind of block, whole, empty, unfinished, and things that look alike. */
const STARTERS: Record<string, readonly string[]> = {
  text: ['a', 'b c', 'A B', 'a  ', '\\', '\u00A0', '\u{1F600} x', '\uFEFF', '\0', '+++'],
  headings: ['# h', '## h', '#', '#hash', '===', '=', '---', '--', '-'],
  breaks: ['***', '* * *', '- - -', '___'],
  items: [
    '- a',
    '- b',
    '* a',
    '*',
    '+ a',
    '1. a',
    '1.',
    '2. b',
    '2)',
    '1) a',
    '10. x',
    '- - a',
    '-   a',
    '-     c',
  ],
  tabbed: ['-\ta', '1.\ta', '\tcode', '-\t\tx'],
  boxes: ['- [ ] t', '- [x] **t**', '- [ ]', '- [X] t', '[ ] t', '* [ ]\tt'],
  heldByItems: ['- # h', '- ```', '- ~~~', '- > q', '- <div>', '- [a]: b', '- [^a]: b', '- | a |', '- - ~~~'],
  quotes: ['> q', '>', '> - q', '> ```', '>> z', '>- ~~~', '> <pre', '>1.'],
  fences: ['```', '```js', '~~~', '````', '~~~~', '``` `', '``` a&amp;b', '    code'],
  html: [
    '<script>',
    '</script>',
    '<pre>',
    '<!-- c',
    '-->',
    '<!-- c -->',
    '<!-->',
    '<!--->',
    '<?php',
    '?>',
    '<!X',
    '>',
  ],
  moreHtml: [
    '<![CDATA[',
    ']]>',
    ']]]>',
    '<div>',
    '</div>',
    '<div/',
    '<foo>',
    '</foo>',
    '<a b="c">',
    '<a b=c=d>',
  ],
  notHtml: ['<foo> x', '<http://a.b>', '<div', '<1>', '< a>'],
  definitions: [
    '[a]: b',
    '[a]: <b> "t"',
    '[a]:',
    'b',
    '"t"',
    '[a]: b\\',
    '[Foo\\]]: x',
    '[FOO *x*]: y',
    '[a',
    'a]: b',
  ],
  references: [
    '[a]',
    '[a][]',
    '[x][a]',
    '![a]',
    '[foo\\]]',
    '[foo',
    '*x*]',
    '*a [a]*',
    '[^a]',
    '[^b]',
    '![^b]',
  ],
  footnotes: ['[^a]: n', '[^b]: m', '[^a b]: n', '[^]: n', '    n'],
  tables: ['| a | b |', '|-|-|', 'a | b', '- | -', '-|-', ':-', '|:-:|', '| 1', '| x \\| y | `z|` |', '||'],
  inline: [
    '**b**',
    '*e',
    '`c',
    '`',
    '&amp; &#65; &ngE;',
    '\\* x',
    'x http://a.b, y@z.w',
    'www.a.b',
    '"www.a.b&amp;c"',
  ],
}

const INDENTS = [
  '',
  '',
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '      ',
  '\t',
  ' \t',
  '> ',
  '- ',
  '  - ',
  '> > ',
  '1. ',
]

const LINE_ENDINGS = ['\n', '\n', '\n', '\n', '\n', '\n\n', '\n\n', '\n \n', '\r\n', '\r', '\n\t\n']

const NESTED_ITEMS = [
  '- a',
  '- b',
  '* c',
  '1. d',
  '2. e',
  '- [ ] t',
  '- [x] **t**',
  'text',
  '`x`',
  '- ```',
  '```',
  '-',
  'a  ',
]
const NESTED_INDENTS = ['', '  ', '  ', '  ', '    ', '    ', '      ', '   ', ' ']
const ROWS = [
  '| a | b |',
  '| - | - |',
  '|-|',
  '|a|',
  '| x | `y|z` | **b** |',
  '|',
  '||',
  '| \\| |',
  '| http://a.b |',
  '| [ ] |',
  '|-',
]

function lines(
  indents: readonly string[],
  starters: readonly string[],
  maxLength: number,
): fc.Arbitrary<string> {
  const line = fc.tuple(
    fc.constantFrom(...indents),
    fc.constantFrom(...starters),
    fc.constantFrom(...LINE_ENDINGS),
  )
  return fc.array(line, { minLength: 1, maxLength, size: 'max' }).map((all) => all.flat().join(''))
}

const GROUPS = Object.values(STARTERS).map((group) => fc.constantFrom(...group))

const anything = fc.oneof(...GROUPS)

function linesOf(starter: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...INDENTS), starter, fc.constantFrom(...LINE_ENDINGS)), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    })
    .map((all) => all.flat().join(''))
}

/** Few kinds of lines in one text meet in rarer ways than many. */
const fewKindsOfLines = fc
  .uniqueArray(fc.constantFrom(...GROUPS.keys()), { minLength: 2, maxLength: 4 })
  .chain((kinds) => linesOf(fc.oneof(...kinds.map((kind) => GROUPS[kind] ?? anything))))

/** A text composed of block starters, line by line; some are rich in nested lists or in table rows. */
export const composedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: linesOf(anything) },
      { weight: 4, arbitrary: fewKindsOfLines },
      { weight: 1, arbitrary: lines(NESTED_INDENTS, NESTED_ITEMS, 9) },
      { weight: 1, arbitrary: lines([''], ROWS, 7) },
    ),
    fc.constantFrom('', '', '', '', '', '', '', '', '\uFEFF', '---\n', '---\na: b\n---\n', '--- \r\n'),
    fc.constantFrom(false, false, false, true),
  )
  .map(([body, opening, cut]) => opening + (cut ? body.replace(/[\r\n]+$/, '') : body))

/** Replaces a stretch of a text: [where, how much, by what], the first two as shares of its length. */
export type Edit = readonly [number, number, string]

export const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.constant(0), fc.constant(0), fc.double({ min: 0, max: 0.2, noNaN: true })),
  fc.oneof(
    fc.constantFrom('x', ' ', '\n', '-', '|', '`', '[', ']', '>', '#', '\t', '*'),
    anything,
    composedText,
  ),
)

export function applied(text: string, [where, share, by]: Edit): string {
  const start = Math.floor(where * text.length)
  return text.slice(0, start) + by + text.slice(start + Math.floor(share * text.length))
}

/** The text as it is, with CR LF, with a byte order mark, and without its last line ending. */
export function lineVariants(text: string): Record<string, string> {
  const plain = text.replaceAll('\r\n', '\n')
  return {
    LF: plain,
    'CR LF': plain.replaceAll('\n', '\r\n'),
    'byte order mark': `\uFEFF${plain}`,
    'no final newline': plain.replace(/\n+$/, ''),
  }
}
