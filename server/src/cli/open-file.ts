import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'
import type { CliFiles } from './environment'
import { isMarkdownFile } from './markdown-files'

export type Opened =
  | { readonly kind: 'open'; readonly document: TextDocument }
  | NoSpec
  /** A sentence that names the file. */
  | { readonly kind: 'failed'; readonly problem: string }

/** A file that no command has to do with. */
export interface NoSpec {
  readonly kind: 'no spec'
}

/** The document at a path, where it may be a specification: all files of a commit may be given, pictures too. */
export async function openFile(path: string, service: SpecService, files: CliFiles): Promise<Opened> {
  const uri = files.uriOf(path)
  // Before it is read: one reason to ignore a file is that it cannot be.
  const role = await service.configured(uri)
  if (role === 'ignored' || (role !== 'spec' && !isMarkdownFile(path))) return { kind: 'no spec' }
  const read = await files.read(path, (size) => service.refusedSize(uri, size))
  if ('problem' in read) return { kind: 'failed', problem: read.problem }
  return { kind: 'open', document: TextDocument.create(uri, 'markdown', 0, read.text) }
}
