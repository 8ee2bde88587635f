import { type Disposable, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode'
import type { DocumentProgress } from '../../../server/src/lsp/protocol'
import { CLIENT_COMMANDS } from './commands'
import type { DocumentStates } from './document-states'
import { inert } from './words'

/** Progress of the spec in the active editor, in words; hidden for everything that is no spec. */
export function showProgress(states: DocumentStates): Disposable {
  const item = window.createStatusBarItem('progress', StatusBarAlignment.Right, 101)
  item.name = 'Specmark Progress'
  item.command = CLIENT_COMMANDS.goToFirstOpen

  function update(): void {
    const progress = states.active()?.progress
    const enabled = workspace.getConfiguration('specmark').get('statusBar.enabled', true)
    if (!progress || !enabled) {
      item.hide()
      return
    }
    item.text = `$(checklist) ${inert(progress.summary)}`
    item.tooltip = tooltip(progress)
    item.accessibilityInformation = { label: `Specification progress: ${progress.summary}` }
    item.show()
  }

  update()
  const subscriptions = [
    item,
    states.onDidChangeActive(update),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('specmark.statusBar') && update(),
    ),
  ]
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) }
}

function tooltip({ details, firstOpen }: DocumentProgress): MarkdownString {
  const text = new MarkdownString()
  for (const line of details) text.appendText(line).appendMarkdown('  \n')
  if (firstOpen !== null) text.appendMarkdown('\nClick to go to the first open checkbox')
  return text
}
