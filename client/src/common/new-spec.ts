import {
  commands,
  type Disposable,
  FileType,
  type InputBox,
  type LogOutputChannel,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { METHODS, type NewSpecFile, type NewSpecParams } from '../../../server/src/lsp/protocol'
import { reportingTo } from './reporting'
import type { ServerSession } from './server-session'
import { inert } from './words'

const NEW_SPEC = 'specmark.newSpec'
const OPEN_FOLDER = 'Open Folder'

/** Where a new specification goes. */
interface Place {
  readonly folder: Uri
  /** A person has pointed at it; else the config may say otherwise. */
  readonly exactly: boolean
}

/** Makes specifications: asks for a title, and opens what the server makes of it with its first placeholder selected. */
export function registerNewSpec(session: ServerSession, log: LogOutputChannel): Disposable {
  const newSpec = async (pointedAt?: unknown) => {
    const place = await placeFor(pointedAt instanceof Uri ? pointedAt : undefined)
    if (place === undefined) return undefined
    return askForTitle(async (title) => {
      const made = await ask(session, place, title)
      const uri = Uri.parse(made.uri)
      await create(uri, made.text)
      await open(uri, made, session)
      log.info(`Made ${made.uri}`)
      return uri
    })
  }
  return commands.registerCommand(NEW_SPEC, reportingTo(log)(newSpec))
}

/** `undefined` where there is no folder, or a person has chosen none. */
async function placeFor(pointedAt: Uri | undefined): Promise<Place | undefined> {
  if (pointedAt !== undefined) {
    const { type } = await workspace.fs.stat(pointedAt)
    return { folder: type & FileType.Directory ? pointedAt : Uri.joinPath(pointedAt, '..'), exactly: true }
  }
  const active = window.activeTextEditor?.document.uri
  const folders = workspace.workspaceFolders ?? []
  if (folders.length === 0) void offerFolder()
  const own = active && workspace.getWorkspaceFolder(active)
  const chosen = own ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0])
  return chosen && { folder: chosen.uri, exactly: false }
}

async function offerFolder(): Promise<void> {
  const words = 'Open a folder first: a new specification is a file in it.'
  const chosen = await window.showWarningMessage(words, OPEN_FOLDER)
  if (chosen === OPEN_FOLDER) await commands.executeCommand('vscode.openFolder')
}

async function ask(session: ServerSession, { folder, exactly }: Place, title: string): Promise<NewSpecFile> {
  const client = await session.client()
  const params: NewSpecParams = { folder: client.code2ProtocolConverter.asUri(folder), title, exactly }
  return client.sendRequest<NewSpecFile>(METHODS.newSpec, params)
}

/** Never over a file, which may have come since the server looked. */
async function create(uri: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit()
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) })
  if (!(await workspace.applyEdit(edit)))
    throw new Error(`${workspace.asRelativePath(uri)} could not be made.`)
}

async function open(uri: Uri, { selection }: NewSpecFile, session: ServerSession): Promise<void> {
  const { protocol2CodeConverter } = await session.client()
  await window.showTextDocument(
    uri,
    selection ? { selection: protocol2CodeConverter.asRange(selection) } : {},
  )
}

/**
 * Asks until it is answered or given up: what is wrong with a title is said beneath it, and it stays there to be changed.
 *
 * @param make rejects with what is wrong, for a person
 */
function askForTitle(make: (title: string) => Promise<Uri>): Promise<Uri | undefined> {
  const input = window.createInputBox()
  input.title = 'New Specification'
  input.prompt = 'What it is about. The ID is the next free one of today.'
  input.placeholder = 'Title'
  input.ignoreFocusOut = true
  return new Promise<Uri | undefined>((resolve) => {
    input.onDidChangeValue(() => {
      input.validationMessage = undefined
    })
    input.onDidAccept(async () => {
      const uri = await accept(input, make)
      if (uri === undefined) return
      resolve(uri)
      input.hide()
    })
    input.onDidHide(() => {
      resolve(undefined)
      input.dispose()
    })
    input.show()
  })
}

async function accept(input: InputBox, make: (title: string) => Promise<Uri>): Promise<Uri | undefined> {
  // A second Enter would make a second one.
  if (input.busy) return undefined
  input.busy = true
  input.enabled = false
  try {
    return await make(input.value)
  } catch (error) {
    input.validationMessage = inert(error instanceof Error ? error.message : String(error))
    return undefined
  } finally {
    input.busy = false
    input.enabled = true
  }
}
