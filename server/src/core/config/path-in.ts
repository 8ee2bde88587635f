import { URI } from 'vscode-uri'
import type { Config } from './config'

/** The path of a file from the folder of its config, with `/`, decoded; `undefined` where it does not lie in it. */
export function pathIn(config: Config, uri: string): string | undefined {
  const base = config.uri ?? config.baselineUri
  if (base === undefined) return undefined
  const baseUri = URI.parse(base)
  const file = URI.parse(uri)
  const folder = baseUri.path.slice(0, baseUri.path.lastIndexOf('/') + 1)
  const sameSystem = file.scheme === baseUri.scheme && file.authority === baseUri.authority
  return sameSystem && file.path.startsWith(folder) ? file.path.slice(folder.length) : undefined
}
