import type { FileOperationRegistrationOptions } from 'vscode-languageserver'

/** Markdown files, and folders that may hold some. */
export const MOVED_FILES: FileOperationRegistrationOptions = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.{md,markdown,mdown,mkd,mkdn}', matches: 'file' } },
    { scheme: 'file', pattern: { glob: '**/*', matches: 'folder' } },
  ],
}
