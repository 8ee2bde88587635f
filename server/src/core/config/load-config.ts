import { URI, Utils } from 'vscode-uri'
import { readTemplate } from '../template/read-template'
import type { Template } from '../template/template'
import { type Config, type ConfigProblem, DEFAULT_CONFIG, type SpecGlob } from './config'
import { compileGlob } from './glob'
import { type ParsedConfig, type PlacedGlob, type PlacedText, parseConfig } from './parse-config'

export const CONFIG_FILE = 'specmark.json'

/** What the loader needs of the world. */
export interface ConfigHost {
  /** Text of a file, `undefined` where there is none. Rejects with a reason, a sentence, where it cannot be read. */
  readFile(uri: string): Promise<string | undefined>
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
  /** The built-in templates: their names may be given in `specs`. */
  readonly templates: readonly Template[]
}

export interface ConfigLoader {
  /**
   * The config that holds for a file: the nearest `specmark.json` upward from it. The search ends at the first one, at a
   * folder that has a `.git`, or at the top. The same object until a file it was read from changes.
   */
  configFor(uri: string): Promise<Config>
  /**
   * A file was created, changed or deleted: configs read from it, or from its absence, are read again when they are asked
   * for. Those that count among `problems` at once: settles when they have been read.
   */
  fileChanged(uri: string): Promise<void>
  /** Problems of all configs read so far. */
  problems(): readonly ConfigProblem[]
}

/** One folder's answer: its own config or its parent's. */
interface FolderEntry {
  readonly config: Promise<Config>
}

/** Template files that a config names, and what their place in the config is. */
interface TemplateFile {
  readonly uri: string
  readonly place: PlacedText
}

export function createConfigLoader(host: ConfigHost): ConfigLoader {
  const folders = new Map<string, FolderEntry>()
  /** Config files read, by folder: for `problems`, and to know whom a changed template concerns. */
  const loaded = new Map<
    string,
    { readonly templateUris: readonly string[]; problems: readonly ConfigProblem[] }
  >()

  function configOfFolder(folder: string): Promise<Config> {
    const known = folders.get(folder)
    if (known !== undefined) return known.config
    const entry = { config: findConfig(folder) }
    folders.set(folder, entry)
    return entry.config
  }

  async function findConfig(folder: string): Promise<Config> {
    const uri = childOf(folder, CONFIG_FILE)
    const read = await readText(host, uri)
    if ('reason' in read) return unreadable(folder, uri, read.reason)
    if (read.text !== undefined) return readConfig(folder, uri, read.text)
    const parent = parentOf(folder)
    if (parent === undefined || (await isRepository(host, folder))) return DEFAULT_CONFIG
    return configOfFolder(parent)
  }

  /** Not as if there were none: documents would be judged by the defaults, and nobody would know why. */
  function unreadable(folder: string, uri: string, reason: string): Config {
    const problem = { uri, message: `The config cannot be read: ${reason}`, start: 0, end: 0 }
    const config: Config = { ...DEFAULT_CONFIG, uri, problems: [problem] }
    loaded.set(folder, config)
    host.log('warn', `${uri}: ${problem.message}`)
    return config
  }

  async function readConfig(folder: string, uri: string, text: string): Promise<Config> {
    const parsed = parseConfig(text)
    const boundary = parsed.root ? folder : await repositoryOf(host, folder)
    const { files, problems: pathProblems } = templateFiles(parsed, folder, uri, boundary)
    const templateUris = files.map((file) => file.uri)
    // Known before the templates are read: one of them may change meanwhile.
    loaded.set(folder, { templateUris, problems: [] })
    const read = await readTemplates(host, uri, files)
    const globs = compileGlobs(parsed.specs, [...host.templates, ...read.templates], uri)
    const config: Config = {
      ...DEFAULT_CONFIG,
      uri,
      specs: globs.specs,
      templates: read.templates,
      templateUris,
      problems: [
        ...parsed.problems.map((problem) => ({ uri, ...problem })),
        ...pathProblems,
        ...read.problems,
        ...globs.problems,
      ],
    }
    loaded.set(folder, config)
    host.log(
      'info',
      `Config ${uri}: ${count(config.specs.length, 'glob')}, ${count(files.length, 'template')}`,
    )
    for (const problem of config.problems) host.log('warn', `${problem.uri}: ${problem.message}`)
    return config
  }

  function forget(folder: string): void {
    for (const known of [...folders.keys()]) {
      if (known === folder || known.startsWith(withSlash(folder))) folders.delete(known)
    }
    loaded.delete(folder)
  }

  return {
    async configFor(uri) {
      const folder = parentOf(uri)
      return folder === undefined ? DEFAULT_CONFIG : configOfFolder(folder)
    },
    async fileChanged(uri) {
      const changed = URI.parse(uri)
      const key = changed.toString()
      const own = Utils.basename(changed) === CONFIG_FILE ? Utils.dirname(changed).toString() : undefined
      const affected = [...loaded].flatMap(([folder, { templateUris }]) =>
        folder === own || templateUris.includes(key) ? [folder] : [],
      )
      if (own !== undefined) forget(own)
      for (const folder of affected) forget(folder)
      await Promise.all(affected.map(configOfFolder))
    },
    problems: () => [...loaded.values()].flatMap((config) => config.problems),
  }
}

/** Where a template may be read from: the repository of the config, or its own folder where there is none. */
async function repositoryOf(host: ConfigHost, folder: string): Promise<string> {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (await isRepository(host, at)) return at
  }
  return folder
}

/** A repository has a folder `.git` with a `HEAD`; a worktree or submodule has a file `.git`. */
async function isRepository(host: ConfigHost, folder: string): Promise<boolean> {
  for (const name of ['.git/HEAD', '.git']) {
    const read = await readText(host, childOf(folder, name))
    if ('text' in read && read.text !== undefined) return true
  }
  return false
}

type Read = { readonly text: string | undefined } | { readonly reason: string }

async function readText(host: ConfigHost, uri: string): Promise<Read> {
  try {
    return { text: await host.readFile(uri) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

function templateFiles(parsed: ParsedConfig, folder: string, configUri: string, boundary: string) {
  const files: TemplateFile[] = []
  const problems: ConfigProblem[] = []
  for (const place of parsed.templates) {
    const uri = Utils.resolvePath(URI.parse(folder), place.value).toString()
    const { start, end } = place
    if (!uri.startsWith(withSlash(boundary))) {
      const message = `The template "${place.value}" lies outside of the repository: it was not read.`
      problems.push({ uri: configUri, message, start, end })
    } else if (!files.some((file) => file.uri === uri)) {
      files.push({ uri, place })
    }
  }
  return { files, problems }
}

async function readTemplates(host: ConfigHost, configUri: string, files: readonly TemplateFile[]) {
  const templates: Template[] = []
  const problems: ConfigProblem[] = []
  for (const { uri, place } of files) {
    const at = { uri: configUri, start: place.start, end: place.end }
    const file = await readText(host, uri)
    if ('reason' in file) {
      problems.push({ ...at, message: `The template "${place.value}" cannot be read: ${file.reason}` })
      continue
    }
    if (file.text === undefined) {
      problems.push({ ...at, message: `There is no template "${place.value}", or it cannot be read.` })
      continue
    }
    const read = readTemplate({ uri, text: file.text })
    problems.push(...read.problems)
    if (read.template === undefined) continue
    const { name } = read.template
    if (templates.some((template) => template.name === name)) {
      problems.push({
        ...at,
        message: `Another template before it is named "${name}" too: this one is left out.`,
      })
    } else templates.push(read.template)
  }
  return { templates, problems }
}

function compileGlobs(globs: readonly PlacedGlob[], templates: readonly Template[], uri: string) {
  const specs: SpecGlob[] = []
  const problems: ConfigProblem[] = []
  const names = [...new Set(templates.map((template) => template.name))]
  for (const { glob, template } of globs) {
    const compiled = compileGlob(glob.value)
    if ('problem' in compiled) {
      problems.push({ uri, message: compiled.problem, start: glob.start, end: glob.end })
    } else if (!names.includes(template.value)) {
      const known = names.map((name) => `"${name}"`).join(', ')
      const message = `There is no template named "${template.value}". Known: ${known}.`
      problems.push({ uri, message, start: template.start, end: template.end })
    } else {
      specs.push({ glob: glob.value, template: template.value, matches: compiled.matches })
    }
  }
  return { specs, problems }
}

function parentOf(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  // Documents without a folder: `untitled:Untitled-1`.
  if (!parsed.path.startsWith('/')) return undefined
  const parent = Utils.dirname(parsed).toString()
  return parent === parsed.toString() ? undefined : parent
}

function childOf(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString()
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
