import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'
import type { Log } from './log'
import type { ClientSettings } from './protocol'

/** What a person prefers; what a team decides stands in its config file. */
export interface Settings {
  readonly codeLens: boolean
  /** Lenses on each requirement. */
  readonly coverageLenses: boolean
  readonly inlayHints: boolean
  /** The files whose findings are told: those that are open, or all. */
  readonly scope: 'openFiles' | 'workspace'
}

export interface SettingsSource {
  /** As last answered by the client; waits for the first answer. */
  current(): Promise<Settings>
  /** Asks for them first; to be called once the client is initialized. */
  start(): Promise<void>
}

/** @param changed called after they were read again. */
export function followSettings(
  connection: Connection,
  client: ClientProfile,
  guard: Guard,
  log: Log,
  changed: () => void,
): SettingsSource {
  let current = Promise.resolve(read(undefined))
  const ask = async () => {
    try {
      return read(await connection.workspace.getConfiguration('specmark'))
    } catch (error) {
      log('warn', `The client gave no settings, the defaults count: ${String(error)}`)
      return read(undefined)
    }
  }

  connection.onDidChangeConfiguration(
    guard.notification('workspace/didChangeConfiguration', async ({ settings }) => {
      current = client.configuration ? ask() : Promise.resolve(read(sectionOf(settings)))
      await current
      changed()
    }),
  )
  return {
    current: () => current,
    async start() {
      if (!client.configuration) return
      current = ask()
      if (client.watchConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'specmark' })
      }
    },
  }
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'specmark' in settings
    ? settings.specmark
    : undefined
}

/** Anything but an explicit `false` leaves a feature on: clients answer `null` for what nobody has set. */
function read(section: unknown): Settings {
  const settings = (typeof section === 'object' && section !== null ? section : {}) as ClientSettings
  return {
    codeLens: settings.codeLens?.enabled !== false,
    coverageLenses: settings.codeLens?.requirements === true,
    inlayHints: settings.inlayHints?.enabled === true,
    scope: settings.diagnostics?.scope === 'workspace' ? 'workspace' : 'openFiles',
  }
}
