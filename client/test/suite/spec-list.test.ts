import { strict as assert } from 'node:assert'
import { createSpecList } from '../../src/common/specs/spec-list'

const listing = (name: string, questions: number) => ({
  uri: `file:///${name}.md`,
  title: name,
  id: null,
  status: 'Draft',
  statusRank: 0,
  progress: { done: 0, total: 0 },
  words: null,
  details: [],
  findings: null,
  questions,
})

const change = (...changed: ReturnType<typeof listing>[]) => ({
  whole: false,
  reading: false,
  total: 2,
  withErrors: 0,
  changed,
  removed: [],
  inside: [],
})

describe('the rows that are shown again', () => {
  function shownAgain(...changed: ReturnType<typeof listing>[]): readonly string[] | undefined {
    const specs = createSpecList(() => '.')
    specs.apply({ ...change(listing('asking', 1), listing('plain', 0)), whole: true })
    const shown: (readonly string[] | undefined)[] = []
    specs.onDidChange((rows) => shown.push(rows?.map((row) => (row.kind === 'spec' ? row.uri : row.kind))))
    specs.apply(change(...changed))
    assert.equal(shown.length, 1)
    return shown[0]
  }

  it('leave the open questions out where they are the same', () => {
    assert.deepEqual(shownAgain(listing('plain', 0)), ['file:///plain.md'])
  })

  it('hold the open questions where their count or a spec that asks has changed', () => {
    assert.deepEqual(shownAgain(listing('plain', 2)), ['questions', 'file:///plain.md'])
    assert.deepEqual(shownAgain(listing('asking', 1)), ['questions', 'file:///asking.md'])
  })
})
