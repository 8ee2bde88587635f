import { type Uri, workspace } from 'vscode'

export interface MarkdownFilter {
  readonly scheme: string
  readonly language: 'markdown'
}

/**
 * The Markdown documents that are anyone's own: on disk, untitled, or of the file system that a workspace folder lives
 * in. All other schemes are copies to look at, such as the `git:` side of a diff.
 */
export function documentSelector(): MarkdownFilter[] {
  return [...ownSchemes()].map((scheme) => ({ scheme, language: 'markdown' }))
}

/** Whether `documentSelector` was made before a folder of this file system was opened. */
export function isNewScheme(selector: readonly MarkdownFilter[], uri: Uri): boolean {
  return !selector.some((filter) => filter.scheme === uri.scheme)
}

function ownSchemes(): ReadonlySet<string> {
  return new Set([
    'file',
    'untitled',
    ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme),
  ])
}
