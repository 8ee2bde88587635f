import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  type LogOutputChannel,
  Position,
  type Range,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from 'vscode'
import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageclient'
import type { ServerSession } from './server-session'

/** The keybinding of Enter runs it behind VS Code's own line break; see `keybindings` in package.json. */
const AFTER_ENTER = 'specmark.afterEnter'

/** A line break that was typed, and nothing else with it. */
interface LineBreak {
  readonly document: TextDocument
  readonly version: number
  /** Where the cursor stands after it. */
  readonly end: Position
}

interface Edit {
  readonly range: Range
  readonly newText: string
}

/**
 * Lets Enter begin the next item. VS Code types the line break itself, at once, so that no key is ever late; then the server
 * is asked what to make of the new line, and its edit becomes part of the same undo step. Where it has nothing to say, or is
 * gone, or somebody has typed or moved on before it answers, the line break stays as it is.
 */
export function registerEnter(session: ServerSession, log: LogOutputChannel): Disposable[] {
  let last: LineBreak | undefined
  let asked: CancellationTokenSource | undefined

  async function goOn(editor: TextEditor, typed: LineBreak): Promise<void> {
    const source = new CancellationTokenSource()
    asked = source
    try {
      const edit = await ask(session, typed, editor, source.token)
      if (edit !== undefined && isStillAt(editor, typed)) await apply(editor, edit)
    } catch (error) {
      log.debug(`Enter: ${String(error)}`)
    } finally {
      source.dispose()
    }
  }

  return [
    workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return
      asked?.cancel()
      asked = undefined
      last = lineBreakOf(event)
    }),
    commands.registerCommand(AFTER_ENTER, async () => {
      const editor = window.activeTextEditor
      const typed = last
      last = undefined
      // None where another extension has made something else of the key.
      if (editor !== undefined && typed?.document === editor.document) await goOn(editor, typed)
    }),
  ]
}

function lineBreakOf({ document, contentChanges }: TextDocumentChangeEvent): LineBreak | undefined {
  const [change] = contentChanges
  if (document.languageId !== 'markdown' || change === undefined || contentChanges.length > 1)
    return undefined
  const [, indent] = /^\r?\n([ \t]*)$/.exec(change.text) ?? []
  if (indent === undefined || !change.range.isEmpty) return undefined
  const end = new Position(change.range.start.line + 1, indent.length)
  return { document, version: document.version, end }
}

function isStillAt({ selections: [cursor, ...others] }: TextEditor, { document, version, end }: LineBreak) {
  return (
    document.version === version &&
    cursor?.isEmpty === true &&
    cursor.active.isEqual(end) &&
    others.length === 0
  )
}

/** As an editor asks that formats on type: one edit, or none. */
async function ask(
  session: ServerSession,
  { document, end }: LineBreak,
  { options: { insertSpaces, tabSize } }: TextEditor,
  token: CancellationToken,
): Promise<Edit | undefined> {
  const client = await session.client()
  const params: DocumentOnTypeFormattingParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(end),
    ch: '\n',
    options: { insertSpaces: insertSpaces === true, tabSize: Number(tabSize) },
  }
  const edits = await client.sendRequest<TextEdit[] | null>('textDocument/onTypeFormatting', params, token)
  const edit = edits?.[0]
  return edit && { range: client.protocol2CodeConverter.asRange(edit.range), newText: edit.newText }
}

async function apply(editor: TextEditor, { range, newText }: Edit): Promise<void> {
  // The line break's undo step takes it in: one undo gives back the text from before the key.
  const undoStops = { undoStopBefore: false, undoStopAfter: false }
  if (range.isEmpty) {
    await editor.edit((builder) => builder.insert(range.start, newText), undoStops)
    return
  }
  const isDone = await editor.edit((builder) => builder.replace(range, newText), undoStops)
  if (isDone) editor.selection = at(endOf(range.start, newText))
}

function at(position: Position): Selection {
  return new Selection(position, position)
}

function endOf({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r?\n/)
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? new Position(line, character + last.length)
    : new Position(line + lines.length - 1, last.length)
}
