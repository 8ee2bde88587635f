import type { SpecService } from '../core/service'
import { describe } from './errors'
import type { Log } from './log'
import type { WatchedFiles } from './watched-files'

/**
 * Has the folders watched in which specs turn up, those that are made later included: of one that is moved or deleted, clients
 * tell no more than its own name.
 *
 * @returns to be called with each file that was read anew
 */
export function watchFoldersOfSpecs(
  service: SpecService,
  watched: WatchedFiles,
  log: Log,
): (uri: string) => void {
  const known = new Set<string>()
  const added = new Set<string>()

  /** All that have turned up by then at once: each registration costs the client a new watcher. */
  async function include(): Promise<void> {
    await service.settled()
    const folders = [...added]
    added.clear()
    await watched.includeFolders(folders)
  }

  return (uri) => {
    const folder = uri.slice(0, uri.lastIndexOf('/'))
    if (known.has(folder) || service.file(uri) === undefined) return
    known.add(folder)
    added.add(folder)
    if (added.size > 1) return
    include().catch((error: unknown) => log('warn', `Watching ${folder}: ${describe(error)}`))
  }
}
