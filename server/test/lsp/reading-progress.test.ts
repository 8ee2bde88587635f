import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type ClientCapabilities,
  type ProgressToken,
  ProgressType,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node'
import { connect, FOLDER, hostOf, MODERN, type TestClient } from './support/test-client'

type Shown = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd

const SPEC = '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n'
const uris = Array.from({ length: 40 }, (_, at) => `${FOLDER}/specs/${String(at).padStart(2, '0')}.md`)
const filesOf = (text: string) => new Map(uris.map((uri) => [uri, text]))

/** What a client shows, and hears of it. */
interface Screen {
  readonly client: TestClient
  readonly shown: readonly Shown[]
  /** Settles with the token of the next progress that is reported. */
  reported(): Promise<ProgressToken>
  /** Settles when the next progress ends. */
  ended(): Promise<void>
}

/**
 * A client whose server reads a disk on which each file takes some milliseconds, by a clock that stands still otherwise.
 *
 * @param hold what reading a file waits for, besides
 */
async function onDisk(
  files: Map<string, string>,
  milliseconds: number,
  hold: (uri: string) => Promise<void> = async () => undefined,
  capabilities: ClientCapabilities = { ...MODERN, window: { ...MODERN.window, workDoneProgress: true } },
): Promise<Screen> {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const disk = hostOf({ files })
  const readFile = async (uri: string) => {
    if (files.has(uri)) {
      vi.advanceTimersByTime(milliseconds)
      await hold(uri)
    }
    return disk.readFile(uri)
  }
  const client = connect({ host: { ...disk, readFile }, capabilities })
  const shown: Shown[] = []
  const waiting = { report: new Set<(token: ProgressToken) => void>(), end: new Set<() => void>() }
  client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    client.connection.onProgress(new ProgressType<Shown>(), token, (value) => {
      shown.push(value)
      if (value.kind === 'report') for (const tell of waiting.report) tell(token)
      if (value.kind === 'end') for (const tell of waiting.end) tell()
    })
  })
  await client.initialize()
  const reported = () => new Promise<ProgressToken>((resolve) => void waiting.report.add(resolve))
  const ended = () => new Promise<void>((resolve) => void waiting.end.add(resolve))
  return { client, shown, reported, ended }
}

const start = ({ client }: Screen) => client.connection.sendNotification('initialized', {})
const isLogged = ({ client }: Screen, words: string) =>
  client.inbox.until(() => client.inbox.logged.find(({ message }) => message.includes(words)))
const tellChanged = ({ client }: Screen) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: uris.map((uri) => ({ uri, type: 2 })),
  })

describe('reading the workspace', () => {
  it('is shown once it takes more than half a second, and until it ends', async () => {
    const screen = await onDisk(filesOf(SPEC), 100)
    const ended = screen.ended()
    await start(screen)
    await ended
    const [first, second] = screen.shown
    expect(first).toMatchObject({
      kind: 'begin',
      title: 'Specmark: reading specifications',
      cancellable: true,
    })
    expect(second).toMatchObject({ kind: 'report', message: expect.stringMatching(/^\d+ of 40$/) })
    expect(screen.shown.at(-1)?.kind).toBe('end')
  })

  it('is not shown where it is quick, or to a client that shows none', async () => {
    const quick = await onDisk(filesOf(SPEC), 10)
    await start(quick)
    await isLogged(quick, 'read in')
    const silent = await onDisk(filesOf(SPEC), 100, undefined, MODERN)
    await start(silent)
    await isLogged(silent, 'read in')
    expect([...quick.shown, ...silent.shown]).toEqual([])
  })

  it('ends when a person cancels it, and the log says so', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const screen = await onDisk(filesOf(SPEC), 100, async (uri) => {
      if (uri > (uris[20] ?? '')) await held
    })
    const reported = screen.reported()
    await start(screen)
    const token = await reported
    await screen.client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token })
    // Answered behind the notification: it has come by then.
    await screen.client.connection.sendRequest('specmark/explain', {
      textDocument: { uri: 'file:///none.md' },
    })
    release()
    await isLogged(screen, 'was cancelled: what it defines is not known whole')
    const found = await screen.client.connection.sendRequest<unknown[]>('workspace/symbol', { query: '' })
    expect(found.length).toBeLessThan(uris.length)
  })
})

describe('a switch of branches', () => {
  it('is shown once it takes more than half a second', async () => {
    const files = filesOf(SPEC)
    const screen = await onDisk(files, 100)
    const readFirst = screen.ended()
    await start(screen)
    await readFirst
    const before = screen.shown.length
    for (const uri of uris) files.set(uri, SPEC.replace('One', 'Another'))
    const ended = screen.ended()
    await tellChanged(screen)
    await ended
    expect(screen.shown.slice(before).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['begin', 'report', 'end']),
    )
    const found = await screen.client.connection.sendRequest<unknown[]>('workspace/symbol', {
      query: 'another',
    })
    expect(found).toHaveLength(uris.length)
  })
})
