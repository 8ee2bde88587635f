// Tests of SPEC-2026-01-12-001, loan renewal.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOffered, renew } from '../src/renewal.js'

const loan = { title: 'The Waves', reader: 'ada', due: '2026-03-14', renewals: 0 }

test('TEST-001: a loan that nobody waits for is due 14 days later (REQ-001)', () => {
  assert.deepEqual(renew(loan, []), { loan: { ...loan, due: '2026-03-28', renewals: 1 } })
})

test('AC-5: 14 days from 29 February are 14 March (REQ-001)', () => {
  assert.equal(renew({ ...loan, due: '2028-02-29' }, []).loan.due, '2028-03-14')
})

test('TEST-002: a title that another reader has reserved is not renewed (REQ-002)', () => {
  assert.deepEqual(renew(loan, [{ title: 'The Waves', reader: 'ben' }]), { loan, refused: 'reserved' })
  assert.equal(renew(loan, [{ title: 'The Waves', reader: 'ada' }]).refused, undefined)
})

test('TEST-003: a third renewal is refused (REQ-003)', () => {
  const twice = { ...loan, renewals: 2 }
  assert.deepEqual(renew(twice, []), { loan: twice, refused: 'limit' })
})

test('TEST-004: a renewal is offered from three days before the due date (REQ-005)', () => {
  const offered = ['2026-03-12', '2026-03-11', '2026-03-10'].map((today) => isOffered(loan, today))
  assert.deepEqual(offered, [true, true, false])
})
