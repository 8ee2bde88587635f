import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { URI } from 'vscode-uri'
import type { SymbolCache } from '../core/workspace/file-reading'
import { createShardStore } from './cache-shards'
import { digest } from './digest'
import { createSymbolCache } from './symbol-cache'

/**
 * The cache of a folder.
 *
 * @param root URI of the folder that the client gives for caches, which holds nothing else of its own
 * @param folder URI of what is read
 * @param log told once where it cannot be written
 */
export function openCache(
  root: string,
  folder: string,
  log: (message: string) => void,
): SymbolCache | undefined {
  const parsed = URI.parse(root)
  const version = parsed.scheme === 'file' ? readerVersion() : undefined
  if (version === undefined) return undefined
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  return createSymbolCache(createShardStore(join(parsed.fsPath, 'index', name), version, log), () =>
    Date.now(),
  )
}

/** Names this program by its own text, and the runtime that writes: a build that reads otherwise has another name. */
function readerVersion(): string | undefined {
  try {
    // The chunks of a bundle are named by what is in them: this one changes with all that it imports.
    return digest(readFileSync(fileURLToPath(import.meta.url)) + process.versions.v8)
  } catch {
    return undefined
  }
}
