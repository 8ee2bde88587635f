import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { URI, Utils } from 'vscode-uri'
import { textEdits } from './fixes/text-edits'
import type { Edit } from './rules/rule'
import { Refused } from './text/refused'

/** Edits of one file. */
export interface FileEdits {
  readonly uri: string
  /** Of the open document that they were made for; `null` for a file that is not open. */
  readonly version: number | null
  readonly edits: readonly TextEdit[]
}

/** What is to be edited, in the version that counts. */
export interface EditedFile {
  readonly uri: string
  readonly text: string
  readonly version: number | null
}

/**
 * Edits of several files, as a client is to make them.
 *
 * @param edits by URI
 * @param onDisk text of a file on the disk
 * @throws {Refused} where there are several, and one of them is open with text that was not saved: half of the change
 * would be on the disk and half would not
 */
export async function editsOfFiles(
  edits: ReadonlyMap<string, readonly Edit[]>,
  files: readonly EditedFile[],
  onDisk: (uri: string) => Promise<string | undefined>,
): Promise<readonly FileEdits[]> {
  const edited = files.filter(({ uri }) => edits.has(uri)).sort((a, b) => (a.uri < b.uri ? -1 : 1))
  for (const { uri, text, version } of edited.length > 1 ? edited : []) {
    if (version === null || (await onDisk(uri).catch(() => undefined)) === text) continue
    const name = Utils.basename(URI.parse(uri))
    throw new Refused(
      `${name} has unsaved changes, or has changed on the disk: save it first, as this edits ${edited.length} files.`,
    )
  }
  return edited.map(({ uri, text, version }) => {
    const document = TextDocument.create(uri, 'markdown', 0, text)
    return { uri, version, edits: textEdits(document, edits.get(uri) ?? []) }
  })
}
