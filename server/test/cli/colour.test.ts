import { describe, expect, test } from 'vitest'
import { takesColour } from '../../src/node/colour'

const pipe = { isTTY: false, hasColors: () => false }
const terminal = { isTTY: true, hasColors: () => true }
const plainTerminal = { isTTY: true, hasColors: () => false }

describe('colours', () => {
  test('are for terminals that have some', () => {
    expect([pipe, terminal, plainTerminal].map((stream) => takesColour(stream, {}))).toEqual([
      false,
      true,
      false,
    ])
  })

  test.each([
    ['', true],
    ['1', true],
    ['3', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('with FORCE_COLOR=%s are written everywhere: %s', (FORCE_COLOR, expected) => {
    for (const stream of [pipe, terminal]) expect(takesColour(stream, { FORCE_COLOR })).toBe(expected)
  })
})
