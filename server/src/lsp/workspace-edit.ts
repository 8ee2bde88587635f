import type { WorkspaceEdit } from 'vscode-languageserver'
import type { FileEdits } from '../core/edits-of-files'
import type { ClientProfile } from './client-profile'

/** Edits of files as the client can take them: with the versions that they were made for, where it knows of versions. */
export function workspaceEditOf(client: ClientProfile, files: readonly FileEdits[]): WorkspaceEdit {
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) }
  }
  return {
    documentChanges: files.map(({ uri, version, edits }) => ({
      textDocument: { uri, version },
      edits: [...edits],
    })),
  }
}
