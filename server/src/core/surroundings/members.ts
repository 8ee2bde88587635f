import { URI, Utils } from 'vscode-uri'
import type { Config } from '../config/config'
import { groupNames } from '../config/group-of'
import type { SpecIndex } from '../index/spec-index'

/** Reads the other files of a spec. */
export interface MemberReader {
  /** Text of a file, unsaved text first; `undefined` where there is none. */
  readText(uri: string): Promise<string | undefined>
  /** The index of a text, `undefined` where it is no spec. Pure. */
  index(uri: string, text: string, config: Config): SpecIndex | undefined
}

/** The other files of a document's spec. Remembers those it has read until their text changes. */
export interface Members {
  /** In the order in which the config lists them; the same object as long as nothing of them has changed. */
  of(uri: string, config: Config): Promise<readonly SpecIndex[]>
  /** Texts may have changed: that of one file, or all. */
  forget(uri?: string): void
}

interface Read {
  readonly text: string
  readonly config: Config
  readonly index: SpecIndex | undefined
}

/** Files remembered: more than a person has open, less than a large repository has. */
const MOST_READ = 200

export function createMembers(reader: MemberReader): Members {
  const texts = new Map<string, Promise<string | undefined>>()
  const known = new Map<string, Read>()

  async function indexOf(uri: string, config: Config): Promise<SpecIndex | undefined> {
    const text = await (texts.get(uri) ?? read(uri))
    if (text === undefined) return undefined
    const before = known.get(uri)
    if (before?.text === text && before.config === config) return before.index
    const index = reader.index(uri, text, config)
    if (known.size >= MOST_READ) known.clear()
    known.set(uri, { text, config, index })
    return index
  }

  function read(uri: string): Promise<string | undefined> {
    const text = reader.readText(uri)
    texts.set(uri, text)
    return text
  }

  return {
    async of(uri, config) {
      const others = siblings(uri, config)
      if (others.length === 0) return NOBODY
      const indexes = await Promise.all(others.map((other) => indexOf(other, config)))
      const members = indexes.filter((index) => index !== undefined)
      return members.length === 0 ? NOBODY : members
    },
    forget(uri) {
      if (uri === undefined) texts.clear()
      else texts.delete(uri)
    },
  }
}

const NOBODY: readonly SpecIndex[] = []

/** URIs of the files that would be one spec with this one. */
function siblings(uri: string, config: Config): readonly string[] {
  const file = URI.parse(uri)
  if (!file.path.startsWith('/')) return []
  const [, ...others] = groupNames(uri, config)
  const folder = Utils.dirname(file)
  return others.map((other) => Utils.joinPath(folder, other).toString())
}
