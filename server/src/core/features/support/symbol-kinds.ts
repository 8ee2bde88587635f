import { SymbolKind } from 'vscode-languageserver-types'
import type { Role } from '../../template/template'

/** Kinds that every client knows, by the role of what they stand for: their icons tell the roles apart. */
export const SYMBOL_KINDS: Readonly<Record<Role, SymbolKind>> = {
  goal: SymbolKind.Interface,
  requirement: SymbolKind.Class,
  criterion: SymbolKind.Function,
  test: SymbolKind.Method,
  task: SymbolKind.Property,
  decision: SymbolKind.Enum,
  risk: SymbolKind.Variable,
  validation: SymbolKind.Field,
  metric: SymbolKind.Number,
  done: SymbolKind.Boolean,
}
