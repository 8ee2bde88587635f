import {
  commands,
  type Disposable,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  type Range,
  type TextDocument,
  ThemeIcon,
  Uri,
  window,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  COMMANDS,
  type GateParams,
  METHODS,
  type StatusDemand,
  type StatusGate,
} from '../../../server/src/lsp/protocol'
import { documentSelector } from './documents'
import { changeAndSave, openedDocument } from './own-document'
import type { Reporting } from './reporting'
import type { ServerSession } from './server-session'
import { inert, MARKDOWN_ONLY } from './words'

interface Choice extends QuickPickItem {
  /** Where it leads; without a place it is what goes ahead. */
  readonly place?: Range
}

const ICONS: Readonly<Record<StatusDemand['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
}

export function registerMoveStatus(session: ServerSession, reporting: Reporting): Disposable {
  return commands.registerCommand(
    COMMANDS.moveStatus,
    reporting(async (uri?: unknown) =>
      moveStatus(await session.client(), typeof uri === 'string' ? Uri.parse(uri) : activeSpec()),
    ),
  )
}

function activeSpec(): Uri {
  const document = window.activeTextEditor?.document
  if (document === undefined) throw new Error('Open the specification first.')
  if (languages.match(documentSelector(), document) === 0) throw new Error(MARKDOWN_ONLY)
  return document.uri
}

/**
 * Moves a specification on to its next status: at once where nothing is open; else what is open is listed first, and each
 * leads to its place. The server says what is in the way, and sets the status.
 *
 * @returns whether it was moved
 * @throws {Error} for a person: the file is gone or cannot be written to, or the server tells why not
 */
export async function moveStatus(client: BaseLanguageClient, uri: Uri): Promise<boolean> {
  const document = await openedDocument(uri, 'its status was not changed')
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const params: GateParams = { textDocument }
  const gate = await client.sendRequest<StatusGate>(METHODS.gate, params)
  if (gate.demands.length > 0) {
    const chosen = await window.showQuickPick(choices(client, gate), {
      title: inert(gate.summary),
      placeHolder: gate.shut ? 'Choose one to go to it' : 'Go ahead, or choose what is open to go to it',
      matchOnDetail: true,
    })
    if (chosen?.place !== undefined) await window.showTextDocument(document, { selection: chosen.place })
    if (chosen === undefined || chosen.place !== undefined || gate.shut) return false
  }
  return setStatus(client, document, textDocument.uri, gate.to)
}

function choices(client: BaseLanguageClient, { to, shut, demands }: StatusGate): Choice[] {
  const ahead: Choice[] = [
    {
      label: `Move to ${to}`,
      iconPath: new ThemeIcon('arrow-right'),
      detail: 'Sets the status and Last Updated',
    },
    { label: `Open before ${to}`, kind: QuickPickItemKind.Separator },
  ]
  const open = demands.map(({ severity, message, rule, range }) => ({
    label: inert(message),
    iconPath: new ThemeIcon(ICONS[severity]),
    // Not beside the message, which takes all the room there is.
    detail: `Line ${range.start.line + 1} · ${rule}`,
    place: client.protocol2CodeConverter.asRange(range),
  }))
  return shut ? open : [...ahead, ...open]
}

/** A file without unsaved changes is saved afterwards. */
async function setStatus(
  client: BaseLanguageClient,
  document: TextDocument,
  uri: string,
  to: string,
): Promise<boolean> {
  const params = { command: COMMANDS.moveStatus, arguments: [uri, to] }
  return changeAndSave(document, () => client.sendRequest<boolean>('workspace/executeCommand', params))
}
