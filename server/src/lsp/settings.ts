import type { Connection } from 'vscode-languageserver'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'
import { DidChangeConfigurationNotification } from './library'
import type { Log } from './log'
import type { ClientSettings } from './protocol'

/** What a person prefers; what a team decides stands in its config file. */
export interface Settings {
  readonly codeLens: boolean
  /** Lenses on each requirement. */
  readonly coverageLenses: boolean
  readonly inlayHints: boolean
  /** The editor tells of broken links by itself. */
  readonly editorValidatesLinks: boolean
  /** The editor lets links follow files by itself. */
  readonly editorUpdatesLinks: boolean
  /** The files whose findings are told: those that are open, or all. */
  readonly scope: 'openFiles' | 'workspace'
  /** Saving brings Last Updated up to date. */
  readonly updateOnSave: boolean
}

export interface SettingsSource {
  /** As last answered by the client; waits for the first answer. */
  current(): Promise<Settings>
  /** Asks for them first; to be called once the client is initialized. */
  start(): Promise<void>
}

/**
 * @param changed called after they were read again
 * @param heard called with them each time they have been read
 */
export function followSettings(
  connection: Connection,
  client: ClientProfile,
  guard: Guard,
  log: Log,
  changed: () => void,
  heard: (settings: Settings) => void,
): SettingsSource {
  let current = Promise.resolve(read(undefined))
  const told = (settings: Settings) => {
    heard(settings)
    return settings
  }
  const ask = async () => {
    try {
      const sections = client.ownMarkdown ? ['specmark', 'markdown'] : ['specmark']
      const [own, markdown] = await connection.workspace.getConfiguration(
        sections.map((section) => ({ section })),
      )
      return told(read(own, markdown))
    } catch (error) {
      log('warn', `The client gave no settings, the defaults count: ${String(error)}`)
      return read(undefined)
    }
  }

  connection.onDidChangeConfiguration(
    guard.notification('workspace/didChangeConfiguration', async ({ settings }) => {
      current = client.configuration ? ask() : Promise.resolve(told(read(sectionOf(settings))))
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
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: client.ownMarkdown ? ['specmark', 'markdown'] : ['specmark'],
        })
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
function read(section: unknown, markdown?: unknown): Settings {
  const settings = (typeof section === 'object' && section !== null ? section : {}) as ClientSettings
  return {
    codeLens: settings.codeLens?.enabled !== false,
    coverageLenses: settings.codeLens?.requirements === true,
    inlayHints: settings.inlayHints?.enabled === true,
    editorValidatesLinks: valueAt(markdown, 'validate', 'enabled') === true,
    editorUpdatesLinks: ['always', 'prompt'].includes(
      String(valueAt(markdown, 'updateLinksOnFileMove', 'enabled')),
    ),
    updateOnSave: settings.lastUpdated?.updateOnSave === true,
    scope: settings.diagnostics?.scope === 'workspace' ? 'workspace' : 'openFiles',
  }
}

function valueAt(section: unknown, ...path: readonly string[]): unknown {
  let value = section
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}
