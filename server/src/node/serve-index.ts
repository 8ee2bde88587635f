import { createSpecService } from '../core/service'
import type { FileReading } from '../core/workspace/file-reading'
import { digest } from './digest'
import { createWaitingHost } from './host'
import { serveWorker } from './serve-worker'

/** In a worker thread: answers the URI of each file with what the index is to hold of it. */
export function serveIndex(): void {
  // Who asks reads the same configs, and logs what is wrong with them.
  const service = createSpecService({ ...createWaitingHost(() => undefined), digest })
  serveWorker<string, FileReading>((uri) => service.readFile(uri))
}
