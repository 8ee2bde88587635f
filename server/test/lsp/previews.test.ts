import { describe, expect, it } from 'vitest'
import type { PreviewFactsParams, PreviewMark } from '../../src/lsp/protocol'
import { METHODS } from '../../src/lsp/protocol'
import { behind, README, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, type TestClient } from './support/test-client'

const OTHER_URI = `${FOLDER}/specs/deep/harbour.md`
const OTHER = `# Specification: Harbour

**ID**: SPEC-2026-01-16-002
**Status**: Draft

- **[REQ-007]** Lights MUST follow SPEC-2026-01-15-001#REQ-002, not SPEC-2026-01-15-001#REQ-099.
- [ ] **AC-1**: Given night, when a ship comes, then lights are on (REQ-007)
`

/** A client that renders documents, and what it was told of them. */
async function rendering(files: Map<string, string>, ...uris: readonly string[]) {
  const client = await initialized({ files })
  const told: PreviewFactsParams[] = []
  const waiting = new Set<() => void>()
  client.connection.onNotification(METHODS.previewFacts, (params: PreviewFactsParams) => {
    told.push(params)
    for (const look of [...waiting]) look()
  })
  const until = (count: number) =>
    new Promise<PreviewFactsParams>((resolve) => {
      const look = () => {
        const params = told[count - 1]
        if (params === undefined) return
        waiting.delete(look)
        resolve(params)
      }
      waiting.add(look)
      look()
    })
  const render = (...now: readonly string[]) =>
    client.connection.sendNotification(METHODS.previewed, { uris: now })
  if (uris.length > 0) await render(...uris)
  return { client, told, until, render }
}

const answered = (client: TestClient) => client.pull(SPEC_URI)

const mark = (marks: readonly PreviewMark[] | undefined, kind: PreviewMark['kind'], text: string) =>
  marks?.find((one) => one.kind === kind && one.text === text)

describe('what is told of a rendered document', () => {
  it('is progress by heading, definitions with what answers them, links between IDs, and boxes', async () => {
    const { client, until, render } = await rendering(new Map())
    await client.open(SPEC_URI, SPEC)
    await render(SPEC_URI)
    const { uri, facts } = await until(1)
    expect(uri).toBe(SPEC_URI)
    expect(facts?.headings).toContainEqual({ line: 17, done: 1, total: 3 })
    expect(facts?.headings[0]).toEqual({ line: 0, done: 2, total: 6 })
    expect(mark(facts?.marks, 'definition', 'REQ-001')).toEqual({
      line: 14,
      text: 'REQ-001',
      kind: 'definition',
      anchor: 'specmark-REQ-1',
      href: null,
      title: null,
      labels: ['1 criterion', '1 test'],
    })
    expect(mark(facts?.marks, 'definition', 'REQ-002')?.labels).toEqual(['1 criterion', '1 open'])
    expect(mark(facts?.marks, 'reference', 'REQ-001')).toMatchObject({
      line: 18,
      href: '#specmark-REQ-1',
      title: 'REQ-001: The lantern MUST dim to ten percent within two seconds',
    })
    expect(mark(facts?.marks, 'done', '[x]')?.line).toBe(18)
    expect(mark(facts?.marks, 'open', '[ ]')?.line).toBe(19)
    expect(facts?.marks.map(({ line }) => line)).toEqual(
      [...(facts?.marks ?? [])].map(({ line }) => line).sort((a, b) => a - b),
    )
  })

  it('leads to other files, which need not be open, and marks what is defined nowhere', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [OTHER_URI, OTHER],
    ])
    const { until } = await rendering(files, OTHER_URI)
    const { facts } = await until(1)
    expect(mark(facts?.marks, 'reference', 'REQ-002')).toMatchObject({
      href: '../lantern.md#L16',
      title: 'REQ-002: The lantern SHOULD remember its last brightness (Specification: Lantern dimming)',
    })
    const dead = facts?.marks.filter(({ kind }) => kind === 'dead')
    expect(dead).toHaveLength(1)
    expect(dead?.[0]?.text).toContain('REQ-099')
    expect(dead?.[0]?.title).toContain('REQ-099')
  })

  it('marks placeholders that are left', async () => {
    const text = SPEC.replace('Lanterns are too bright for sleeping guests.', '[Relevant context or history]')
    const { client, until, render } = await rendering(new Map())
    await client.open(SPEC_URI, text)
    await render(SPEC_URI)
    const { facts } = await until(1)
    const left = facts?.marks
      .filter(({ kind }) => kind === 'placeholder')
      .map(({ line, text }) => [line, text])
    expect(left).toEqual([[9, '[Relevant context or history]']])
  })

  it('is told again when it is something else, and only then', async () => {
    const { client, told, until, render } = await rendering(new Map())
    await client.open(SPEC_URI, SPEC)
    await render(SPEC_URI)
    await until(1)
    await client.change(SPEC_URI, behind(SPEC, 'sleeping guests'), ' and birds')
    await answered(client)
    await client.change(SPEC_URI, behind(SPEC, '# Specification: Lantern dimming'), '\n')
    const { facts } = await until(2)
    expect(facts?.headings[1]?.line).toBe(12)
    expect(told).toHaveLength(2)
  })

  it('is nothing for what is no specification, and is told no more of what is not rendered', async () => {
    const { client, told, until, render } = await rendering(new Map())
    await client.open(`${FOLDER}/README.md`, README)
    await client.open(SPEC_URI, SPEC)
    await render(`${FOLDER}/README.md`)
    expect(await until(1)).toEqual({ uri: `${FOLDER}/README.md`, facts: null })
    await render()
    await client.change(SPEC_URI, behind(SPEC, '# Specification: Lantern dimming'), '\n')
    await answered(client)
    await render(SPEC_URI)
    expect((await until(2)).uri).toBe(SPEC_URI)
    expect(told).toHaveLength(2)
  })
})
