import type { ExtensionContext } from 'vscode'
import { commands } from 'vscode'

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand('specmark.restart', () => undefined))
}

export function deactivate(): void {}
