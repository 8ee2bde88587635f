import { URI } from 'vscode-uri'
import { isConfigFile } from '../cli/config-files'
import type { FilesBefore } from '../cli/files-before'
import { isMarkdownFile } from '../cli/markdown-files'
import type { SpecHost } from '../core/service'

/**
 * A host in whose world some repositories are as they were. Configs, templates and baselines are those of now, so
 * that the rules of today are held against the texts of then; and so is what lies elsewhere.
 *
 * @param isConfig whether the file of a URI is a config, template or baseline, whatever it is called
 */
export function createHostBefore(
  host: SpecHost,
  repositories: readonly FilesBefore[],
  isConfig: (uri: string) => boolean,
): SpecHost {
  /** The repository that a file is read from, and its path; `undefined` where it is read as it is now. */
  function then(uri: string): { readonly files: FilesBefore; readonly path: string } | undefined {
    const parsed = URI.parse(uri)
    if (parsed.scheme !== 'file' || isConfig(uri)) return undefined
    const path = parsed.fsPath
    if (isConfigFile(path) || /[\\/]\.git(?:[\\/]|$)/.test(path)) return undefined
    const files = repositories.find((one) => one.covers(path))
    return files === undefined || files.isSame(path) ? undefined : { files, path }
  }
  function isThere(uri: string): boolean {
    const before = then(uri)
    return before === undefined || before.files.has(before.path)
  }

  return {
    ...host,
    async readFile(uri) {
      const before = then(uri)
      if (before === undefined) return host.readFile(uri)
      return before.files.has(before.path) ? before.files.read(before.path) : undefined
    },
    sizeOf: async (uri) => (then(uri) === undefined ? host.sizeOf?.(uri) : undefined),
    async exists(uri) {
      const before = then(uri)
      return before === undefined ? ((await host.exists?.(uri)) ?? true) : before.files.has(before.path)
    },
    async findFiles(folder) {
      const now = (await host.findFiles?.(folder)) ?? []
      const prefix = folder.endsWith('/') ? folder : `${folder}/`
      const gone = repositories
        .flatMap((files) => files.gone.filter(isMarkdownFile))
        .map((path) => URI.file(path).toString())
        .filter((uri) => uri.startsWith(prefix))
      return [...new Set([...now.filter(isThere), ...gone])].sort()
    },
  }
}
