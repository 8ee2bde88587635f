import { describe, expect, it } from 'vitest'
import { MarkupContent } from 'vscode-languageserver-types'
import { type HoverOptions, hover } from '../../src/core/features/hover'
import { contextOf } from './support/context'
import { atCursor } from './support/cursor'
import { LAMP, withReplaced } from './support/specs'

const URI = 'file:///specs/lamp.md'

function hovered(
  marked: string,
  options?: HoverOptions,
): { readonly markdown: string; readonly on: string } | undefined {
  const { text, offset } = atCursor(marked)
  const context = contextOf(text, { uri: URI })
  const found = hover(context, offset, options)
  if (found === undefined) return undefined
  if (!MarkupContent.is(found.contents) || found.range === undefined)
    throw new Error('no Markdown with a range')
  return { markdown: found.contents.value, on: context.document.getText(found.range) }
}

function on(words: string, replacement: string, text = LAMP) {
  return hovered(withReplaced(text, words, replacement))
}

describe('hover on an ID', () => {
  it('gives the text, keyword, role, and links to what answers it', () => {
    const line = lineOf('**AC-1**')
    const task = lineOf('Task 1.2')
    expect(on('REQ-001]**', 'REQ│-001]**')).toEqual({
      on: 'REQ-001',
      markdown: [
        '**REQ-001** · requirement · MUST',
        'The lamp MUST dim to 5 % within 2 seconds',
        `Answered by: [AC-1](${URI}#L${line}) (done), [Task 1.2](${URI}#L${task}) (open)`,
      ].join('\n\n'),
    })
  })

  it('says the same at a mention', () => {
    expect(on('(REQ-001)', '(│REQ-001)')?.markdown).toBe(on('REQ-001]**', 'REQ-│001]**')?.markdown)
    expect(on('(REQ-001)', '(│REQ-001)')?.on).toBe('REQ-001')
  })

  it('tells whether an item is ticked, and what it answers', () => {
    const { markdown = '' } = on('**AC-2**', '**AC-│2**') ?? {}
    expect(markdown).toContain('**AC-2** · acceptance criterion · open')
    expect(markdown).toContain(`Answers: [REQ-002](${URI}#L${lineOf('[REQ-002]')})`)
  })

  it('keeps code as code', () => {
    expect(on('REQ-002]**', 'REQ-│002]**')?.markdown).toContain('The lamp SHOULD remember its `last` level')
  })

  it('lists the parts below an item', () => {
    expect(on('[TEST-001]', '[TEST│-001]')?.markdown).toContain(
      '- Input: knob to the left\n- Expected: 5 % light',
    )
  })

  it('notes a retired item', () => {
    expect(on('REQ-003', 'REQ│-003')?.markdown).toContain('retired')
  })

  it('notes a duplicate and names the places', () => {
    const text = withReplaced(LAMP, '**[REQ-002]**', '**[REQ-001]**')
    const first = lineOf('**[REQ-001]**')
    expect(on('**[REQ-001]**', '**[│REQ-001]**', text)?.markdown).toContain(
      `Defined 2 times: [line ${first}](${URI}#L${first}), [line ${first + 1}](${URI}#L${first + 1})`,
    )
  })

  it('notes an ID that nothing defines', () => {
    expect(on('(REQ-001)', '(REQ-│009)')?.markdown).toBe(
      '**REQ-009**\n\nNothing defines it: neither this document nor one that it names.',
    )
  })

  it('lets no markup of the author through', () => {
    const evil =
      'The lamp MUST [dim](command:evil) <b onclick="x">now</b> ![x](https://e.example/x.png) `a` **b** \\*'
    const text = withReplaced(LAMP, 'The lamp MUST dim to 5 % within 2 seconds', evil)
    const { markdown = '' } = on('REQ-001]**', 'REQ-│001]**', text) ?? {}
    expect(markdown).toContain('The lamp MUST dim \\<b onclick="x"\\>now\\</b\\> `a` b \\*')
    expect(markdown).not.toContain('command:')
    expect(markdown).not.toContain('e.example')
  })

  it('shows a table row by its cells', () => {
    const text = '# Lamp\n\n| ID | Text |\n|----|------|\n| REQ-│1 | It dims |\n| REQ-2 | It glows |\n'
    expect(hovered(text)?.markdown).toBe('**REQ-1** · requirement\n\n- Text: It dims')
  })
})

describe('hover on a heading', () => {
  it('counts its checkboxes by role, subsections included', () => {
    expect(on('## What', '## │What')?.markdown).toBe(
      '**What \\(Requirements & Acceptance Criteria)**'.replace('\\(', '(').replace('&', '\\&') +
        '\n\n3 requirements, 2 acceptance criteria\n\n1 of 2 done',
    )
    expect(on('### Goals', '### Go│als')?.markdown).toBe('**Goals**\n\n1 of 2 done')
  })

  it('counts roles apart where there are several', () => {
    expect(on('# Specification', '# Speci│fication')?.markdown).toContain(
      '- Criteria: 1 of 2\n- Plan: 1 of 3',
    )
  })

  it('says nothing where there is nothing to count', () => {
    expect(on('### Out of Scope', '### Out│ of Scope')).toBeUndefined()
  })
})

describe('hover on a field', () => {
  it('gives the values of the status, and what the present one means', () => {
    expect(on('**Status**', '**Sta│tus**')?.markdown).toBe(
      '**Status**\n\nOne of `Draft`, `Review`, `Approved`, `Implemented`, in this order.\n\n`Review`. What is unfinished is a warning.',
    )
    const done = withReplaced(LAMP, '**Status**: Review', '**Status**: Done')
    expect(on('**Status**', '**Sta│tus**', done)?.markdown).toContain('`Done` counts as `Implemented`.')
    const odd = withReplaced(LAMP, '**Status**: Review', '**Status**: Blue')
    expect(on('**Status**', '**Sta│tus**', odd)?.markdown).toContain('`Blue` is none of them')
    const closed = withReplaced(LAMP, '**Status**: Review', '**Status**: Rejected')
    expect(on('**Status**', '**Sta│tus**', closed)?.markdown).toContain('the document is closed')
  })

  it('gives the form of dates and of the document ID', () => {
    expect(on('**Created**', '**Cre│ated**')?.markdown).toContain('A date, written as `2026-02-03`.')
    expect(on('**ID**', '**I│D**')?.markdown).toContain('`SPEC-[YYYY-MM-DD]-[NUMBER]`')
  })
})

describe('hover is silent', () => {
  it.each([
    ['on ordinary words', 'Readers are dazzled', 'Readers │are dazzled'],
    [
      'on a placeholder',
      'Readers are dazzled',
      'We need [Clear explanation │of why this work is needed, the problem it solves, and its importance]',
    ],
    ['on the placeholder of a field', '2026-01-20', '[Da│te]'],
    ['on the values of the status', 'Review  ', 'Dra│ft | Review | Approved | Implemented  '],
    ['on an ID in code', 'Readers are dazzled', 'Readers see `const REQ-│001`'],
    ['on an ID in a fence', 'Readers are dazzled', '```\nREQ-│001\n```'],
    ['on an ID in a comment', 'Readers are dazzled', '<!-- REQ-│001 -->'],
  ])('%s', (_, words, replacement) => {
    expect(on(words, replacement)).toBeUndefined()
  })

  it('in files that are no spec', () => {
    expect(hovered('# Read│ me\n\n- [ ] box\n')).toBeUndefined()
  })
})

/** Line from 1 in the spec. */
function lineOf(words: string): number {
  return LAMP.slice(0, LAMP.indexOf(words)).split('\n').length
}

describe('hover on a checkbox', () => {
  const open = withReplaced(
    LAMP,
    '- [ ] Nobody hears the lamp',
    '- [│ ] Nobody hears the lamp\n  - [x] by day\n  - [ ] at night',
  )

  it('tells whether it is done, and how many of those below it', () => {
    expect(hovered(open)).toEqual({ on: '[ ]', markdown: '**open** · 1 of 2 below it done' })
  })

  it('has a link that ticks this box and no other, where links may run commands', () => {
    const markdown = hovered(open, { commandLinks: true })?.markdown
    const query = /^\[Tick\]\(command:specmark\.toggleCheckbox\?([^()\s]+)\)$/m.exec(markdown ?? '')?.[1]
    expect(JSON.parse(decodeURIComponent(query ?? ''))).toEqual([
      URI,
      { line: 13, character: 3 },
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ])
  })

  it('has it on the ID of an item too', () => {
    const on = (marked: string) => hovered(marked, { commandLinks: true })?.markdown
    expect(on(withReplaced(LAMP, '**AC-1**: Given', '**AC│-1**: Given'))).toMatch(/\n\n\[Untick\]\(command:/)
    expect(on(withReplaced(LAMP, 'REQ-001]**', 'REQ│-001]**'))).not.toContain('command:')
  })

  it('quotes no document that could run one', () => {
    const evil = withReplaced(
      LAMP,
      'Given a lit lamp,',
      'Given [a│](command:specmark.toggleCheckbox) <a href="command:x">lit</a> lamp AC-1,',
    )
    const at = evil.replace('│', '').replace('**AC-1**: Given', '**AC│-1**: Given')
    expect(hovered(at, { commandLinks: true })?.markdown.match(/\]\(command:/g)).toHaveLength(1)
  })
})
