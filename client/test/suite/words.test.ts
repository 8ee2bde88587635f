import { strict as assert } from 'node:assert'
import { explanation, inert } from '../../src/common/words'

describe('text of a document', () => {
  /** What VS Code makes a link of in notifications and language status. */
  const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i

  const status = {
    uri: 'file:///a.md',
    version: 1,
    kind: 'spec',
    template: 'own](command:a.b)',
    reason: 'its document ID SPEC-2026-01-01-`[Fix](command:workbench.action.quit)` has the pattern',
    status: '“[Done](file:///etc/passwd)” is not known: judged as a draft.',
    config: null,
    leftOut: null,
    progress: null,
  } as const

  it('is no link in an explanation, and reads as before', () => {
    const text = explanation(status)
    assert.match(status.reason, link)
    assert.doesNotMatch(text, link)
    assert.ok(text.replaceAll('\u2060', '').includes(status.reason))
  })

  it('is no icon', () => {
    assert.equal(inert('Tick $(sync~spin) (a)'), 'Tick $\u2060(sync~spin) (a)')
  })
})
