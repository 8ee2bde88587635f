import { commands, type Disposable, type LogOutputChannel, type TextDocument, Uri, window } from 'vscode'
import type { BaseLanguageClient, Position } from 'vscode-languageclient'
import { COMMANDS, type DocumentStatus, METHODS } from '../../../server/src/lsp/protocol'
import type { DocumentStates } from './document-states'
import { registerMoveStatus } from './move-status'
import { reportingTo, say } from './reporting'
import { revealPosition } from './reveal-position'
import type { ServerSession } from './server-session'
import { toggleCheckbox } from './toggle-checkbox'
import { explanation, MARKDOWN_ONLY } from './words'

/** Commands that the server knows nothing of. */
export const CLIENT_COMMANDS = {
  explain: 'specmark.explain',
  firstSteps: 'specmark.openFirstSteps',
  goToFirstOpen: 'specmark.goToFirstOpenCheckbox',
  restartServer: 'specmark.restartServer',
  showOutput: 'specmark.showOutput',
} as const

/** The walkthrough of the manifest, behind the name of the extension. */
const FIRST_STEPS = 'specmark.specmark-vscode#firstSteps'

export function registerCommands(
  session: ServerSession,
  states: DocumentStates,
  log: LogOutputChannel,
): Disposable[] {
  const reporting = reportingTo(log)
  return [
    commands.registerCommand(
      COMMANDS.toggleCheckbox,
      reporting(async (uri?: string, position?: Position, mark?: string) =>
        toggleAt(await session.client(), uri, position, mark),
      ),
    ),
    registerMoveStatus(session, reporting),
    commands.registerCommand(COMMANDS.revealPosition, reporting(revealPosition)),
    commands.registerCommand(
      CLIENT_COMMANDS.goToFirstOpen,
      reporting(async () => goToFirstOpen(states.active())),
    ),
    commands.registerCommand(
      CLIENT_COMMANDS.explain,
      reporting(async () => explainActive(await session.client(), log)),
    ),
    commands.registerCommand(CLIENT_COMMANDS.restartServer, () => session.restart()),
    commands.registerCommand(CLIENT_COMMANDS.firstSteps, () =>
      commands.executeCommand('workbench.action.openWalkthrough', FIRST_STEPS),
    ),
    commands.registerCommand(CLIENT_COMMANDS.showOutput, () => log.show()),
  ]
}

/** Of the item at the place given, else at the cursor. */
async function toggleAt(
  client: BaseLanguageClient,
  uri?: string,
  position?: Position,
  mark?: string,
): Promise<boolean> {
  const place = uri !== undefined && position !== undefined ? { uri: Uri.parse(uri), position } : cursor()
  if (place === undefined) return false
  const editor = window.activeTextEditor
  if (place.uri === editor?.document.uri && editor.document.languageId !== 'markdown') {
    say(MARKDOWN_ONLY)
    return false
  }
  const toggled = await toggleCheckbox(client, place.uri, place.position, mark)
  if (!toggled) say('There is no checkbox here.')
  return toggled
}

function cursor(): { readonly uri: Uri; readonly position: Position } | undefined {
  const editor = window.activeTextEditor
  if (editor === undefined) return undefined
  const { line, character } = editor.selection.active
  return { uri: editor.document.uri, position: { line, character } }
}

async function goToFirstOpen(status: DocumentStatus | undefined): Promise<void> {
  const progress = status?.progress
  if (status && progress?.firstOpen) await revealPosition(status.uri, progress.firstOpen)
  else say(progress && progress.total > 0 ? 'All checkboxes are ticked.' : 'There are no checkboxes here.')
}

/** Shows why the active file is checked or is not, and answers it. */
async function explainActive(
  client: BaseLanguageClient,
  log: LogOutputChannel,
): Promise<DocumentStatus | null> {
  const document = window.activeTextEditor?.document
  const status = document && (await explain(client, document))
  if (!status) {
    say(MARKDOWN_ONLY)
    return null
  }
  void offer(status, log)
  return status
}

async function explain(client: BaseLanguageClient, { uri }: TextDocument): Promise<DocumentStatus | null> {
  return client.sendRequest(METHODS.explain, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  })
}

async function offer(status: DocumentStatus, log: LogOutputChannel): Promise<void> {
  const actions = status.config === null ? ['Show Output'] : ['Open specmark.json', 'Show Output']
  const chosen = await window.showInformationMessage(explanation(status), ...actions)
  if (chosen === 'Show Output') log.show()
  else if (chosen !== undefined && status.config !== null)
    await window.showTextDocument(Uri.parse(status.config))
}
