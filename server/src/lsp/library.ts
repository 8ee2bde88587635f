/**
 * What runs of the protocol library, imported in one place: it is CommonJS, of which a bundle copies all seven hundred names for each
 * module that imports it. Only Node's transports are imported elsewhere, by the one module that makes them (`node/serve-client`).
 */
export {
  CodeActionTriggerKind,
  createConnection,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  MessageType,
  RAL,
  ResponseError,
  ShowMessageRequest,
  TextDocumentSaveReason,
  TextDocuments,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver'
