import { describe, expect, test } from 'vitest'
import { findingsIn, specWith, spokenOf } from './support/judge'

const risks = (...rows: string[]) =>
  specWith(`## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
${rows.map((row) => `${row}\n`).join('')}`)

describe('table/unknown-value', () => {
  test('a cell that holds none of the values of its column', () => {
    const text = risks('| Loss | Terrible | Low | A copy |', '| Fire | High | Hgh | A detector |')
    const found = findingsIn(text).filter(({ rule }) => rule === 'table/unknown-value')
    expect(found.map(({ message, fixes }) => [message, fixes?.map(({ title }) => title)])).toEqual([
      [
        '“Terrible” is no value of “Impact”: write High, Med or Low',
        ['Change “Terrible” to High', 'Change “Terrible” to Med', 'Change “Terrible” to Low'],
      ],
      ['“Hgh” is no value of “Probability”: write High, Med or Low', ['Change “Hgh” to High']],
    ])
  })

  test.each([
    'Medium',
    'HIGH',
    '**Low**',
    '🔴 High',
    'High (twice a year)',
    'Very low',
    'Low–Medium',
    'Critical',
    'N/A',
    'TBD',
    'Hoch',
    'média',
    '高',
  ])('“%s” is one, or left open', (value) => {
    expect(spokenOf('table/unknown-value', risks(`| Loss | ${value} | Low | A copy |`))).toEqual([])
  })

  test('a column that is told in words throughout is no scale; one value in it makes it one', () => {
    const told = [
      '| Loss | Figures must be typed again | Low | A copy |',
      '| Fire | The office is closed for weeks | Low | A detector |',
    ]
    expect(spokenOf('table/unknown-value', risks(...told))).toEqual([])
    expect(spokenOf('table/unknown-value', risks(...told, '| Theft | High | Low | A lock |'))).toEqual([
      'Figures must be typed again',
      'The office is closed for weeks',
    ])
  })
})

describe('table/empty-cell', () => {
  test('a risk without a mitigation; a row that nobody has begun, and “N/A”, are left alone', () => {
    const text = risks('| Loss | High | Low | |', '| | | | |', '| Fire | High | Low | N/A, insured |')
    expect(
      findingsIn(text)
        .filter(({ rule }) => rule === 'table/empty-cell')
        .map(({ message }) => message),
    ).toEqual(['“Loss” has no mitigation: give one, or “N/A” and the reason'])
  })
})

describe('table/ragged-row', () => {
  const table = (row: string) =>
    `# Ledger\n\n- **REQ-001**: The system must export.\n- **REQ-002**: It must sign.\n\n| Form | Size |\n|------|------|\n${row}\n`
  const messages = (row: string) =>
    findingsIn(table(row))
      .filter(({ rule }) => rule === 'table/ragged-row')
      .map(({ message }) => message)

  test('a row with too few or too many cells is told how many, and what to do', () => {
    expect(messages('| CSV |')).toEqual(['This row has 1 cell, its header 2: fill it up'])
    expect(messages('| CSV | `a|b` |')).toEqual([
      'This row has 3 cells, its header 2: what is too much is not shown; write “\\|” for a bar within a cell',
    ])
    expect(messages('| CSV | `a\\|b` |')).toEqual([])
  })

  test('a line of text right below the table is told to keep its distance', () => {
    expect(messages('| CSV | 2 KB |\nAll sizes are estimates.')).toEqual([
      'This line is a row of the table above: put a blank line before it',
    ])
  })
})
