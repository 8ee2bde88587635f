import { describe, expect, it } from 'vitest'
import { codeLenses } from '../../src/core/features/code-lens'
import { completion } from '../../src/core/features/completion'
import { documentHighlights } from '../../src/core/features/document-highlights'
import { documentLinks } from '../../src/core/features/document-links'
import { documentSymbols } from '../../src/core/features/document-symbols'
import { foldingRanges } from '../../src/core/features/folding-ranges'
import { hover } from '../../src/core/features/hover'
import { nextItem } from '../../src/core/features/next-item'
import { selectionRanges } from '../../src/core/features/selection-ranges'
import { semanticTokens } from '../../src/core/features/semantic-tokens'
import { toggleCheckbox } from '../../src/core/features/toggle-checkbox'
import { contextOf } from './support/context'
import { largeSpec } from './support/large'

/**
 * Milliseconds of processor time, in the fastest of many runs: other work on the machine stretches the rest, and this too,
 * as it takes the caches. It is to catch what grows faster than the document; `npm run bench` has the figures.
 */
const BUDGET = 20

describe('features on a spec of 1,500 items', () => {
  const text = largeSpec()
  const at = text.lastIndexOf('(AC-100)') + 1
  const bracket = contextOf(`${text.slice(0, at)}[]${text.slice(at)}`)
  const context = contextOf(text)
  const end = text.indexOf('\n', text.indexOf('Task 10.20'))
  const broken = contextOf(`${text.slice(0, end)}\n${text.slice(end)}`)

  it('reads it as one', () => {
    expect(text.split('\n').length).toBeGreaterThan(4500)
    expect(context.spec.items).toHaveLength(1500)
    expect(completion(bracket, at + 1)).toHaveLength(1499)
    expect(nextItem(broken, end + 1).map(({ newText }) => newText)).toEqual(['   - [ ] Task 10.21: '])
  })

  it.each([
    ['completion of an ID', () => completion(bracket, at + 1)],
    ['completion in prose', () => completion(context, text.indexOf('in plain words') + 3)],
    ['hover on an item', () => hover(context, text.indexOf('REQ-250'))],
    ['hover on a heading', () => hover(context, text.indexOf('## What') + 4)],
    ['code lenses', () => codeLenses(context)],
    ['document symbols', () => documentSymbols(context, { withoutHeadings: false })],
    ['folding ranges', () => foldingRanges(context, { frontMatterOnly: false, limit: undefined })],
    [
      'selection ranges',
      () => selectionRanges(context, [text.indexOf('REQ-250'), text.lastIndexOf('AC-100'), text.length]),
    ],
    ['highlights', () => documentHighlights(context, text.indexOf('REQ-250'))],
    ['links', () => documentLinks(context)],
    ['semantic tokens', () => semanticTokens(context)],
    ['semantic tokens of a screen', () => semanticTokens(context, { start: 50_000, end: 54_000 })],
    ['the next item', () => nextItem(broken, end + 1)],
    ['toggling', () => toggleCheckbox(context, text.indexOf('Task 10.10'))],
  ])('%s takes no time to speak of', (_, run) => {
    const times = Array.from({ length: 31 }, () => {
      const start = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }).sort((a, b) => a - b)
    expect(times[0]).toBeLessThan(BUDGET)
  })
})
