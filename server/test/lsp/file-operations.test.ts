import { describe, expect, it } from 'vitest'
import type { WorkspaceEdit } from 'vscode-languageserver/node'
import { rulesOf } from './support/documents'
import { FOLDER, initialized, type TestClient } from './support/test-client'

const uriOf = (name: string) => `${FOLDER}/${name}`
const ITEMS = '- **REQ-001**: One.\n- **REQ-002**: Two.\n'

const FILES = new Map([
  [uriOf('a.md'), `# A\n\nSee [b](./sub/b.md#one), [c](c.md) and [me](#a).\n\n${ITEMS}`],
  [uriOf('sub/b.md'), `# B\n\nSee [a](../a.md), [d](d.md).\n\n${ITEMS}`],
  [uriOf('sub/d.md'), `# D\n\n${ITEMS}`],
])

/** The texts that edits would put in, by file. */
async function moved(client: TestClient, from: string, to: string) {
  const edit = await client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files: [{ oldUri: uriOf(from), newUri: uriOf(to) }],
  })
  const changes = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change
      ? [[change.textDocument.uri, change.edits.map((one) => 'newText' in one && one.newText)]]
      : [],
  )
  return Object.fromEntries(changes.map(([uri, texts]) => [String(uri).slice(FOLDER.length + 1), texts]))
}

describe('moving a spec', () => {
  it('lets the links to it follow, and its own to what stays', async () => {
    const client = await initialized({ files: new Map(FILES) })
    expect(await moved(client, 'sub/b.md', 'other/deep/b.md')).toEqual({
      'a.md': ['./other/deep/b.md#one'],
      'sub/b.md': ['../../a.md', '../../sub/d.md'],
    })
  })

  it('lets definitions of links, and its images, follow', async () => {
    const files = new Map([
      [uriOf('a.md'), `# A\n\nSee [b].\n\n${ITEMS}\n[b]: sub/b.md "sub/b.md"\n`],
      [uriOf('sub/b.md'), `# B\n\n![lamp](lamp.png) of [![it](lamp.png)](../a.md)\n\n${ITEMS}`],
    ])
    expect(await moved(await initialized({ files }), 'sub/b.md', 'b.md')).toEqual({
      'a.md': ['b.md'],
      'sub/b.md': ['sub/lamp.png', 'sub/lamp.png', 'a.md'],
    })
  })

  it('with its folder keeps the links within it', async () => {
    const client = await initialized({ files: new Map(FILES) })
    expect(await moved(client, 'sub', 'parts')).toEqual({ 'a.md': ['./parts/b.md#one'] })
  })

  it('is left to an editor that updates links itself', async () => {
    const client = await initialized({
      files: new Map(FILES),
      options: { ownMarkdown: true },
      settings: ({ section }) =>
        section === 'markdown' ? { updateLinksOnFileMove: { enabled: 'prompt' } } : null,
    })
    expect(await moved(client, 'sub/b.md', 'b.md')).toEqual({})
  })
})

describe('broken links', () => {
  const rulesWith = async (enabled: boolean) => {
    const client = await initialized({
      files: new Map(FILES),
      options: { ownMarkdown: true },
      settings: ({ section }) => (section === 'markdown' ? { validate: { enabled } } : null),
    })
    await client.open(uriOf('a.md'), FILES.get(uriOf('a.md')) ?? '')
    await client.inbox.until(() => client.inbox.logged.find(({ message }) => message.includes('read in')))
    return rulesOf(await client.pull(uriOf('a.md')))
  }

  it('are told, unless the editor validates links itself', async () => {
    expect(await rulesWith(false)).toContain('reference/broken-link')
    expect(await rulesWith(true)).not.toContain('reference/broken-link')
  })
})
