import type {
  Connection,
  Diagnostic,
  ResultProgressReporter,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { DiagnosticSeverity } from 'vscode-languageserver-types'
import type { SpecService } from '../core/service'
import { hash } from '../core/text/hash'
import { diagnosticsFor } from './adapt'
import type { ClientProfile } from './client-profile'
import type { Documents } from './documents'
import { describe, type Guard } from './errors'
import { DocumentDiagnosticReportKind } from './library'
import type { Log } from './log'
import type { SettingsSource } from './settings'

/** Findings of the files that nobody has open. */
export interface WorkspaceDiagnostics {
  /** To be called once the client is initialized. */
  start(): void
  /** These files may be judged otherwise now. */
  changed(uris: Iterable<string>): void
  /** The scope may be another one. */
  settingsChanged(): void
}

const AT_START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** What a person sees of a file that is not read: that nothing is found in it means nothing. */
function leftOut(reason: string): Diagnostic {
  return {
    range: AT_START,
    severity: DiagnosticSeverity.Information,
    code: 'internal/left-out',
    source: 'specmark',
    message: `This file is left out: ${reason}`,
  }
}

/** One request of the client, held open until it is cancelled. */
interface Session {
  /** By URI: what the client has. */
  readonly known: Map<string, string>
  readonly pending: Set<string>
  report(item: WorkspaceFullDocumentDiagnosticReport): void
  isOver: boolean
  running: boolean
}

/**
 * Answers `workspace/diagnostic` by partial results only and holds the request open until it is cancelled: clients ask again
 * seconds after each answer, for ever. A client that takes no partial results gets an empty answer.
 */
export function answerWorkspaceDiagnostics(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  settings: SettingsSource,
  pause: () => Promise<void>,
  guard: Guard,
  log: Log,
): WorkspaceDiagnostics {
  const sessions = new Set<Session>()

  connection.languages.diagnostics.onWorkspace((params, token, _, results) =>
    guard.request('workspace/diagnostic', async (): Promise<WorkspaceDiagnosticReport> => {
      if (results === undefined) return { items: [] }
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]))
      const session = openSession(known, results)
      sessions.add(session)
      await new Promise<void>((cancelled) => {
        token.onCancellationRequested(() => cancelled())
        void fill(session)
      })
      session.isOver = true
      sessions.delete(session)
      return { items: [] }
    })(params, token),
  )

  function openSession(
    known: Map<string, string>,
    results: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
  ): Session {
    const report = (item: WorkspaceFullDocumentDiagnosticReport) => results.report({ items: [item] })
    return { known, pending: new Set(), report, isOver: false, running: false }
  }

  /** For a client that is told findings, not asked for them. */
  function publishingSession(): Session {
    const report = ({ uri, items }: WorkspaceFullDocumentDiagnosticReport) => {
      connection
        .sendDiagnostics({ uri, diagnostics: items })
        .catch((error: unknown) => log('warn', `Publishing the findings of ${uri}: ${describe(error)}`))
    }
    return { known: new Map(), pending: new Set(), report, isOver: false, running: false }
  }

  /** All that the client has or should have. */
  async function fill(session: Session): Promise<void> {
    await service.settled()
    for (const { uri } of service.heads()) session.pending.add(uri)
    for (const uri of service.leftOut().keys()) session.pending.add(uri)
    for (const uri of session.known.keys()) session.pending.add(uri)
    await work(session)
  }

  async function work(session: Session): Promise<void> {
    if (session.running) return
    session.running = true
    try {
      for (let uri = next(session); uri !== undefined && !session.isOver; uri = next(session)) {
        await judge(session, uri)
        await pause()
      }
    } finally {
      session.running = false
    }
  }

  function next({ pending }: Session): string | undefined {
    const [uri] = pending
    if (uri !== undefined) pending.delete(uri)
    return uri
  }

  async function judge(session: Session, uri: string): Promise<void> {
    try {
      const items = await itemsOf(uri)
      if (session.isOver || items === undefined) return
      const resultId = hash(JSON.stringify(items))
      if (session.known.get(uri) === resultId) return
      if (items.length > 0) session.known.set(uri, resultId)
      else if (!session.known.delete(uri)) return
      session.report({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items })
    } catch (error) {
      log('error', `Checking ${uri}: ${describe(error)}`)
    }
  }

  /** `undefined` for a document that is open: its findings are asked for by themselves. */
  async function itemsOf(uri: string) {
    if (documents.get(uri) !== undefined) return undefined
    const { scope } = await settings.current()
    const reason = service.leftOut().get(uri)
    if (reason !== undefined) return scope === 'workspace' ? [leftOut(reason)] : []
    const isAsked = scope === 'workspace' && service.file(uri) !== undefined
    const analysis = isAsked ? await service.analyseFile(uri) : undefined
    return analysis === undefined ? [] : diagnosticsFor(client, analysis.diagnostics)
  }

  return {
    start() {
      if (client.pullDiagnostics) return
      const session = publishingSession()
      sessions.add(session)
      void fill(session)
    },
    changed(uris) {
      for (const session of sessions) {
        for (const uri of uris) session.pending.add(uri)
        void work(session)
      }
    },
    settingsChanged() {
      for (const session of sessions) void fill(session)
    },
  }
}
