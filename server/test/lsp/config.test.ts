import { describe, expect, it } from 'vitest'
import { FileChangeType } from 'vscode-languageserver/node'
import { printBaseline } from '../../src/core/config/baseline-file'
import { fingerprintOf } from '../../src/core/rules/fingerprint'
import { type Analysis, createSpecService, type SpecHost, type SpecService } from '../../src/core/service'
import { README, rulesOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

const CONFIG_URI = `${FOLDER}/specmark.json`

function changed(client: TestClient, uri: string): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: FileChangeType.Changed }],
  })
}

function published(client: TestClient, uri: string) {
  return client.inbox.published.filter((params) => params.uri === uri).at(-1)
}

describe('specmark.json', () => {
  it('is watched wherever it stands in the workspace', async () => {
    const client = await initialized()
    const watched = await client.inbox.until(() =>
      client.inbox.registered
        .flatMap(({ registrations }) => registrations)
        .find(({ method }) => method === 'workspace/didChangeWatchedFiles'),
    )
    expect(watched.registerOptions).toEqual({
      watchers: [
        { globPattern: '**/specmark.json' },
        { globPattern: '**/specmark-baseline.json' },
        { globPattern: '**/{*.md,*.markdown,*.mdown,*.mkd,*.mkdn,.gitignore}' },
      ],
    })
  })

  it('that changes is followed at once: open documents are judged anew and asked for again', async () => {
    const files = new Map<string, string>()
    const client = await initialized({ files })
    const uri = `${FOLDER}/notes/plan.md`
    await client.open(uri, README)
    const before = await client.pull(uri)
    expect(rulesOf(before)).toEqual([])

    files.set(CONFIG_URI, '{ "specs": { "notes/*.md": "spec" } }')
    await changed(client, CONFIG_URI)
    await client.inbox.until(() =>
      client.inbox.refreshed.find((method) => method === 'workspace/diagnostic/refresh'),
    )
    expect(rulesOf(await client.pull(uri, before.resultId))).toContain('structure/missing-section')
    const status = await client.inbox.until(() => client.inbox.statuses.find(({ kind }) => kind === 'spec'))
    expect(status).toMatchObject({ uri, config: CONFIG_URI })
  })

  it('shows its own mistakes at their place until they are mended', async () => {
    const files = new Map([[CONFIG_URI, '{\n  "specs": 7\n}']])
    const client = await initialized({ files })
    await client.open(SPEC_URI, SPEC)
    const { diagnostics } = await client.inbox.until(() => published(client, CONFIG_URI))
    expect(diagnostics).toMatchObject([{ source: 'specmark', severity: 1, range: { start: { line: 1 } } }])

    files.set(CONFIG_URI, '{}')
    await changed(client, CONFIG_URI)
    const mended = await client.inbox.until(() => {
      const last = published(client, CONFIG_URI)
      return last?.diagnostics.length === 0 ? last : undefined
    })
    expect(mended.uri).toBe(CONFIG_URI)
  })

  it('shows and mends its mistakes while no document is open', async () => {
    const files = new Map([[CONFIG_URI, '{ "specs": 7 }']])
    const client = await initialized({ files })
    await client.open(SPEC_URI, SPEC)
    await client.inbox.until(() => published(client, CONFIG_URI))
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } })

    files.set(CONFIG_URI, '{}')
    await changed(client, CONFIG_URI)
    await client.inbox.until(() => published(client, CONFIG_URI)?.diagnostics.length === 0 || undefined)
    files.set(CONFIG_URI, '{ "root": 1 }')
    await changed(client, CONFIG_URI)
    const again = await client.inbox.until(() => {
      const last = published(client, CONFIG_URI)
      return last?.diagnostics.length === 1 ? last : undefined
    })
    expect(again.diagnostics[0]?.message).toBe('"root" must be true or false.')
  })

  it('has its templates watched too', async () => {
    const template = `${FOLDER}/templates/mine.md`
    const files = new Map([
      [CONFIG_URI, '{ "templates": ["templates/mine.md"] }'],
      [template, '---\nspecmark:\n  name: mine\n---\n# Mine: [Name]\n\n## Purpose\n[Why]\n'],
    ])
    const client = await initialized({ files })
    await client.open(SPEC_URI, SPEC)
    const patterns = await client.inbox.until(() => {
      const all = client.inbox.registered.map(({ registrations }) => registrations[0]?.registerOptions)
      return all.find((options) => options?.watchers?.length === 4)?.watchers
    })
    expect(patterns[3]).toEqual({ globPattern: { baseUri: `${FOLDER}/templates`, pattern: 'mine.md' } })
  })
})

/** A service that notes its analyses. */
function noting(host: SpecHost, analyses: Analysis[]): SpecService {
  const service = createSpecService(host)
  return {
    ...service,
    async analyse(document) {
      const analysis = await service.analyse(document)
      analyses.push(analysis)
      return analysis
    },
  }
}

describe('a key of specmark.json that changes is followed at once', () => {
  const DOUBLE = SPEC.replace('REQ-002', 'REQ-001')
  const STORIES =
    '# Notes\n\n- **US-001**: Members borrow.\n- **US-002**: Members return.\n- **US-002**: Members pay.\n'
  const duplicate = 'id/duplicate'

  it.each<[key: string, config: object, text: string, rule: string, change: 'comes' | 'goes']>([
    ['ignore', { ignore: ['specs/**'] }, DOUBLE, duplicate, 'goes'],
    ['rules', { rules: { 'id/*': 'off' } }, DOUBLE, duplicate, 'goes'],
    [
      'overrides',
      { overrides: [{ files: ['specs/*.md'], rules: { [duplicate]: 'off' } }] },
      DOUBLE,
      duplicate,
      'goes',
    ],
    [
      'words',
      { words: { vague: { add: ['dim'] } } },
      SPEC.replace(' to ten percent within two seconds', ''),
      'requirement/vague-word',
      'comes',
    ],
    [
      'status',
      { status: { synonyms: { Draft: ['Parked'] } } },
      SPEC.replace('Draft', 'Parked'),
      'metadata/unknown-status',
      'goes',
    ],
    ['kinds', { kinds: { US: 'requirement' } }, STORIES, duplicate, 'comes'],
    [
      'trace',
      { trace: { required: ['test'] } },
      SPEC.replaceAll(' (REQ-001)', '').replaceAll(' (REQ-002)', ''),
      'trace/no-test',
      'comes',
    ],
    [
      'groups',
      { groups: [['what.md', 'lantern.md']] },
      `${SPEC}\nAs REQ-009 says.\n`,
      'reference/unknown',
      'goes',
    ],
  ])('%s', async (_, config, text, rule, change) => {
    const files = new Map([
      [`${FOLDER}/specs/what.md`, '# What\n\n- **REQ-008**: A MUST b.\n- **REQ-009**: B MUST c.\n'],
    ])
    const client = await initialized({ files })
    await client.open(SPEC_URI, text)
    const before = await client.pull(SPEC_URI)
    expect(rulesOf(before).includes(rule)).toBe(change === 'goes')

    files.set(CONFIG_URI, JSON.stringify(config))
    await changed(client, CONFIG_URI)
    await client.inbox.until(() =>
      client.inbox.refreshed.find((method) => method === 'workspace/diagnostic/refresh'),
    )
    expect(rulesOf(await client.pull(SPEC_URI, before.resultId)).includes(rule)).toBe(change === 'comes')
    expect(published(client, CONFIG_URI)).toBeUndefined()

    files.set(CONFIG_URI, '{}')
    await changed(client, CONFIG_URI)
    expect(rulesOf(await client.pull(SPEC_URI))).toEqual(rulesOf(before))
  })
})

describe('specmark-baseline.json', () => {
  const uri = `${FOLDER}/specmark-baseline.json`
  const DOUBLE = SPEC.replace('REQ-002', 'REQ-001')

  it('that changes is followed at once: what it has is not reported', async () => {
    const files = new Map([[CONFIG_URI, '{}']])
    const analyses: Analysis[] = []
    const client = await initialized({ files, createService: (host) => noting(host, analyses) })
    await client.open(SPEC_URI, DOUBLE)
    const before = await client.pull(SPEC_URI)
    expect(rulesOf(before)).toContain('id/duplicate')

    const [{ spec, findings }] = analyses as [Analysis]
    const entries = findings.map((finding) => ({ ...finding, fingerprint: fingerprintOf(spec, finding) }))
    files.set(uri, printBaseline([['specs/lantern.md', entries]]))
    await changed(client, uri)
    await client.inbox.until(() => client.inbox.refreshed[0])
    expect(rulesOf(await client.pull(SPEC_URI, before.resultId))).toEqual([])
  })

  it('shows its own mistakes at their place until they are mended', async () => {
    const files = new Map([
      [CONFIG_URI, '{}'],
      [uri, '{\n  "version": 3\n}'],
    ])
    const client = await initialized({ files })
    await client.open(SPEC_URI, SPEC)
    const { diagnostics } = await client.inbox.until(() => published(client, uri))
    expect(diagnostics).toMatchObject([{ source: 'specmark', severity: 1, range: { start: { line: 1 } } }])
    files.delete(uri)
    await changed(client, uri)
    await client.inbox.until(() => published(client, uri)?.diagnostics.length === 0 || undefined)
  })
})

describe('a template of the workspace', () => {
  const template = `${FOLDER}/templates/mine.md`
  const config = '{ "templates": ["templates/mine.md"], "specs": { "notes/*.md": "mine" } }'
  const mine = (section: string) =>
    `---\nspecmark:\n  name: mine\n  sections:\n    ${section}: { required: true }\n---\n# Mine: [Name]\n\n## ${section}\n[Text]\n`

  it('that changes changes what is asked of documents', async () => {
    const files = new Map([
      [CONFIG_URI, config],
      [template, mine('Purpose')],
    ])
    const client = await initialized({ files })
    const uri = `${FOLDER}/notes/plan.md`
    await client.open(uri, '# Mine: Plan\n\n## Purpose\nTo win.\n')
    expect(rulesOf(await client.pull(uri))).not.toContain('structure/missing-section')

    files.set(template, mine('Reason'))
    await changed(client, template)
    await client.inbox.until(() => client.inbox.refreshed[0])
    expect(rulesOf(await client.pull(uri))).toContain('structure/missing-section')
  })

  it('is read again when it is saved, by a client that watches no files', async () => {
    const files = new Map([
      [CONFIG_URI, config],
      [template, mine('Purpose')],
    ])
    const client = await initialized({
      files,
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, didChangeWatchedFiles: {} } },
    })
    const uri = `${FOLDER}/notes/plan.md`
    await client.open(uri, '# Mine: Plan\n\n## Purpose\nTo win.\n')
    await client.inbox.until(() => client.inbox.statuses.find((status) => status.uri === uri))
    await client.open(template, mine('Reason'))
    files.set(template, mine('Reason'))
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: template } })
    expect(rulesOf(await client.pull(uri))).toContain('structure/missing-section')
  })
})
