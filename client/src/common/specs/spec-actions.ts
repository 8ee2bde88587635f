import { commands, type Disposable, env, Range, Uri, ViewColumn, window } from 'vscode'
import type { Position } from 'vscode-languageclient'
import { moveStatus } from '../move-status'
import { requireFile } from '../require-file'
import { revealPosition } from '../reveal-position'
import type { ServerSession } from '../server-session'
import type { AskingElement, NodeElement, QuestionElement, SpecElement } from './spec-list'

/** Commands of the rows of the tree; VS Code hands each the row that it was chosen on. */
export const ROW_COMMANDS = {
  open: 'specmark.specs.open',
  openToSide: 'specmark.specs.openToSide',
  copyId: 'specmark.specs.copyId',
  copyText: 'specmark.specs.copyText',
  tick: 'specmark.specs.tick',
  untick: 'specmark.specs.untick',
  moveStatus: 'specmark.specs.moveStatus',
} as const

/** What a click on a row does, with the place that it stands for. */
export const REVEAL = 'specmark.specs.reveal'

type Row = SpecElement | NodeElement | AskingElement | QuestionElement

/**
 * @param toggle ticks or unticks the box of a row, and tells why where it cannot
 * @param telling shows why a row's action could not be done
 */
export function registerRowCommands(
  session: ServerSession,
  toggle: (row: NodeElement) => Promise<void>,
  telling: (work: () => Promise<void>) => Promise<void>,
): Disposable[] {
  const onRow = (command: string, run: (row: Row) => Promise<void>) =>
    commands.registerCommand(command, (row?: Row) => row && telling(() => run(row)))
  const toggled = async (row: Row) => {
    if (row.kind === 'node') await toggle(row)
  }
  return [
    commands.registerCommand(REVEAL, (uri: string, position: Position) =>
      telling(() => revealPosition(uri, position)),
    ),
    onRow(ROW_COMMANDS.open, (row) => show(row, ViewColumn.Active)),
    onRow(ROW_COMMANDS.openToSide, (row) => show(row, ViewColumn.Beside)),
    onRow(ROW_COMMANDS.copyId, async (row) => {
      const id = idOf(row)
      if (id !== null) await env.clipboard.writeText(id)
    }),
    onRow(ROW_COMMANDS.copyText, async (row) => {
      if (row.kind === 'question') await env.clipboard.writeText(row.question.text)
    }),
    onRow(ROW_COMMANDS.moveStatus, async (row) => {
      await moveStatus(await session.client(), Uri.parse(uriOf(row)))
    }),
    onRow(ROW_COMMANDS.tick, toggled),
    onRow(ROW_COMMANDS.untick, toggled),
  ]
}

function idOf(row: Row): string | null {
  switch (row.kind) {
    case 'spec':
      return row.listing.id
    case 'asking':
      return row.spec.listing.id
    case 'node':
      return row.node.qualifiedId
    case 'question':
      return null
  }
}

function uriOf(row: Row): string {
  return row.kind === 'asking' ? row.spec.uri : row.uri
}

async function show(row: Row, column: ViewColumn): Promise<void> {
  const uri = Uri.parse(uriOf(row))
  await requireFile(uri)
  const position = positionOf(row)
  if (position === undefined) {
    await window.showTextDocument(uri, { viewColumn: column })
    return
  }
  const { line, character } = position
  const selection = new Range(line, character, line, character)
  await window.showTextDocument(uri, { viewColumn: column, selection })
}

/** `undefined` for a whole specification. */
function positionOf(row: Row): Position | undefined {
  if (row.kind === 'node') return row.node.position
  return row.kind === 'question' ? row.question.position : undefined
}
