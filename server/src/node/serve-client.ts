// First: it has to run before the protocol library is loaded.
import './no-parent-polling'
import {
  type Connection,
  IPCMessageReader,
  IPCMessageWriter,
  type ResponseMessage,
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
import { heedStdio } from './stdio-client'

/** The request that has been answered before all this was loaded, if it was; it is still to come. */
type Answered = ResponseMessage['id'] | undefined

/** Does not tell of the end of its stream: the library would let nothing be said any more, and what came before is to be served. */
class InputReader extends StreamMessageReader {
  protected override fireClose(): void {}
}

/** Serves the client at standard input and output until it goes; the process then exits. */
export function serveStdio(answered: Answered): void {
  const { connection, clientGone, clientSilent } = createServerConnection(
    new InputReader(process.stdin),
    new StreamMessageWriter(process.stdout),
    (code) => process.exit(code),
    answered,
  )
  heedStdio({ ended: clientSilent, gone: clientGone })
  serve(connection)
}

/**
 * Serves the client that forked this process, over Node's channel, until it goes; the process then exits.
 *
 * @param held messages that have come already
 */
export function serveIpc(held: readonly unknown[], answered: Answered): void {
  const { connection, clientGone } = createServerConnection(
    new IPCMessageReader(process),
    new IPCMessageWriter(process),
    (code) => process.exit(code),
    answered,
  )
  process.once('disconnect', clientGone)
  serve(connection)
  for (const message of held) process.emit('message', message, undefined)
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
