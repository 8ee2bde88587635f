import type MarkdownIt from 'markdown-it'
import { type ExtensionContext, window, workspace } from 'vscode'
import { registerCommands } from './commands'
import { contextKey } from './context-key'
import { createDocumentStates } from './document-states'
import { documentSelector, isNewScheme } from './documents'
import { registerEnter } from './enter'
import { showLanguageStatus } from './language-status'
import { registerNewSpec } from './new-spec'
import { addSpecmark } from './preview/plugin'
import { createPreviews } from './preview/previews'
import { type ClientLoader, startServerSession } from './server-session'
import { showSpecs } from './specs/specs-view'
import { showProgress } from './status-bar'

/** What other extensions get of this one: VS Code's own Markdown support asks for it. */
export interface SpecmarkApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt
}

/** Starts the server and shows what it says. Returns before the server answers. */
export function activateExtension(context: ExtensionContext, load: ClientLoader): SpecmarkApi {
  const log = window.createOutputChannel('Specmark', { log: true })
  const states = createDocumentStates()
  const session = startServerSession(load, log, {
    onStatus: (status) => states.set(status),
    onSpecs: (change) => specs.tell(change),
    onSpecsWithErrors: (count) => specs.tellErrors(count),
    onPreview: (params) => previews.set(params),
  })
  const specs = showSpecs(context, session, log)
  const previews = createPreviews(session, log)
  const setActiveSpec = contextKey<boolean>('specmark.activeSpec')
  let selector = documentSelector()
  context.subscriptions.push(
    log,
    states,
    session,
    specs,
    previews,
    session.onDidChangeState(({ kind }) => kind !== 'running' && states.clear()),
    showProgress(states),
    showLanguageStatus(states, session),
    ...registerCommands(session, states, log),
    ...registerEnter(session, log),
    registerNewSpec(session, log),
    // Menus and the palette show what concerns a spec only where there is one.
    states.onDidChangeActive(() => setActiveSpec(Boolean(states.active()?.progress))),
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      const before = selector
      selector = documentSelector()
      if (added.some((folder) => isNewScheme(before, folder.uri))) void session.restart()
    }),
  )
  contextKey<boolean>('specmark.active')(true)
  return { extendMarkdownIt: (md) => addSpecmark(md, (uri) => previews.factsOf(uri)) }
}
