import { URI, Utils } from 'vscode-uri'

/** URI of the folder that a file or folder lies in; `undefined` at the top, and for documents without a folder. */
export function parentOf(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  // `untitled:Untitled-1`.
  if (!parsed.path.startsWith('/')) return undefined
  const parent = Utils.dirname(parsed).toString()
  return parent === parsed.toString() ? undefined : parent
}

export function childOf(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString()
}

/** Whether a file or folder lies in a folder. */
export function isWithin(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
