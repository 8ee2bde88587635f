import { describe, it } from 'vitest'
import { mustReadAsRemark } from './support/same-as-remark'

/** Texts, made small, in which micromark does not do what one would think. */
describe('a text that was once read wrong reads as remark reads it', () => {
  it.each([
    ['a container that interrupts a paragraph may not hold an empty item', 'a\n>1.'],
    ['the same, two containers deep', 'a\n>>-'],
    ['the same in an item', '|\n- 0.'],
    ['code right after an empty item is not yet apart from it', '*\n\n    ]\n2)'],
    ['nor does it end where it would by itself', '-\n\n    >\n\t'],
    ['a tag may stand in an item without indent', '- b\n<o>\n'],
    ['an open fence in an item ends as what follows begins', '- ~~~\n-'],
    ['so it does two items deep', 'b\n- - ~~~\n\n\\'],
    ['so it does in a quote', '>>```\n*'],
    ['so does open HTML', '- <pre\n-'],
    ['a closing fence may be indented too much to close', '- ~~~\n      ~~~\n<!--'],
    ['code in an item is no paragraph to be continued', '-     e\n]\n1.'],
    ['nor is code in an item in an item', '- -     e\na\n0.'],
    ['a link definition may have a label like a footnote', '[*]:y\n    [^b]:m\n\n[^b]'],
    ['what may be a tag goes on where a comment ends', '<a b=c=d>\n<!-->\n-->\n<!A'],
    ['a tag above a delimiter row interrupts a paragraph', '=\n<e>\n-|\n- d'],
    ['of two definitions in one block an earlier one holds', '[a]:x\n># [a]\n[a]:b\n[a]:x'],
  ])('%s', (_why, text) => {
    mustReadAsRemark(text)
    mustReadAsRemark(text.replaceAll('\n', '\r\n'))
    mustReadAsRemark(`# a\n\n${text}\n\n# b\n`)
  })
})
