import { strict as assert } from 'node:assert'
import { createRestartPolicy } from '../../src/common/restart-policy'

const MINUTE = 60_000

describe('a server that crashes', () => {
  it('is started again four times within three minutes, and not a fifth time', () => {
    let now = 0
    const policy = createRestartPolicy(() => now)
    const again = [0, 30, 60, 90, 120].map((seconds) => {
      now = seconds * 1_000
      return policy.crashed()
    })
    assert.deepEqual(again, [true, true, true, true, false])
    assert.equal(policy.reason, 'The server crashed 5 times within 3 minutes.')
  })

  it('is started again for ever when it crashes rarely', () => {
    let now = 0
    const policy = createRestartPolicy(() => now)
    for (let crash = 0; crash < 20; crash += 1) {
      now += MINUTE
      assert.equal(policy.crashed(), true)
    }
  })

  it('has all its chances again after a person has restarted it', () => {
    const policy = createRestartPolicy(() => 0)
    for (let crash = 0; crash < 5; crash += 1) policy.crashed()
    policy.reset()
    assert.equal(policy.crashed(), true)
  })
})
