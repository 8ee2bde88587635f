import type { Connection } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { COMMANDS } from '../core/features/commands'
import { textEdits } from '../core/fixes/text-edits'
import { type Gate, isShut } from '../core/lifecycle/gate'
import type { SpecService } from '../core/service'
import { applyEdit } from './apply-edit'
import type { ClientProfile } from './client-profile'
import { demandWritable } from './demand-writable'
import { type Documents, openDocument } from './documents'
import { invalidParams, requestFailed } from './errors'
import { explained } from './explained'
import { MessageType, ShowMessageRequest } from './library'
import type { StatusGate } from './protocol'
import { statusGate } from './status-gate'

/** What stands in a message, which editors show whole; the rest is counted. */
const MOST_TOLD = 8

const SHOW = 'Show the first'

/**
 * Moves a spec on to its next status: `[uri]` asks where something is open, `[uri, status]` comes from a client that has asked.
 * Where errors are in the way it is refused: a status is not claimed that the rules call wrong.
 *
 * @param isWritable whether a file may be written to: an edit that cannot be saved is not made
 * @returns `true` when it was moved
 */
export function statusMover(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  isWritable: (uri: string) => Promise<boolean>,
): (args: readonly unknown[]) => Promise<boolean> {
  async function move(document: TextDocument, { to, edits }: Gate): Promise<boolean> {
    await demandWritable(document.uri, isWritable, 'the status was not set.')
    // Somebody may have typed while it was judged or a question stood there, and not every client compares versions.
    if (documents.get(document.uri) !== document) throw requestFailed('The document has changed meanwhile.')
    await applyEdit(connection, client, document, textEdits(document, edits), `Move to ${to}`)
    return true
  }

  /** @returns whether to go ahead */
  async function ask(told: StatusGate): Promise<boolean> {
    const ahead = `Move to ${told.to}`
    const titles = [...(told.shut ? [] : [ahead]), ...(client.showDocument ? [SHOW] : [])]
    const chosen = await connection.sendRequest(ShowMessageRequest.type, {
      type: told.shut ? MessageType.Error : MessageType.Warning,
      message: inWords(told),
      actions: titles.map((title) => ({ title })),
    })
    const [first] = told.demands
    if (chosen?.title === SHOW && first !== undefined) {
      await connection.window.showDocument({ uri: told.uri, takeFocus: true, selection: first.range })
    }
    return chosen?.title === ahead
  }

  return async ([uri, to]) => {
    if (typeof uri !== 'string') throw invalidParams(`${COMMANDS.moveStatus} takes a URI.`)
    const document = openDocument(documents, uri)
    const gate = await explained(() => service.gate(document))
    const told = { ...statusGate(document, gate), uri: documents.clientUri(document.uri) }
    if (to !== undefined) {
      if (to !== gate.to)
        throw requestFailed(`The next status is ${gate.to}: the document has changed meanwhile.`)
      if (isShut(gate)) throw requestFailed(told.summary)
      return move(document, gate)
    }
    if (gate.demands.length === 0) return move(document, gate)
    if (!(await ask(told)) || isShut(gate)) return false
    return move(document, gate)
  }
}

function inWords({ summary, demands }: StatusGate): string {
  const lines = demands
    .slice(0, MOST_TOLD)
    .map(({ message, range }) => `- line ${range.start.line + 1}: ${message}`)
  const more = demands.length > MOST_TOLD ? [`- and ${demands.length - MOST_TOLD} more`] : []
  return [`${summary}.`, ...lines, ...more].join('\n')
}
