import {
  commands,
  type Disposable,
  type QuickPickItem,
  QuickPickItemKind,
  type Range,
  type TextDocument,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  COMMANDS,
  type GateParams,
  METHODS,
  type StatusDemand,
  type StatusGate,
} from '../../../server/src/lsp/protocol'
import type { ServerSession } from './server-session'
import { inert } from './words'

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

/**
 * Moves a specification on to its next status: at once where nothing is open; else what is open is listed first, and each
 * leads to its place. The server says what is in the way, and sets the status.
 *
 * @param report runs a command and tells a person why it could not do its work
 */
export function registerMoveStatus(
  session: ServerSession,
  report: (run: () => Promise<boolean>) => Promise<boolean | undefined>,
): Disposable {
  return commands.registerCommand(COMMANDS.moveStatus, (uri?: unknown) =>
    report(async () =>
      moveStatus(await session.client(), typeof uri === 'string' ? Uri.parse(uri) : undefined),
    ),
  )
}

/** @returns whether it was moved */
async function moveStatus(client: BaseLanguageClient, given?: Uri): Promise<boolean> {
  const uri = given ?? window.activeTextEditor?.document.uri
  if (uri === undefined) throw new Error('Open the specification first.')
  const document = await workspace.openTextDocument(uri)
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
  const wasSaved = !document.isDirty && !document.isUntitled
  const params = { command: COMMANDS.moveStatus, arguments: [uri, to] }
  const moved = await client.sendRequest<boolean>('workspace/executeCommand', params)
  if (moved && wasSaved) await document.save()
  return moved
}
