// First: it has to run before the protocol library is loaded.
import './no-parent-polling'
import {
  type Connection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { createServerConnection } from '../lsp/connection'
import { type ServerHost, startServer } from '../lsp/server'
import { digest } from './digest'
import { createNodeHost, listFolder } from './host'
import { startIndexThreads } from './index-threads'
import { prepareLongRun } from './long-run'
import { openCache } from './open-cache'

/** Serves the client at standard input and output until it goes; the process then exits. */
export function startStdioServer(): void {
  // Standard output carries the protocol: a stray word there would break it.
  console.log = console.info = console.debug = console.error
  const { connection, clientGone } = createServerConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
    (code) => process.exit(code),
  )
  process.stdin.once('end', clientGone)
  process.stdin.once('close', clientGone)
  serve(connection)
}

/** Serves the client that forked this process, over Node's channel, until it goes; the process then exits. */
export function startIpcServer(): void {
  const { connection, clientGone } = createServerConnection(
    new IPCMessageReader(process),
    new IPCMessageWriter(process),
    (code) => process.exit(code),
  )
  process.once('disconnect', clientGone)
  serve(connection)
}

function serve(connection: Connection): void {
  prepareLongRun()
  startServer(connection, serverHost())
}

/** More than any repository has that people edit. */
const LIMITS = { files: 50_000, entries: 1_000_000 }

function serverHost(): ServerHost {
  // The program of the server, of which this is a part or which lies beside it.
  const name = import.meta.url.endsWith('.cjs') ? 'server.cjs' : 'server.js'
  const entry = new URL(name, import.meta.url)
  return {
    ...createNodeHost(() => undefined),
    digest,
    listFolder: (folder, at) => listFolder(folder, at, LIMITS),
    startThreads: () => startIndexThreads(entry),
    openCacheIn: openCache,
  }
}
