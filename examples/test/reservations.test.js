// Tests of SPEC-2026-02-16-001, reservation queue.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copyReturned, releaseUnfetched, reserve } from '../src/reservations.js'

/** @param {string[]} readers */
const queueOf = (...readers) => readers.map((reader) => ({ reader, made: '2026-03-01' }))

test('TEST-001: a returned copy is set aside for the first reader (REQ-001, REQ-002)', () => {
  const queue = copyReturned(queueOf('ada', 'ben', 'cleo'), '2026-03-02')
  assert.deepEqual(
    queue.map(({ reader, asideSince }) => [reader, asideSince]),
    [
      ['ada', '2026-03-02'],
      ['ben', undefined],
      ['cleo', undefined],
    ],
  )
})

test('TEST-002: a copy that nobody fetched goes to the next reader after seven days (REQ-003)', () => {
  const queue = copyReturned(queueOf('ada', 'ben'), '2026-03-02')
  assert.deepEqual(releaseUnfetched(queue, '2026-03-08'), queue)
  assert.deepEqual(releaseUnfetched(queue, '2026-03-09'), [
    { reader: 'ben', made: '2026-03-01', asideSince: '2026-03-09' },
  ])
})

test('TEST-003: a second reservation by the same reader adds none (REQ-004)', () => {
  const queue = queueOf('ada')
  assert.equal(reserve(queue, 'ada', '2026-03-02'), queue)
  assert.equal(reserve(queue, 'ben', '2026-03-02').length, 2)
})
