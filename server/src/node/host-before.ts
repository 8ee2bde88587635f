import { basename } from 'node:path'
import { URI } from 'vscode-uri'
import type { FilesBefore } from '../cli/files-before'
import type { SpecHost } from '../core/service'

/** Files that say how specifications are judged: the rules of today are held against the texts of then. */
const CONFIGS = ['specmark.json', 'specmark-baseline.json']

/**
 * A host in whose world some repositories are as they were. Configs, templates and baselines are those of now, and so is
 * what lies elsewhere.
 *
 * @param isTemplate whether the file of a URI is a config's template
 */
export function createHostBefore(
  host: SpecHost,
  repositories: readonly FilesBefore[],
  isTemplate: (uri: string) => boolean,
): SpecHost {
  /** The repository that a file is read from, and its path; `undefined` where it is read as it is now. */
  function then(uri: string): { readonly files: FilesBefore; readonly path: string } | undefined {
    const parsed = URI.parse(uri)
    if (parsed.scheme !== 'file' || isTemplate(uri)) return undefined
    const path = parsed.fsPath
    if (CONFIGS.includes(basename(path)) || /[\\/]\.git(?:[\\/]|$)/.test(path)) return undefined
    const files = repositories.find((one) => one.covers(path))
    return files === undefined || files.isSame(path) ? undefined : { files, path }
  }
  return {
    ...host,
    async readFile(uri) {
      const before = then(uri)
      if (before === undefined) return host.readFile(uri)
      return before.files.has(before.path) ? before.files.read(before.path) : undefined
    },
    ...(host.exists === undefined
      ? {}
      : {
          async exists(uri: string) {
            const before = then(uri)
            return before === undefined ? (host.exists?.(uri) ?? true) : before.files.has(before.path)
          },
        }),
  }
}
