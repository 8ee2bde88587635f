import type { Connection, MessageReader, MessageWriter, ResponseMessage } from 'vscode-languageserver'
import { createConnection, createProtocolConnection, LSPErrorCodes, Message } from './library'
import { followMessages } from './under-way'
import { withoutAnswer } from './without-answer'

export interface ServerConnection {
  readonly connection: Connection
  /** Ends the server as if the client had gone: code 0 after a shutdown request, else 1. */
  clientGone(): void
  /** The same where the client says no more and may still listen: what it has sent is answered first. */
  clientSilent(): void
}

/**
 * A connection over any transport. The library's own way to make one looks every three seconds whether its parent
 * process lives; here the end of the transport says so, and an idle server does nothing.
 *
 * @param exit called with the process's exit code on the `exit` notification and by `clientGone`, and
 *   with 1 where what has been answered fails.
 * @param answered ID of an `initialize` that will come and has been answered
 */
export function createServerConnection(
  reader: MessageReader,
  writer: MessageWriter,
  exit: (code: number) => void,
  answered?: ResponseMessage['id'],
): ServerConnection {
  const underWay = followMessages()
  const watchDog = {
    shutdownReceived: false,
    initialize() {},
    /** A client may send it without waiting for the answer to its shutdown request. */
    exit: (code: number) => void underWay.answered('shutdown').then(() => exit(code)),
  }
  const rest = answered === undefined ? writer : withoutAnswer(writer, answered, () => exit(1))
  const connection = createConnection(
    (logger) =>
      createProtocolConnection(reader, rest, logger, {
        connectionStrategy: { cancelUndispatched },
        messageStrategy: underWay.strategy,
      }),
    watchDog,
  )
  const clientGone = () => exit(watchDog.shutdownReceived ? 0 : 1)
  return { connection, clientGone, clientSilent: () => void underWay.served().then(clientGone) }
}

/**
 * A request cancelled while it waits in the queue is never begun, so a storm of keystrokes costs one analysis. But
 * `initialize` is begun all the same: its client may have heard the answer already, and goes on.
 */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message) || message.method === 'initialize') return undefined
  const error = { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.' }
  return { jsonrpc: '2.0', id: message.id, error }
}
