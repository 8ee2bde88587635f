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
  if (!isObject(message)) return false
  const { jsonrpc, id, method, params } = message
  const isRequest = jsonrpc === '2.0' && (typeof id === 'number' || typeof id === 'string')
  return isRequest && method === 'initialize' && isObject(params) && isListOfFolders(params.workspaceFolders)
}

/** Else the session could not begin. All else that it reads is `capabilities`, which the answer reads, or may be anything. */
function isListOfFolders(folders: unknown): boolean {
  if (folders === undefined || folders === null) return true
  return (
    Array.isArray(folders) && folders.every((folder) => isObject(folder) && typeof folder.uri === 'string')
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
