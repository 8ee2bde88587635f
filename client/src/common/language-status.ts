import { type Disposable, LanguageStatusSeverity, languages, workspace } from 'vscode'
import type { DocumentStatus } from '../../../server/src/lsp/protocol'
import { CLIENT_COMMANDS } from './commands'
import type { DocumentStates } from './document-states'
import { documentSelector } from './documents'
import type { ServerSession, ServerState } from './server-session'
import { inert } from './words'

interface Shown {
  readonly text: string
  readonly detail: string
  readonly severity: LanguageStatusSeverity
  readonly busy: boolean
  readonly command: { readonly title: string; readonly command: string }
}

/** Says beside the language mode whether the active Markdown file is checked and why, or that the server is down. */
export function showLanguageStatus(states: DocumentStates, session: ServerSession): Disposable {
  const item = languages.createLanguageStatusItem('specmark.document', documentSelector())
  item.name = 'Specmark'
  const update = () => Object.assign(item, shown(session.state, states.active()))
  update()
  const subscriptions = [
    item,
    states.onDidChangeActive(update),
    session.onDidChangeState(update),
    // A folder may bring a file system of its own.
    workspace.onDidChangeWorkspaceFolders(() => {
      item.selector = documentSelector()
    }),
  ]
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) }
}

function shown(server: ServerState, status: DocumentStatus | undefined): Shown {
  const explain = { title: 'Explain', command: CLIENT_COMMANDS.explain }
  const plain = { severity: LanguageStatusSeverity.Information, busy: false, command: explain }
  if (server.kind === 'stopped') {
    return {
      text: 'Specmark has stopped',
      detail: inert(server.reason),
      severity: LanguageStatusSeverity.Error,
      busy: false,
      command: { title: 'Restart', command: CLIENT_COMMANDS.restartServer },
    }
  }
  if (server.kind === 'starting' || status === undefined) {
    return { ...plain, text: 'Specmark', detail: 'Not looked at yet', busy: server.kind === 'starting' }
  }
  const checked = status.kind === 'spec' || status.kind === 'loose'
  return {
    ...plain,
    text: checked ? 'Specmark: checked' : 'Specmark: not checked',
    // The reason alone: the line has no room for more, and its command says the rest. What is not known comes before why.
    detail: inert(status.leftOut ?? status.reason),
    severity: status.leftOut === null ? plain.severity : LanguageStatusSeverity.Warning,
  }
}
