import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  ConfigurationParams,
  LogMessageParams,
  MessageActionItem,
  ProtocolConnection,
  PublishDiagnosticsParams,
  RegistrationParams,
  ShowDocumentParams,
  ShowMessageRequestParams,
} from 'vscode-languageserver/node'
import type { DocumentStatus, SpecsChange } from '../../../src/lsp/protocol'

/** What came from the server unasked. Everything is kept; `until` waits for what has not come yet. */
export interface Inbox {
  readonly statuses: readonly DocumentStatus[]
  /** How many specs have errors, told while nobody looks. */
  readonly specsWithErrors: readonly number[]
  /** What has become of the specs of the workspace. */
  readonly specs: readonly SpecsChange[]
  readonly published: readonly PublishDiagnosticsParams[]
  readonly logged: readonly LogMessageParams[]
  readonly registered: readonly RegistrationParams[]
  /** Methods of refresh requests. */
  readonly refreshed: readonly string[]
  readonly edits: readonly ApplyWorkspaceEditParams[]
  /** Places that the server has asked to be shown. */
  readonly shown: readonly ShowDocumentParams[]
  /** What the server has asked the person. */
  readonly questions: readonly ShowMessageRequestParams[]
  /** How questions are answered from now on; not at all, unless a test says otherwise. */
  answerQuestions(answer: Answer | (() => Promise<Answer>)): void
  /** How edits are answered from now on; applied, unless a test says otherwise. */
  answerEdits(answer: ApplyWorkspaceEditResult): void
  /** Asked now and after each message; settles with the first value that is not undefined. */
  until<T>(read: () => T | undefined): Promise<T>
}

type Answer = MessageActionItem | null

const REFRESHES = [
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/semanticTokens/refresh',
]

/** Listens on the client's side. @param settings what `workspace/configuration` answers for a section. */
export function createInbox(
  connection: ProtocolConnection,
  settings: (item: { readonly section?: string }) => unknown,
): Inbox {
  const statuses: DocumentStatus[] = []
  const specs: SpecsChange[] = []
  const specsWithErrors: number[] = []
  const published: PublishDiagnosticsParams[] = []
  const logged: LogMessageParams[] = []
  const registered: RegistrationParams[] = []
  const refreshed: string[] = []
  const edits: ApplyWorkspaceEditParams[] = []
  const shown: ShowDocumentParams[] = []
  const questions: ShowMessageRequestParams[] = []
  let questionAnswer: Answer | (() => Promise<Answer>) = null
  const waiting = new Set<() => void>()
  let editAnswer: ApplyWorkspaceEditResult = { applied: true }

  function keep<T>(list: T[], message: T): void {
    list.push(message)
    for (const look of [...waiting]) look()
  }

  connection.onNotification('specmark/progress', (status: DocumentStatus) => keep(statuses, status))
  connection.onNotification('specmark/specsWithErrors', (count: number) => keep(specsWithErrors, count))
  connection.onNotification('specmark/specsChanged', (change: SpecsChange) => keep(specs, change))
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
    keep(published, params),
  )
  connection.onNotification('window/logMessage', (params: LogMessageParams) => keep(logged, params))
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    keep(registered, params)
    return null
  })
  connection.onRequest('client/unregisterCapability', () => null)
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map((item) => settings(item)),
  )
  connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
    keep(shown, params)
    return { success: true }
  })
  connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
    keep(questions, params)
    return typeof questionAnswer === 'function' ? questionAnswer() : questionAnswer
  })
  connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    keep(edits, params)
    return editAnswer
  })
  for (const method of REFRESHES) {
    connection.onRequest(method, () => {
      keep(refreshed, method)
      return null
    })
  }
  return {
    statuses,
    specs,
    specsWithErrors,
    published,
    logged,
    registered,
    refreshed,
    edits,
    shown,
    questions,
    answerQuestions(answer) {
      questionAnswer = answer
    },
    answerEdits(answer) {
      editAnswer = answer
    },
    until: (read) =>
      new Promise((resolve) => {
        const look = () => {
          const value = read()
          if (value === undefined) return
          waiting.delete(look)
          resolve(value)
        }
        waiting.add(look)
        look()
      }),
  }
}
