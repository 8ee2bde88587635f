import {
  commands,
  type Disposable,
  type LogOutputChannel,
  TabInputCustom,
  TabInputWebview,
  window,
  workspace,
} from 'vscode'
import {
  METHODS,
  type PreviewedParams,
  type PreviewFacts,
  type PreviewFactsParams,
} from '../../../../server/src/lsp/protocol'
import type { ServerSession } from '../server-session'

/** What the editor's own preview shows of specs, as the server last told. */
export interface Previews extends Disposable {
  /** Of a document that is being rendered: from now on the server tells of it. */
  factsOf(uri: string): PreviewFacts | undefined
  set(params: PreviewFactsParams): void
}

/** The preview of VS Code, in whatever prefix its version gives the name. */
const PREVIEW = /markdown\.preview$/
/** The same in the place of an editor: "Reopen Editor With…". */
const PREVIEW_EDITOR = 'vscode.markdown.preview.editor'

/** A preview follows the active editor: of so many documents that were rendered last the server tells. */
const MOST_RENDERED = 8

export function createPreviews(session: ServerSession, log: LogOutputChannel): Previews {
  const rendered = new Set<string>()
  const known = new Map<string, PreviewFacts>()

  const isEnabled = () => workspace.getConfiguration('specmark').get('preview.enabled', true)

  function tell(): void {
    const params: PreviewedParams = { uris: [...rendered] }
    session
      .client()
      .then((client) => client.sendNotification(METHODS.previewed, params))
      .catch((error: unknown) => log.debug(`Preview: ${String(error)}`))
  }

  function refresh(): void {
    void commands.executeCommand('markdown.preview.refresh')
  }

  function forgetWithoutPreview(): void {
    if (rendered.size === 0 || window.tabGroups.all.some(({ tabs }) => tabs.some(isPreview))) return
    rendered.clear()
    known.clear()
    tell()
  }

  /** Never one that is open: a refresh renders all of these, and each would drive out another. */
  function forgetOldest(): void {
    const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isPreview)).length
    for (const uri of [...rendered].slice(0, -Math.max(MOST_RENDERED, open))) {
      rendered.delete(uri)
      known.delete(uri)
    }
  }

  const subscriptions = [
    window.tabGroups.onDidChangeTabs(forgetWithoutPreview),
    session.onDidChangeState(({ kind }) => kind === 'running' && rendered.size > 0 && tell()),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('specmark.preview') && refresh(),
    ),
  ]
  return {
    factsOf(uri) {
      if (!isEnabled()) return undefined
      const isNew = !rendered.delete(uri)
      rendered.add(uri)
      if (isNew) {
        forgetOldest()
        tell()
      }
      return known.get(uri)
    },
    set({ uri, facts }) {
      if (!rendered.has(uri)) return
      if (facts === null && !known.delete(uri)) return
      if (facts !== null) known.set(uri, facts)
      refresh()
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

function isPreview({ input }: { readonly input: unknown }): boolean {
  if (input instanceof TabInputCustom) return input.viewType === PREVIEW_EDITOR
  return input instanceof TabInputWebview && PREVIEW.test(input.viewType)
}
