import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Gate, isShut } from '../core/lifecycle/gate'
import type { Severity } from '../core/rules/rule'
import type { StatusGate } from './protocol'

/** A gate as a client is told of it. */
export function statusGate(document: TextDocument, gate: Gate): StatusGate {
  const { from, to, demands } = gate
  return {
    uri: document.uri,
    version: document.version,
    from,
    to,
    shut: isShut(gate),
    summary: summaryOf(gate),
    demands: demands.map(({ span, ...demand }) => ({
      ...demand,
      range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    })),
  }
}

function summaryOf(gate: Gate): string {
  const { to, demands } = gate
  const count = (severity: Severity) => demands.filter((demand) => demand.severity === severity).length
  const errors = count('error')
  if (errors > 0) {
    return `Not moved to ${to}: ${errors === 1 ? 'an error is' : `${errors} errors are`} in the way`
  }
  const [warnings, infos] = [count('warning'), count('info')]
  const open = [
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(infos > 0 ? [`${infos} ${infos === 1 ? 'note' : 'notes'}`] : []),
  ]
  return open.length === 0 ? `Nothing is open before ${to}` : `Open before ${to}: ${open.join(', ')}`
}
