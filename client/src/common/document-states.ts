import { type Disposable, type Event, EventEmitter, type Uri, window, workspace } from 'vscode'
import type { DocumentStatus } from '../../../server/src/lsp/protocol'

/** What the server last said of each open document. */
export interface DocumentStates extends Disposable {
  /** Of the document in the active editor; `undefined` where there is none, or nothing was said of it. */
  active(): DocumentStatus | undefined
  set(status: DocumentStatus): void
  /** Forgets everything: the server that said it is gone. */
  clear(): void
  /** Fires when `active()` may answer otherwise than before. */
  readonly onDidChangeActive: Event<void>
}

export function createDocumentStates(): DocumentStates {
  const states = new Map<string, DocumentStatus>()
  const changed = new EventEmitter<void>()
  const isActive = (uri: Uri) => window.activeTextEditor?.document.uri.toString() === uri.toString()
  const subscriptions = [
    changed,
    window.onDidChangeActiveTextEditor(() => changed.fire()),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (states.delete(uri.toString()) && isActive(uri)) changed.fire()
    }),
  ]
  return {
    active: () => states.get(window.activeTextEditor?.document.uri.toString() ?? ''),
    set(status) {
      states.set(status.uri, status)
      changed.fire()
    },
    clear() {
      states.clear()
      changed.fire()
    },
    onDidChangeActive: changed.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}
