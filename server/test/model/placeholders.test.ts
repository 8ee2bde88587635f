import { describe, expect, it } from 'vitest'
import { at, readSpec, template } from './support/read-spec'

const left = (text: string) => {
  const spec = readSpec(text)
  return spec.placeholders.map(({ span }) => at(spec, span))
}

describe('placeholders', () => {
  it('are the texts of the template in brackets, wherever they are left', () => {
    expect(
      left(
        '# Specification: [Feature/Task Name]\n\nBefore [context] after [action].\n\n| [Date] |\n|--|\n| [Area] |\n',
      ),
    ).toEqual(['[Feature/Task Name]', '[context]', '[action]', '[Date]', '[Area]'])
  })

  it('without brackets count as the whole text of an item or cell', () => {
    expect(
      left(
        '- [ ] Primary goal 1\n- Primary goal 1 is to sell\n\nPrimary goal 1\n\n| a |\n|--|\n| Option A |\n| Option A is best |\n',
      ),
    ).toEqual(['Primary goal 1', 'Option A'])
  })

  it('may begin before their bracket', () => {
    expect(left('**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]')).toEqual(['SPEC-[YYYY-MM-DD]-[NUMBER]'])
  })

  it.each(['Draft | Review | Approved | Implemented', 'Draft | Review', 'Review \\| Approved'])(
    'are the values of the status while it lists several: %s',
    (list) => {
      const text = `# T\n\n**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]\n**Status**: ${list}\n**Created**: [Date]\n`
      expect(left(text)).toEqual(['SPEC-[YYYY-MM-DD]-[NUMBER]', list, '[Date]'])
      expect(readSpec(text).status).toMatchObject({ placeholder: true, value: undefined })
    },
  )

  it('are not a status with a note', () => {
    expect(left('# T\n\n**Status**: Draft | 2026-01-15\n')).toEqual([])
    expect(readSpec('# T\n\n**Status**: Draft | 2026-01-15\n').status.value).toBe('Draft')
  })

  it.each([
    ['another label', '[Git Flow] and [x]'],
    ['a link', '[context](context.md)'],
    ['a text that a definition makes a link', '[context]\n\n[context]: context.md'],
    ['code', '`[context]`'],
    ['another case', '[Context]'],
    ['escaped brackets', '\\[context\\]'],
  ])('are not %s', (_, text) => {
    expect(left(text)).toEqual([])
  })

  it('are all found in a new document', () => {
    const found = new Set(left(template.body))
    const missing = template.placeholders.filter(({ text }) => !found.has(text))
    expect(missing).toEqual([])
  })
})
