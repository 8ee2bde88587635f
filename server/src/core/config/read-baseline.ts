import type { BaselineEntry } from '../rules/baseline'
import { parseBaseline } from './baseline-file'
import type { ConfigProblem } from './config'
import { type ConfigHost, readText } from './config-host'

export interface ReadBaseline {
  readonly baseline: ReadonlyMap<string, readonly BaselineEntry[]>
  readonly problems: readonly ConfigProblem[]
}

/** The baseline in a file; none, and no problem, where there is no such file. */
export async function readBaseline(host: ConfigHost, uri: string): Promise<ReadBaseline> {
  const read = await readText(host, uri)
  if ('reason' in read) {
    const message = `The baseline cannot be read: ${read.reason}`
    return { baseline: new Map(), problems: [{ uri, message, start: 0, end: 0 }] }
  }
  if (read.text === undefined) return { baseline: new Map(), problems: [] }
  const { files, problems } = parseBaseline(read.text)
  const entries = [...files.values()].reduce((sum, ofFile) => sum + ofFile.length, 0)
  host.log('info', `Baseline ${uri}: ${entries} findings of ${files.size} files`)
  return { baseline: files, problems: problems.map((problem) => ({ uri, ...problem })) }
}
