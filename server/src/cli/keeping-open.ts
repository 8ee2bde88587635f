import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'

/** A service that keeps the files it judges open, as long as there is room. */
export interface OpenService extends SpecService {
  /** The file has changed or is gone. */
  forget(uri: string): void
  forgetAll(): void
}

/** UTF-16 code units of the documents remembered: what is known of one takes some thirty times its text. */
const MOST = 8_000_000

/** Checked again, an unchanged document then costs next to nothing. */
export function keepingOpen(service: SpecService): OpenService {
  const lengths = new Map<string, number>()
  let total = 0
  function forget(uri: string): void {
    total -= lengths.get(uri) ?? 0
    lengths.delete(uri)
    service.close(uri)
  }
  const folders = new Set<string>()
  return {
    ...service,
    /** Once: it is told what changes in it. */
    async addFolder(folder, options) {
      if (folders.has(folder)) return
      folders.add(folder)
      // What is judged is held open: nothing is judged and let go.
      const { judging: _, ...rest } = options ?? {}
      await service.addFolder(folder, rest)
    },
    async analyseFile(uri, text) {
      if (text === undefined || total > MOST) return service.analyseFile(uri, text)
      total += text.length - (lengths.get(uri) ?? 0)
      lengths.set(uri, text.length)
      return service.analyse(TextDocument.create(uri, 'markdown', 0, text))
    },
    forget,
    forgetAll() {
      for (const uri of [...lengths.keys()]) forget(uri)
    },
  }
}
