import type {
  LogMessageParams,
  MessageWriter,
  NotificationMessage,
  ResponseMessage,
} from 'vscode-languageserver'
import { Message, MessageType } from './library'

/**
 * A writer that leaves out the answer to a request that has been answered: a client hears one answer to each.
 *
 * @param failed called where the request has failed after all, and the log says so
 */
export function withoutAnswer(
  writer: MessageWriter,
  id: ResponseMessage['id'],
  failed: () => void,
): MessageWriter {
  let isDue = true
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    async write(message) {
      if (!isDue || !Message.isResponse(message) || message.id !== id) return writer.write(message)
      isDue = false
      if (message.error === undefined) return
      await writer.write(logged(message.error.message)).finally(failed)
    },
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  }
}

function logged(message: string): NotificationMessage {
  const params: LogMessageParams = { type: MessageType.Error, message }
  return { jsonrpc: '2.0', method: 'window/logMessage', params }
}
