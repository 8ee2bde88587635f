import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver'
import { createSpecService, type SpecHost, type SpecService } from '../core/service'
import type { SymbolCache } from '../core/workspace/file-reading'
import { missingOf } from './capabilities'
import { type ClientProfile, clientProfile } from './client-profile'
import { answerCodeActions } from './code-actions'
import { answerCommands } from './commands'
import { configProblems } from './config-problems'
import { answerDiagnostics } from './diagnostics'
import { checkDocuments } from './document-checks'
import { trackDocuments } from './documents'
import { createGuard, createLifecycle, describe, type Guard, refuseUnknownRequests } from './errors'
import { answerFileOperations } from './file-operations'
import { followSpecs } from './followed-specs'
import { answerGate } from './gate'
import { initializeResult } from './initialize-result'
import { answerLanguageFeatures } from './language-features'
import { RAL } from './library'
import { connectionLog, type Log } from './log'
import { answerNavigation } from './navigation'
import { answerNewSpec } from './new-spec'
import { pushPreviews } from './previews'
import type { InitializationOptions } from './protocol'
import { readingProgress } from './reading-progress'
import { answerRename } from './rename'
import { answerSemanticTokens } from './semantic-tokens'
import { followSettings } from './settings'
import { whenSettled } from './settled'
import { answerStructureFeatures } from './structure-features'
import { updateOnSave } from './update-on-save'
import { watchFiles } from './watched-files'
import { watchFoldersOfSpecs } from './watched-folders'
import { followFolders } from './workspace'
import { answerWorkspaceDiagnostics } from './workspace-diagnostics'

/** What the server needs of the world; it logs through its client, which names the place for caches. */
export interface ServerHost extends Omit<SpecHost, 'log' | 'openCache'> {
  /**
   * @param root URI of the place for caches
   * @param folder URI of what is read
   * @param warn told why nothing can be kept
   */
  openCacheIn?(root: string, folder: string, warn: (message: string) => void): SymbolCache | undefined
}

/**
 * Serves one client over a connection, from its `initialize` to its `exit`, and begins to listen.
 *
 * @param createService makes the language service that answers.
 */
export function startServer(
  connection: Connection,
  host: ServerHost,
  createService: (host: SpecHost) => SpecService = createSpecService,
): void {
  const log = connectionLog(connection)
  const lifecycle = createLifecycle()
  const guard = createGuard(lifecycle, log)
  let served: SpecService | undefined

  connection.onInitialize((params) => {
    lifecycle.start()
    const root = cacheFolderOf(params)
    const openCache = (folder: string) =>
      root === undefined ? undefined : host.openCacheIn?.(root, folder, (message) => log('warn', message))
    const service = createService({ ...host, log, pause: nextTurn, openCache })
    served = service
    return openSession(connection, host, service, params, guard, log)
  })
  connection.onShutdown(async () => {
    lifecycle.demandRunning('shutdown')
    lifecycle.shutDown()
    await served?.kept()
  })
  refuseUnknownRequests(connection, lifecycle, log)
  connection.listen()
}

function cacheFolderOf({ initializationOptions }: InitializeParams): string | undefined {
  const { cacheFolder } = (initializationOptions ?? {}) as InitializationOptions
  return typeof cacheFolder === 'string' && cacheFolder !== '' ? cacheFolder : undefined
}

/** Wires the rooms together for the client that has come, and answers its `initialize`. */
function openSession(
  connection: Connection,
  host: ServerHost,
  service: SpecService,
  params: InitializeParams,
  guard: Guard,
  log: Log,
): InitializeResult {
  const client = clientProfile(params)
  const documents = trackDocuments(connection, guard, log)
  const settingsRead = (uris: readonly string[]) => {
    const readAgain = Promise.all(uris.map((uri) => service.fileChanged(uri)))
    log('info', `Read again: ${uris.join(', ')}`)
    check(documents.all().map(({ uri }) => uri))
    lookAtPreviews()
    refresh(connection, client, log)
    // Not left to the checks of documents: none may be open.
    readAgain
      .then(publishProblems)
      .catch((error: unknown) => log('error', `Reading ${uris.join(', ')}: ${describe(error)}`))
  }
  /** A switch of branches may change thousands. */
  const readChanged = async (uris: readonly string[]) => {
    const progress = readingProgress(connection, client)
    await service.filesChanged(uris, progress)
    progress.done()
    if (progress.signal.aborted) log('warn', 'Reading changed files was cancelled: they are not known whole.')
  }
  const filesChanged = (uris: readonly string[]) => {
    const deciding = uris.filter((uri) => watched.has(uri))
    if (deciding.length > 0) settingsRead(deciding)
    readChanged(uris.filter((uri) => !watched.has(uri))).catch((error: unknown) =>
      log('error', `Reading changed files: ${describe(error)}`),
    )
  }
  const folders = followFolders(connection, service, client, params, guard, log)
  const watched = watchFiles(connection, client, guard, folders.current, filesChanged)
  const publishProblems = configProblems(connection, service, (uri) => host.readFile(uri))
  const check = checkDocuments(connection, service, documents, client, watched, publishProblems, log)
  const lookAtPreviews = pushPreviews(connection, service, documents, guard, log)
  const followSaving = updateOnSave(connection, service, documents, client, () => settings.current(), log)
  const settings = followSettings(
    connection,
    client,
    guard,
    log,
    () => {
      refresh(connection, client, log)
      ofWorkspace.settingsChanged()
    },
    (read) => {
      service.setLinkValidation(!read.editorValidatesLinks)
      followSaving(read)
    },
  )
  const ofWorkspace = answerWorkspaceDiagnostics(
    connection,
    service,
    documents,
    client,
    settings,
    nextTurn,
    guard,
    log,
  )
  const refreshSoon = whenSettled(() => refresh(connection, client, log))
  const watchFolder = watchFoldersOfSpecs(service, watched, log)
  const specs = followSpecs(connection, service, documents, nextTurn, guard, log)
  service.onChanged((uri, reached) => {
    watchFolder(uri)
    specs.changed(uri, reached)
    ofWorkspace.changed([uri, ...reached])
    const open = [...reached].filter((one) => documents.get(one) !== undefined)
    if (open.length === 0) return
    check(open)
    refreshSoon('')
  })
  documents.onSave((uri) => {
    if (!client.watchFiles) filesChanged([uri])
  })

  if (client.pullDiagnostics) answerDiagnostics(connection, service, documents, client, guard)
  answerLanguageFeatures(connection, service, documents, client, settings, guard)
  answerSemanticTokens(connection, service, documents, guard)
  answerStructureFeatures(connection, service, documents, client, guard)
  if (client.codeActions) answerCodeActions(connection, service, documents, client, guard)
  answerNavigation(connection, service, documents, client, guard)
  if (client.willRenameFiles) answerFileOperations(connection, service, client, settings, guard, log)
  if (client.rename) answerRename(connection, service, documents, client, guard)
  answerCommands(
    connection,
    service,
    documents,
    client,
    guard,
    async (uri) => (await host.isWritable?.(uri)) ?? true,
  )
  answerGate(connection, service, documents, guard)
  answerNewSpec(connection, service, async (uri) => (await host.exists?.(uri)) === true, guard)

  connection.onInitialized(
    guard.notification('initialized', async () => {
      for (const sentence of missingOf(client)) log('info', sentence)
      folders.start()
      ofWorkspace.start()
      await Promise.all([settings.start(), watched.start()])
    }),
  )
  return initializeResult(client)
}

/** Asks the client to ask again, as answers it has were judged by what has changed since. */
function refresh(connection: Connection, client: ClientProfile, log: Log): void {
  // At once it throws where the client has gone meanwhile.
  const ask = async () => [
    client.pullDiagnostics && client.refreshDiagnostics
      ? connection.languages.diagnostics.refresh()
      : undefined,
    client.codeLens && client.refreshCodeLens
      ? connection.sendRequest('workspace/codeLens/refresh')
      : undefined,
    client.inlayHints && client.refreshInlayHints ? connection.languages.inlayHint.refresh() : undefined,
    (client.semanticTokens || client.semanticTokensRange) && client.refreshSemanticTokens
      ? connection.languages.semanticTokens.refresh()
      : undefined,
  ]
  ask()
    .then((refreshes) => Promise.all(refreshes))
    .catch((error: unknown) => log('warn', `A refresh failed: ${describe(error)}`))
}

/** Settles when the messages that are waiting have been handled. */
function nextTurn(): Promise<void> {
  return new Promise((turn) => void RAL().timer.setImmediate(turn))
}
