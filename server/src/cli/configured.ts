import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'

/** Whether a config says that a file is a spec, whatever stands in it: one without text has no other mark. */
export async function isConfigured(service: SpecService, uri: string): Promise<boolean> {
  const { kind } = await service.explain(TextDocument.create(uri, 'markdown', 0, ''))
  service.close(uri)
  return kind === 'spec'
}
