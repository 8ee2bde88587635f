import { CodeActionKind } from 'vscode-languageserver-types'
import { FIX_ALL_KIND } from '../core/fixes/fix-all-kind'

/** The kinds of code action that the server offers. */
export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  FIX_ALL_KIND,
]
