import type { Connection } from 'vscode-languageserver'
import type { SpecHost } from '../core/service'

export type Log = SpecHost['log']

/**
 * Logs through the protocol: `window/logMessage` with its levels, and `$/logTrace` for `debug`, which so stays off the
 * wire until the client turns tracing on (`$/setTrace`). Older clients do not know the message type for debugging.
 */
export function connectionLog(connection: Connection): Log {
  return (level, message) => {
    try {
      if (level === 'debug') connection.tracer.log(message)
      else connection.console[level](message)
    } catch {
      // The client has gone, and what is still at work finds out one by one: there is nobody to tell.
    }
  }
}
