import { URI, Utils } from 'vscode-uri'
import { lazily } from '../text/lazily'
import { BASELINE_FILE } from './baseline-file'
import { type Config, type ConfigProblem, DEFAULT_CONFIG } from './config'
import { type ConfigHost, readText } from './config-host'
import { childOf, isWithin, parentOf } from './folders'
import { readBaseline } from './read-baseline'
import { type ConfigFiles, readConfig } from './read-config'
import { isRepository } from './repository'

export const CONFIG_FILE = 'specmark.json'

export interface ConfigLoader {
  /**
   * The config that holds for a file: the nearest `specmark.json` upward from it. The search ends at the first one, at a
   * folder that has a `.git`, or at the top. The same object until a file it was read from changes.
   */
  configFor(uri: string): Promise<Config>
  /**
   * A file was created, changed or deleted: configs read from it, or from its absence, are read again when they are asked
   * for. Those that count among `problems` at once: settles when they have been read.
   *
   * @returns whether documents may be read otherwise now; by a baseline they are only judged otherwise
   */
  fileChanged(uri: string): Promise<boolean>
  /** Problems of all configs read so far. */
  problems(): readonly ConfigProblem[]
}

/** What is known of a folder that has a config of its own, or is a repository's root. */
interface Own extends ConfigFiles {
  readonly problems: readonly ConfigProblem[]
}

export function createConfigLoader(host: ConfigHost): ConfigLoader {
  const defaults = lazily((): Config => ({ ...DEFAULT_CONFIG, allTemplates: host.templates() }))
  /** Each folder's answer: its own config or its parent's. */
  const folders = new Map<string, Promise<Config>>()
  /** By folder: for `problems`, and to know whom a changed file concerns. */
  const own = new Map<string, Own>()

  function configOfFolder(folder: string): Promise<Config> {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const config = findConfig(folder, () => folders.get(folder) === config)
    folders.set(folder, config)
    return config
  }

  /** @param isCurrent whether no file that it is read from has changed since */
  async function findConfig(folder: string, isCurrent: () => boolean): Promise<Config> {
    const uri = childOf(folder, CONFIG_FILE)
    const keep = (known: Own) => {
      if (isCurrent()) own.set(folder, known)
    }
    const read = await readText(host, uri)
    if ('reason' in read) {
      // Not as if there were none: documents would be judged by the defaults, and nobody would know why.
      const problem = { uri, message: `The config cannot be read: ${read.reason}`, start: 0, end: 0 }
      const others = await defaultsOf(folder, keep)
      return kept({ ...others, uri, problems: [problem, ...others.problems] }, keep)
    }
    if (read.text !== undefined) {
      const announce = (files: ConfigFiles) => keep({ ...files, problems: [] })
      const config = await readConfig(host, { uri, folder, text: read.text }, announce)
      host.log('info', summaryOf(config))
      return kept(config, keep)
    }
    if (await isRepository(host, folder)) return kept(await defaultsOf(folder, keep), keep)
    const parent = parentOf(folder)
    return parent === undefined ? defaults() : configOfFolder(parent)
  }

  function kept(config: Config, keep: (known: Own) => void): Config {
    keep(config)
    for (const problem of config.problems) host.log('warn', `${problem.uri}: ${problem.message}`)
    return config
  }

  /** What holds in a folder without a config that can be read: the defaults, and the baseline in it. */
  async function defaultsOf(folder: string, keep: (known: Own) => void): Promise<Config> {
    const baselineUri = childOf(folder, BASELINE_FILE)
    keep({ templateUris: [], baselineUri, problems: [] })
    return { ...defaults(), baselineUri, ...(await readBaseline(host, baselineUri)) }
  }

  function forget(folder: string): void {
    for (const known of [...folders.keys()]) {
      if (known === folder || isWithin(folder, known)) folders.delete(known)
    }
    own.delete(folder)
  }

  return {
    async configFor(uri) {
      const folder = parentOf(uri)
      return folder === undefined ? defaults() : configOfFolder(folder)
    },
    async fileChanged(uri) {
      const changed = URI.parse(uri)
      const key = changed.toString()
      const ofConfig = Utils.basename(changed) === CONFIG_FILE ? Utils.dirname(changed).toString() : undefined
      const isTemplate = ({ templateUris }: Own) => templateUris.includes(key)
      const rereads = ofConfig !== undefined || [...own.values()].some(isTemplate)
      const affected = [...own].flatMap(([folder, known]) =>
        folder === ofConfig || known.baselineUri === key || isTemplate(known) ? [folder] : [],
      )
      if (ofConfig !== undefined) forget(ofConfig)
      for (const folder of affected) forget(folder)
      await Promise.all(affected.map(configOfFolder))
      return rereads
    },
    problems: () => [...own.values()].flatMap(({ problems }) => problems),
  }
}

/** What a log says of a config: how much of each thing it has. */
function summaryOf({ uri, specs, ignore, templates, severities, overrides }: Config): string {
  const counts = [
    count(specs.length, 'glob'),
    count(ignore.length, 'ignored glob'),
    count(templates.length, 'template'),
    count(severities.size, 'severity', 'severities'),
    count(overrides.length, 'override'),
  ]
  return `Config ${uri}: ${counts.join(', ')}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
