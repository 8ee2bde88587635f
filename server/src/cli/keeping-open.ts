import type { SpecService } from '../core/service'

/** A service that remembers documents after they are closed, as long as there is room. */
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
  return {
    ...service,
    analyse(document) {
      const length = document.getText().length
      total += length - (lengths.get(document.uri) ?? 0)
      lengths.set(document.uri, length)
      return service.analyse(document)
    },
    close(uri) {
      if (total > MOST || !lengths.has(uri)) forget(uri)
    },
    forget,
    forgetAll() {
      for (const uri of [...lengths.keys()]) forget(uri)
    },
  }
}
