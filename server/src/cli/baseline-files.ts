import { URI, Utils } from 'vscode-uri'
import { parseBaseline } from '../core/config/baseline-file'
import type { BaselineEntry } from '../core/rules/baseline'
import type { CliFiles } from './environment'
import type { FoundFiles } from './find-files'
import type { StaleEntry } from './report'

/** A baseline as it lies on the disk. */
export interface BaselineFile {
  readonly uri: string
  /** `undefined` where there is none that can be read. */
  readonly text: string | undefined
  /** By path from its folder. */
  readonly entries: ReadonlyMap<string, readonly BaselineEntry[]>
}

export async function readBaselineFile(uri: string, files: CliFiles): Promise<BaselineFile> {
  const read = await files.read(files.pathOf(uri))
  if ('problem' in read) return { uri, text: undefined, entries: new Map() }
  return { uri, text: read.text, entries: parseBaseline(read.text).files }
}

/**
 * Paths of a baseline that a run has looked for without finding a specification: it is gone, or is none any more.
 *
 * @param checked paths of those that it has found
 */
export function vanishedFrom(
  { uri, entries }: BaselineFile,
  checked: ReadonlySet<string>,
  found: FoundFiles,
  files: CliFiles,
): readonly string[] {
  const named = new Set(found.paths.map(files.uriOf))
  const folders = found.folders
    .filter(({ kind }) => kind === 'folder')
    .map(({ path }) => `${files.uriOf(path).replace(/\/$/, '')}/`)
  return [...entries.keys()].filter((path) => {
    if (checked.has(path)) return false
    const file = files.uriOf(files.pathOf(placeOf(uri, path)))
    return named.has(file) || folders.some((folder) => file.startsWith(folder))
  })
}

/** Entries of files that have vanished. @param checked by baseline, the paths that a run has found */
export async function vanishedEntries(
  checked: ReadonlyMap<string, ReadonlySet<string>>,
  found: FoundFiles,
  files: CliFiles,
): Promise<readonly StaleEntry[]> {
  const stale: StaleEntry[] = []
  for (const [uri, paths] of checked) {
    const baseline = await readBaselineFile(uri, files)
    for (const path of vanishedFrom(baseline, paths, found, files)) {
      const file = files.nameOf(placeOf(uri, path))
      stale.push(...(baseline.entries.get(path) ?? []).map((entry) => ({ file, ...entry })))
    }
  }
  return stale
}

function placeOf(baselineUri: string, path: string): string {
  return Utils.joinPath(Utils.dirname(URI.parse(baselineUri)), path).toString()
}
