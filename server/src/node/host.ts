import { readdirSync, readFileSync, statSync } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { URI } from 'vscode-uri'
import type { SpecHost, TemplateSource } from '../core/service'
import type { FolderListing } from '../core/spec-host'
import type { KnownYaml } from '../core/template/front-matter'
import { type FolderLimits, markdownFilesIn } from './markdown-files-in'
import { readText, readTextNow, reasonOf, saysMissing } from './read-text'

/** File name of the template that is served where nothing says otherwise. */
const DEFAULT_TEMPLATE = 'spec.md'

/** Node's files and clock. The built-in templates are read once, here. */
export function createNodeHost(log: SpecHost['log']): SpecHost {
  return {
    templates: builtInTemplates(),
    today: localDate,
    readFile: readFileUri,
    sizeOf,
    exists,
    isWritable,
    findFiles,
    log,
  }
}

/** The same for a program that does nothing beside: what it asks of a file is answered at once. */
export function createWaitingHost(log: SpecHost['log']): SpecHost {
  return {
    ...createNodeHost(log),
    readFile: (uri) => readFileUri(uri, readTextNow),
    sizeOf: sizeNow,
    exists: existsNow,
    filesAtOnce: 1,
  }
}

/**
 * The Markdown files of the `templates` folder beside the build, the default one first. Run from compiled sources
 * rather than from a bundle, that folder is the repository's.
 *
 * @throws {Error} where there is none: nothing could be served.
 */
function builtInTemplates(): readonly TemplateSource[] {
  const here = dirname(fileURLToPath(import.meta.url))
  for (const folder of ['templates', '../templates', '../../../templates']) {
    const templates = templatesIn(join(here, folder))
    if (templates.length > 0) return templates
  }
  throw new Error(`There are no built-in templates beside ${here}.`)
}

function templatesIn(folder: string): readonly TemplateSource[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => Number(b === DEFAULT_TEMPLATE) - Number(a === DEFAULT_TEMPLATE) || (a < b ? -1 : 1))
    .map((name) => {
      const file = join(folder, name)
      return { uri: pathToFileURL(file).href, text: readFileSync(file, 'utf8'), known: knownYaml(file) }
    })
}

/** What the build has written beside a template; `undefined` where the sources are run as they are. */
function knownYaml(template: string): KnownYaml | undefined {
  try {
    return JSON.parse(readFileSync(`${template}.json`, 'utf8'))
  } catch {
    return undefined
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Local time: a spec written tonight bears the writer's date. */
function localDate(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What is not on this disk is taken to be there: nothing is said of it. */
async function exists(uri: string): Promise<boolean> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return true
  return stat(parsed.fsPath).then(
    () => true,
    (error: unknown) => !saysMissing(error),
  )
}

/** What is not on this disk is taken to be writable, as is what is not there yet. */
async function isWritable(uri: string): Promise<boolean> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return true
  return access(parsed.fsPath, constants.W_OK).then(
    () => true,
    (error: unknown) => saysMissing(error),
  )
}

async function sizeOf(uri: string): Promise<number | undefined> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return undefined
  return stat(parsed.fsPath).then(
    ({ size }) => size,
    () => undefined,
  )
}

async function findFiles(folder: string, at?: ReadonlySet<string>): Promise<readonly string[]> {
  return (await listFolder(folder, at)).uris
}

/** The Markdown files under a folder, as `SpecHost.findFiles` has them. */
export async function listFolder(
  folder: string,
  at?: ReadonlySet<string>,
  limits?: FolderLimits,
): Promise<FolderListing> {
  const parsed = URI.parse(folder)
  if (parsed.scheme !== 'file') return { uris: [], leftOut: undefined }
  const places = at && new Set([...at].map((uri) => URI.parse(uri).fsPath))
  const { paths, leftOut, problems } = await markdownFilesIn(parsed.fsPath, undefined, limits, places)
  const uris: string[] = []
  for (const path of paths) {
    // As `URI` writes them, so that they compare with those of documents.
    if (uris.push(URI.file(path).toString()) % IN_ONE_GO === 0) await setImmediate()
  }
  const sentences = [leftOut, closedFolders(problems)].filter((sentence) => sentence !== undefined)
  return { uris: uris.sort(), leftOut: sentences.length === 0 ? undefined : sentences.join(' ') }
}

/** What is said of folders that could not be looked into. @param problems the name of each, and why */
function closedFolders([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined
  if (others.length === 0) return `A folder could not be looked into: ${first}`
  return `${others.length + 1} folders could not be looked into, the first of them ${first}`
}

/** Names made in one go: some milliseconds. */
const IN_ONE_GO = 1000

async function sizeNow(uri: string): Promise<number | undefined> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return undefined
  try {
    return statSync(parsed.fsPath).size
  } catch {
    return undefined
  }
}

async function existsNow(uri: string): Promise<boolean> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return true
  try {
    return statSync(parsed.fsPath, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    return !saysMissing(error)
  }
}

async function readFileUri(
  uri: string,
  read: (path: string) => string | Promise<string> = readText,
): Promise<string | undefined> {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return undefined
  try {
    return await read(parsed.fsPath)
  } catch (error) {
    if (saysMissing(error)) return undefined
    throw new Error(reasonOf(error))
  }
}
