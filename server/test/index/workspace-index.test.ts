import { describe, expect, it } from 'vitest'
import {
  type FileSymbols,
  type ItemSymbol,
  noSymbols,
  type ReferenceSymbol,
} from '../../src/core/index/workspace/file-symbols'
import { createWorkspaceIndex } from '../../src/core/index/workspace/workspace-index'

const place = { start: 0, end: 7 }

function item(key: string): ItemSymbol {
  const rest = { text: '', checked: undefined, retired: false, section: undefined, from: 0, to: 7 }
  return { id: key, key, family: 'REQ ', role: 'requirement', ...place, ...rest }
}

function reference(key: string, qualifier?: string): ReferenceSymbol {
  const rest = { stem: undefined, implied: false, elsewhere: false, by: undefined, byRole: undefined }
  return { id: key, key, family: 'REQ ', qualifier, ...place, ...rest }
}

function file(name: string, symbols: Partial<FileSymbols>): FileSymbols {
  return { ...noSymbols(`file:///w/${name}`, 'loose'), ...symbols }
}

function indexOf(...files: readonly FileSymbols[]) {
  const index = createWorkspaceIndex()
  for (const one of files) index.set(one.uri, one)
  return index
}

const id = (text: string) => ({ text, ...place })
const GROUP = { group: 'import' }

/** A specification of two files, and another that names an item of the one with the document ID of the other. */
function grouped() {
  const plan = id('SPEC-2026-01-15-007')
  return {
    requirements: file('a/requirements.md', { ...GROUP, items: [item('REQ-1')] }),
    plan: file('a/plan.md', { ...GROUP, documentId: plan }),
    other: file('b/other.md', { references: [reference('REQ-1', plan.text)], documentMentions: [plan] }),
  }
}

describe('who names an item', () => {
  const asked = file('a/asked.md', { items: [item('REQ-1')], documentId: id('SPEC-2026-01-15-001') })

  it('is its own specification, and who names it with its document ID, in any case', () => {
    const own = file('a/asked.md', { ...asked, references: [reference('REQ-1')] })
    const other = file('b/other.md', {
      items: [item('REQ-1')],
      references: [reference('REQ-1'), reference('REQ-1', 'spec-2026-01-15-001')],
      documentMentions: [id('spec-2026-01-15-001')],
    })
    const found = indexOf(own, other).referencesTo({ file: own, item: item('REQ-1') })
    expect(found.map(({ file, reference }) => [file.uri, reference.qualifier])).toEqual([
      [own.uri, undefined],
      [other.uri, 'spec-2026-01-15-001'],
    ])
  })

  it('is nobody whose own item answers', () => {
    const beside = file('a/beside.md', {
      items: [item('REQ-1')],
      references: [reference('REQ-1')],
      documentMentions: [id('SPEC-2026-01-15-001')],
    })
    expect(indexOf(asked, beside).referencesTo({ file: asked, item: item('REQ-1') })).toEqual([])
  })

  it('is who names it with the document ID of another file of its specification', () => {
    const { requirements, plan, other } = grouped()
    const index = indexOf(requirements, plan, other)
    expect(index.referencesTo({ file: requirements, item: item('REQ-1') })).toHaveLength(1)
  })
})

describe('who is judged anew', () => {
  it('is who named an item that is gone with the document ID of another file of its specification', () => {
    const { requirements, plan, other } = grouped()
    const index = indexOf(requirements, plan, other)
    const without = index.set(requirements.uri, { ...requirements, items: [] })
    expect([...index.reachedBy(requirements.uri, without)]).toContain(other.uri)
    const gone = index.set(requirements.uri, undefined)
    expect([...index.reachedBy(requirements.uri, gone)]).toContain(plan.uri)
  })

  it('is no one of a thousand who have an item of that name themselves', () => {
    const asked = file('a/asked.md', { items: [item('REQ-1')] })
    const others = Array.from({ length: 1000 }, (_, at) =>
      file(`a/${at}.md`, { items: [item('REQ-1')], references: [reference('REQ-1')] }),
    )
    const index = indexOf(asked, ...others)
    const diff = index.set(asked.uri, { ...asked, items: [] })
    expect([...index.reachedBy(asked.uri, diff)]).toEqual([])
  })
})
