import { URI, Utils } from 'vscode-uri'
import type { Config } from './config'

/**
 * Names of the files that are one spec with a file where they lie in its folder, its own first. Groups that share a name
 * are one.
 */
export function groupNames(uri: string, { groups }: Config): readonly string[] {
  const names = new Set([Utils.basename(URI.parse(uri))])
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const group of groups)
      if (group.some((one) => names.has(one))) for (const one of group) names.add(one)
  }
  return [...names]
}

/** Names the group of a file: the same for all of its files, and for no other. `undefined` where it is one by itself. */
export function groupOf(uri: string, config: Config): string | undefined {
  const names = groupNames(uri, config)
  return names.length === 1
    ? undefined
    : `${uri.slice(0, uri.lastIndexOf('/'))}/${[...names].sort().join('|')}`
}
