import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type LogMessageParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { MODERN } from '../../lsp/support/test-client'

const PROGRAM = fileURLToPath(new URL('../../../dist/server.js', import.meta.url))

/** Whether the program is there; says so where it is not. */
export function isServerBuilt(): boolean {
  const isBuilt = existsSync(PROGRAM)
  if (!isBuilt) console.warn(`Skipped, as ${PROGRAM} is not built: npm run build`)
  return isBuilt
}

/** What the server tells of itself. */
export interface Inwards {
  /** What keeps its loop awake, by the names of `process.getActiveResourcesInfo()`. */
  readonly resources: readonly string[]
  /** Bytes that are reachable, after a collection. */
  readonly heap: number
  /** Timers and calls of a later turn that wait, those included that would not keep the process alive; -1 where nobody counts. */
  readonly timers: number
}

/** The server as a program, which has been initialized. */
export interface ServerProcess {
  readonly child: ChildProcess
  readonly connection: ProtocolConnection
  /** All that it has logged. */
  readonly logged: readonly string[]
  /** Settles with the first line of the log that has these words. */
  log(words: string): Promise<string>
  inwards(): Promise<Inwards>
  pull(uri: string): Promise<DocumentDiagnosticReport>
  open(uri: string, text: string): Promise<void>
}

/** On a signal, it tells on the third channel what keeps it awake, and what it holds. */
const TELLS = `
  import { writeSync } from 'node:fs'
  import { isMainThread } from 'node:worker_threads'
  if (isMainThread) process.on('SIGUSR2', () => {
    gc()
    const told = {
      resources: process.getActiveResourcesInfo(),
      heap: process.memoryUsage().heapUsed,
      timers: globalThis.timersThatWait?.size ?? -1,
    }
    writeSync(3, JSON.stringify(told) + '\\n')
  })
`

/** From the start, it counts its timers. */
const COUNTS = `
  import { createHook } from 'node:async_hooks'
  const waiting = globalThis.timersThatWait = new Set()
  createHook({
    init: (id, type) => void ((type === 'Timeout' || type === 'Immediate') && waiting.add(id)),
    destroy: (id) => void waiting.delete(id),
  }).enable()
`

const programOf = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`

export interface ServerProcessOptions {
  /** Absolute path of the folder that is open. */
  readonly folder: string
  /** Absolute path of the folder that it may keep things in. */
  readonly cache?: string
  /** Number of the user who runs it, if it is another one. */
  readonly user?: number | undefined
  /** Whether it counts its timers; that makes it slower. */
  readonly countsTimers?: boolean
}

/** Starts one that ends with the test. */
export async function startServerProcess({
  folder,
  cache,
  user,
  countsTimers = false,
}: ServerProcessOptions): Promise<ServerProcess> {
  const hooks = [TELLS, ...(countsTimers ? [COUNTS] : [])].flatMap((text) => ['--import', programOf(text)])
  const child = spawn(process.execPath, ['--expose-gc', ...hooks, PROGRAM, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout as Readable),
    new StreamMessageWriter(child.stdin as Writable),
  )
  onTestFinished(() => {
    connection.dispose()
    child.kill()
  })
  const told = createInterface({ input: child.stdio[3] as Readable })
  const log = listen(connection)
  const rootUri = String(pathToFileURL(folder))
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'work' }],
    capabilities: MODERN,
    initializationOptions: cache === undefined ? {} : { cacheFolder: String(pathToFileURL(cache)) },
  })
  await connection.sendNotification('initialized', {})
  return {
    child,
    connection,
    ...log,
    async inwards() {
      const line = once(told, 'line')
      child.kill('SIGUSR2')
      return JSON.parse(String((await line)[0]))
    },
    pull: (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
  }
}

/** Bytes that it has had in memory at most, its threads included; 0 where the system does not tell. */
export function peakMemory({ child }: ServerProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'latin1')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Answers what a client is asked, and keeps the log. */
function listen(connection: ProtocolConnection): Pick<ServerProcess, 'logged' | 'log'> {
  const logged: string[] = []
  const waiting = new Set<() => void>()
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
  for (const what of ['diagnostic', 'codeLens', 'semanticTokens', 'inlayHint'])
    connection.onRequest(`workspace/${what}/refresh`, () => null)
  connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
    logged.push(message)
    for (const look of [...waiting]) look()
  })
  connection.listen()
  return {
    logged,
    log: (words) =>
      new Promise((resolve) => {
        const look = () => {
          const line = logged.find((message) => message.includes(words))
          if (line === undefined) return
          waiting.delete(look)
          resolve(line)
        }
        waiting.add(look)
        look()
      }),
  }
}
