import { URI, Utils } from 'vscode-uri'
import type { SpecDocument } from '../model/spec-document'

/** Where other files are found. */
export interface OtherFiles {
  /** Left out where files cannot be listed. */
  readonly findFiles: ((folder: string) => Promise<readonly string[]>) | undefined
  readText(uri: string): Promise<string | undefined>
}

/** Folders above the document that are looked into: its own, and where specs of a project usually lie side by side. */
const UP = 1

/**
 * Whether another file names one of these IDs of a spec: one that names the document by its ID or file name, or lies in its
 * folder. By text alone, so rather too often than once too seldom; `true` where files cannot be listed.
 */
export async function isNamedElsewhere(
  { uri, documentId }: SpecDocument,
  ids: readonly string[],
  { findFiles, readText }: OtherFiles,
): Promise<boolean> {
  const own = URI.parse(uri)
  if (findFiles === undefined || !own.path.startsWith('/')) return true
  const folder = Utils.dirname(own)
  let root = folder
  for (let step = 0; step < UP; step++) root = Utils.dirname(root)
  const names = [Utils.basename(own), ...(documentId?.value ? [documentId.value] : [])]
  for (const other of await findFiles(root.toString())) {
    if (other === uri) continue
    const text = await readText(other)
    if (text === undefined || !ids.some((id) => text.includes(id))) continue
    const isBeside = Utils.dirname(URI.parse(other)).toString() === folder.toString()
    if (names.some((name) => text.includes(name)) || (isBeside && !defines(text, ids))) return true
  }
  return false
}

/** A file that defines an ID of that name means its own. */
function defines(text: string, ids: readonly string[]): boolean {
  return ids.some((id) => text.includes(`**[${id}]**`) || text.includes(`**${id}**`))
}
