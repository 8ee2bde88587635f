import type { MessageWriter, ResponseMessage } from 'vscode-languageserver'
import { Message } from './library'

/** A writer that leaves out the result of a request that has been answered. An error is told: nobody has heard of it. */
export function withoutAnswer(writer: MessageWriter, id: ResponseMessage['id']): MessageWriter {
  let isDue = true
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    async write(message) {
      if (!isDue || !Message.isResponse(message) || message.id !== id) return writer.write(message)
      isDue = false
      if (message.error !== undefined) await writer.write(message)
    },
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  }
}
