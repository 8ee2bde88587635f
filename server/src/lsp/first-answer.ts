import type { InitializeParams, ResponseMessage } from 'vscode-languageserver'
import { clientProfile } from './client-profile'
import { initializeResult } from './initialize-result'

/**
 * The answer to the first message of a client, found without the protocol library and the language service: loading them takes
 * longer than an editor should wait for it. Both are given the message too, and what they answer is left out: see `withoutAnswer`.
 *
 * @returns `undefined` for all but a sound `initialize`: what is wrong with it is theirs to say
 */
export function firstAnswer(message: unknown): ResponseMessage | undefined {
  if (!isInitialize(message)) return undefined
  try {
    return { jsonrpc: '2.0', id: message.id, result: initializeResult(clientProfile(message.params)) }
  } catch {
    return undefined
  }
}

interface Initialize {
  readonly id: number | string
  readonly params: InitializeParams
}

function isInitialize(message: unknown): message is Initialize {
  if (typeof message !== 'object' || message === null) return false
  const { jsonrpc, id, method, params } = message as Readonly<Record<string, unknown>>
  const isRequest = jsonrpc === '2.0' && (typeof id === 'number' || typeof id === 'string')
  return isRequest && method === 'initialize' && typeof params === 'object' && params !== null
}
