import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { FeatureContext } from './context'
import { lineAt } from './support/lines'
import { statusMove } from './support/status-move'

/** On the line of the status, what moves the spec on: by a command, as that has something to ask. */
export function statusActions(context: FeatureContext, offset: number): CodeAction[] {
  const move = statusMove(context)
  if (move === undefined) return []
  const { start } = lineAt(context.spec.text, move.span.start)
  const { end } = lineAt(context.spec.text, move.span.end)
  if (offset < start || offset > end) return []
  const { command } = move
  return [{ title: command.title, kind: CodeActionKind.RefactorRewrite, command }]
}
