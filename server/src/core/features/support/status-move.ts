import type { Command } from 'vscode-languageserver-types'
import { nextStatus } from '../../model/next-status'
import type { Span } from '../../template/template'
import { COMMANDS } from '../commands'
import type { FeatureContext } from '../context'

/** The command that moves a spec on, and the field of its status, where it stands; `undefined` where no status is next. */
export function statusMove({ spec, document }: FeatureContext): { span: Span; command: Command } | undefined {
  const next = nextStatus(spec)
  const { field } = spec.status
  if ('none' in next || field === undefined) return undefined
  // It asks before it changes anything, where there is something to tell.
  const title = `Move to ${next.to}…`
  return { span: field.span, command: { title, command: COMMANDS.moveStatus, arguments: [document.uri] } }
}
