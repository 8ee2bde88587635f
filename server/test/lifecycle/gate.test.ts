import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { createSpecService, TextDocument } from '../../src/index'
import { BUILT_IN } from '../features/support/context'
import { LAMP as WRITTEN, withReplaced } from '../features/support/specs'
import { hostOf } from '../lsp/support/test-client'

/** In review, and nothing but sections that are due later is missing. */
const LAMP = withReplaced(WRITTEN, 'a lit lamp (AC-1)', 'a lit lamp (AC-1, AC-2)')

/** On the first of March 2026. */
const service = () => createSpecService({ ...hostOf({ files: new Map() }), log: () => undefined })
const documentOf = (text: string) => TextDocument.create('file:///work/lamp.md', 'markdown', 1, text)
const gateOf = (text: string) => service().gate(documentOf(text))
const withStatus = (status: string) => withReplaced(LAMP, '**Status**: Review', `**Status**: ${status}`)

async function moved(text: string): Promise<string> {
  return applyEdits(text, (await gateOf(text)).edits)
}

describe('moving a specification on', () => {
  it('sets the next status of the lifecycle and the date of today, and nothing else', async () => {
    expect(await moved(LAMP)).toBe(
      withReplaced(withStatus('Approved'), '**Last Updated**: 2026-01-20', '**Last Updated**: 2026-03-01'),
    )
  })

  it.each([
    ['Draft', 'Review'],
    ['draft', 'review'],
    ['IN REVIEW', 'APPROVED'],
    ['In-Progress (since May)', 'Implemented (since May)'],
    ['🚧 Draft – until the board has met', '🚧 Review – until the board has met'],
    ['`Draft`', '`Review`'],
    ['**Proposed**', '**Review**'],
    ['Draft | Review | Approved | Implemented', 'Draft'],
  ])('turns “%s” into “%s”', async (before, after) => {
    const text = await moved(withStatus(before))
    expect(/\*\*Status\*\*: (.*)/.exec(text)?.[1]?.trimEnd()).toBe(after)
  })

  it('writes into front matter and tables as well', async () => {
    const head = LAMP.slice(0, LAMP.indexOf('**Status**'))
    const rest = LAMP.slice(LAMP.indexOf('\n## Why'))
    expect(await moved(`---\nstatus: draft\nupdated: '2026-01-02'\n---\n${head}${rest}`)).toContain(
      "---\nstatus: review\nupdated: '2026-03-01'\n---\n",
    )
    const table = '| Field | Value |\n|---|---|\n| Last Updated | 2026-01-02 |\n| Status | Draft |\n'
    expect(await moved(`${head}\n${table}${rest}`)).toContain(
      '| Last Updated | 2026-03-01 |\n| Status | Review |\n',
    )
  })

  it('leaves a date alone that is today’s or later, and a note behind one', async () => {
    const dated = (date: string) => withReplaced(LAMP, '2026-01-20', date)
    expect(await moved(dated('2026-03-02'))).toContain('**Last Updated**: 2026-03-02')
    expect(await moved(dated('2026-01-20 (typo)'))).toContain('**Last Updated**: 2026-03-01 (typo)')
    expect(await moved(dated('[YYYY-MM-DD]'))).toContain('**Last Updated**: 2026-03-01')
  })

  it.each([
    [withStatus('Implemented'), 'Implemented is the last status.'],
    [withStatus('Done'), 'Implemented is the last status.'],
    [withStatus('Superseded'), 'The specification is closed: its status is “Superseded”.'],
    [withStatus('Sleeping'), '“Sleeping” is no status of the template: none is next.'],
    [withReplaced(LAMP, '**Status**: Review  \n', ''), 'There is no status here that could be moved on.'],
    ['# Notes\n', 'Only a specification of a template has a status that is next.'],
  ])('is refused with the reason where no status is next', async (text, reason) => {
    await expect(gateOf(text)).rejects.toThrow(reason)
  })
})

describe('the gate before the next status', () => {
  const told = async (text: string) => {
    const document = documentOf(text)
    const { demands } = await service().gate(document)
    return demands.map(
      ({ rule, severity, span }) => `${severity} ${rule}: ${text.slice(span.start, span.end)}`,
    )
  }

  it('is open where the rules have nothing to say', async () => {
    const { to, demands } = await gateOf(withStatus('Draft'))
    expect({ to, demands }).toEqual({ to: 'Review', demands: [] })
  })

  it('demands what the rules call an error then: placeholders and missing sections', async () => {
    const text = withReplaced(
      withReplaced(
        LAMP,
        'Readers are dazzled at night, and the old lamp hums.',
        '[Relevant context or history]',
      ),
      '## Testing Strategy\n',
      '',
    )
    const all = await told(text)
    expect(all).toContain('error structure/placeholder: [Relevant context or history]')
    expect(all.join()).toContain('error structure/missing-section')
    // It says of the status what the list says of each place.
    expect(all.join()).not.toContain('lifecycle/not-ready')
  })

  it('demands sections only from the status on from which they are due', async () => {
    expect((await told(withStatus('Draft'))).join()).not.toContain('missing-section')
    expect((await told(withStatus('Approved'))).join()).toContain('error structure/missing-section')
  })

  it('leads to the first box that is open, and does not stand in the way for it', async () => {
    const notes =
      '\n## Implementation Notes\nNone.\n\n### Learnings\nNone.\n\n### Deviations from Plan\nNone.\n\n### Future Improvements\nNone.\n'
    const { demands } = await gateOf(withStatus('Approved') + notes)
    const text = withStatus('Approved') + notes
    expect(demands.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['info lifecycle/open-items'])
    const [demand] = demands
    expect(text.slice(demand?.span.start, demand?.span.end)).toMatch(/^AC-2\*\*: Given a lamp at 40 %/)
  })

  it('passes over what is said already, unless it would be an error', async () => {
    const draft = withReplaced(withStatus('Draft'), 'dim to 5 %', 'dim to some percentage')
    expect((await service().analyse(documentOf(draft))).findings.map(({ rule }) => rule)).toContain(
      'requirement/vague-quantity',
    )
    expect(await told(draft)).toEqual([])
  })

  it('gives places in the document as it is, before and behind what the move changes', async () => {
    const fresh = BUILT_IN.body.replace('SPEC-[YYYY-MM-DD]-[NUMBER]', 'SPEC-2026-01-15-001')
    const { edits, demands } = await gateOf(
      fresh.replace('Draft | Review | Approved | Implemented', 'Review'),
    )
    expect(edits).toHaveLength(2)
    const text = fresh.replace('Draft | Review | Approved | Implemented', 'Review')
    const left = demands.filter(({ rule }) => rule === 'structure/placeholder')
    expect(left.length).toBeGreaterThan(30)
    for (const { span } of left)
      expect(text.slice(span.start, span.end)).toMatch(/^\[.*\]$|^Primary goal|^Option A|^High/)
  })

  it('says nothing of what a suppression silences', async () => {
    const text = `${withStatus('Approved')}\n<!-- specmark-disable-file structure/missing-section -- by agreement -->\n`
    expect((await told(text)).join()).not.toContain('missing-section')
  })
})
