import { describe, expect, it } from 'vitest'
import { at, only, readSpec } from './support/read-spec'

const suppressions = (text: string) => {
  const spec = readSpec(text)
  return spec.suppressions.map(({ kind, rules, reason, covers }) => [
    kind,
    rules.join(' '),
    reason,
    at(spec, covers),
  ])
}

describe('suppressions', () => {
  it('cover a region from their comment to the one that ends it', () => {
    expect(
      suppressions(
        'a\n\n<!-- specmark-disable id/gap id/missing -->\n\nb\n\n<!-- specmark-enable -->\n\nc\n',
      ),
    ).toEqual([
      ['disable', 'id/gap id/missing', '', '<!-- specmark-disable id/gap id/missing -->\n\nb\n\n'],
      ['enable', '', '', '<!-- specmark-enable -->'],
    ])
  })

  it('are two where the region ends for some of their rules only', () => {
    const text = '<!-- specmark-disable id/gap, id/missing -->\n\na\n\n<!-- specmark-enable id/gap -->\n\nb'
    const [gap, missing] = suppressions(text)
    expect(gap?.[1]).toBe('id/missing')
    expect(gap?.[3]).toBe(text)
    expect(missing?.slice(0, 2)).toEqual(['disable', 'id/gap'])
    expect(missing?.[3]).toBe('<!-- specmark-disable id/gap, id/missing -->\n\na\n\n')
  })

  it('reach to the end, and stop every rule where they name none', () => {
    expect(suppressions('<!-- specmark-disable -->\n\na\n')).toEqual([
      ['disable', '', '', '<!-- specmark-disable -->\n\na\n'],
    ])
    const text = '<!-- specmark-disable -->\n\n<!-- specmark-enable id/gap -->\n\na'
    expect(suppressions(text)[0]?.[3]).toBe(text)
  })

  it('cover the next line that is not blank, with a reason', () => {
    const text = '<!-- specmark-disable-next-line id/gap -- it was so -->\n\n- **REQ-9**: a\n- **REQ-7**: b\n'
    expect(suppressions(text)).toEqual([['next-line', 'id/gap', 'it was so', '- **REQ-9**: a']])
  })

  it('cover their own line, at the end of it', () => {
    const text = '- a\n- **REQ-9**: b <!-- specmark-disable-line id/gap -- so -->\n- c\n'
    const line = '- **REQ-9**: b <!-- specmark-disable-line id/gap -- so -->'
    expect(suppressions(text)).toEqual([['line', 'id/gap', 'so', line]])
  })

  it('in a table cell cover the row', () => {
    const row = '| REQ-1 | go <!-- specmark-disable-line --> |'
    expect(suppressions(`| ID | Text |\n|--|--|\n${row}\n`)).toEqual([['line', '', '', row]])
  })

  it('cover the file', () => {
    const text = '# T\n\n<!-- specmark-disable-file id/gap -- old -->\n\na'
    expect(suppressions(text)).toEqual([['file', 'id/gap', 'old', text]])
  })

  it('may be several in one comment block, and stand at their comment', () => {
    const spec = readSpec('- a\n\n  <!-- specmark-disable id/gap -->\n  <!-- specmark-enable -->\n')
    expect(spec.suppressions.map(({ span }) => at(spec, span))).toEqual([
      '<!-- specmark-disable id/gap -->',
      '<!-- specmark-enable -->',
    ])
  })

  it.each(['disabled', 'disable-nextline', 'disable-line:', 'ignore'])(
    'silence nothing with a command “%s” that there is not, wherever it is written',
    (command) => {
      const text = `<!-- specmark-${command} id/gap -- so -->`
      expect(suppressions(`a\n\n${text}\n\nb\n`)).toEqual([['unknown', 'id/gap', 'so', text]])
    },
  )

  it.each([
    ['`<!-- specmark-disable -->`'],
    ['```\n<!-- specmark-disable -->\n```'],
    ['<!-- see specmark-disable -->'],
    ['specmark-disable'],
  ])('are not %j', (text) => {
    expect(suppressions(text)).toEqual([])
  })
})

describe('tables', () => {
  it('have a header, rows and cells with their text and place', () => {
    const spec = readSpec('# T\n\n## Risks\n\n| A | *B* |\n|--|--|\n| a \\| b | `c` |\n| only |\n')
    const table = only(spec.tables)
    expect(table.section?.title).toBe('Risks')
    expect(table.header.map(({ text }) => text)).toEqual(['A', 'B'])
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['a | b', 'c'], ['only']])
    expect(table.rows.map(({ span }) => at(spec, span))).toEqual(['| a \\| b | `c` |', '| only |'])
    expect(
      at(
        spec,
        table.rows[0]?.cells[1]?.passage.spans[0] ? table.rows[0].cells[1].span : { start: 0, end: 0 },
      ),
    ).toContain('`c`')
  })
})

describe('a merge conflict', () => {
  it('is found at its first mark', () => {
    const spec = readSpec('# T\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n')
    expect(spec.conflict && at(spec, spec.conflict)).toBe('<<<<<<< HEAD')
  })

  it.each([
    ['a heading underlined with seven marks', 'Title\n=======\n'],
    ['an opening without an end', '<<<<<<< HEAD\na\n'],
    ['code', '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n```\n'],
    ['more marks', '<<<<<<<<< HEAD\na\n>>>>>>>>> theirs\n'],
  ])('is not %s', (_, text) => {
    expect(readSpec(text).conflict).toBeUndefined()
  })
})
