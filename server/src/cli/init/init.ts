import { BASELINE_FILE } from '../../core/config/baseline-file'
import { CONFIG_FILE } from '../../core/config/load-config'
import type { CliEnvironment } from '../environment'
import { EXIT } from '../exit'
import { updateBaseline } from '../update-baseline'
import { configText } from './config-text'
import { type InferredConfig, inferConfig } from './infer-config'

export interface InitOptions {
  /** The folder whose files the config is to fit. */
  readonly from?: string
  readonly dryRun?: boolean
}

/**
 * Makes a config; with `from`, one that fits the files of a folder, and the baseline of what is found.
 *
 * @returns the exit code: 2 where there is a config or baseline already, the folder has no specification, or something could
 * not be read or written
 */
export async function init(options: InitOptions, environment: CliEnvironment): Promise<number> {
  const { complain } = environment
  const folder = options.from === undefined ? '.' : await placeFor(options.from, environment)
  const problem =
    (await problemAt(folder, options, environment)) ?? (await make(folder, options, environment))
  if (typeof problem === 'number') return problem
  if (problem === undefined) return EXIT.clean
  complain(`${problem}\n`)
  return EXIT.failed
}

/** The working directory, if a config there holds for the folder; else the folder itself. */
async function placeFor(from: string, { files }: CliEnvironment): Promise<string> {
  const name = files.nameOf(files.uriOf(from))
  const isBelow = name === '.' || !(name.startsWith('..') || /^(?:\/|[A-Za-z]:)/.test(name))
  if (!isBelow) return from
  const [own, here] = [await files.repositoryOf(from), await files.repositoryOf('.')]
  return own === here ? '.' : from
}

/** Why no config can be made there, a sentence. */
async function problemAt(
  folder: string,
  { from, dryRun }: InitOptions,
  { files }: CliEnvironment,
): Promise<string | undefined> {
  const there = await files.find(folder)
  if (there.kind === 'problem') return there.problem
  if (there.kind !== 'folder') return `${folder}: not a folder.`
  if (dryRun) return undefined
  for (const name of from === undefined ? [CONFIG_FILE] : [CONFIG_FILE, BASELINE_FILE]) {
    const path = pathIn(folder, name)
    if ((await files.find(path)).kind !== 'problem')
      return `${path}: there is such a file already: it stays as it is.`
  }
  return undefined
}

function pathIn(folder: string, name: string): string {
  return folder === '.' ? name : `${folder.replace(/[\\/]$/, '')}/${name}`
}

/** @returns the exit code, or why it could not be made */
async function make(
  folder: string,
  { from, dryRun }: InitOptions,
  environment: CliEnvironment,
): Promise<number | string | undefined> {
  const { files, print } = environment
  const path = pathIn(folder, CONFIG_FILE)
  if (from === undefined) {
    if (dryRun) print(configText({}))
    return dryRun ? undefined : write(path, configText({}), environment)
  }
  const found = await files.find(from)
  if (found.kind !== 'folder') return found.kind === 'problem' ? found.problem : `${from}: not a folder.`
  const inferred = await inferConfig(folder, found.paths, environment)
  if (inferred.specs.length === 0) return `${from}: no specification found in this folder.`
  if (dryRun) {
    print(inferred.text)
    return undefined
  }
  const problem = await write(path, inferred.text, environment)
  if (problem !== undefined) return problem
  print(summaryOf(inferred))
  return updateBaseline({ paths: [folder], detail: NO_DETAIL }, {}, environment.createService(), environment)
}

const NO_DETAIL = { excerpts: false, fixes: false }

async function write(
  path: string,
  text: string,
  { files, print }: CliEnvironment,
): Promise<string | undefined> {
  const problem = await files.create(path, text)
  if (problem === undefined) print(`${path}: made\n`)
  return problem
}

/** What was inferred, a line each. */
function summaryOf({ values, specs }: InferredConfig): string {
  const counts = new Map<string, number>()
  for (const { kind, template } of specs) {
    const what = kind === 'loose' ? 'loose' : `of the template "${template}"`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  const kinds = [...counts].map(([what, count]) => `${count} ${what}`).join(', ')
  const { templates = [], specs: globs = {}, ignore = [], groups = [], status = {} } = values
  const statuses = [
    ...Object.entries(status.synonyms ?? {}).map(([value, words]) => `${words.join(', ')} = ${value}`),
    ...(status.closed ?? []).map((word) => `${word} = closed`),
  ]
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['specifications', [kinds]],
    ['templates', templates],
    ['globs', Object.keys(globs)],
    ['statuses', statuses],
    ['one specification', groups.slice(-1).map((names) => names.join(' + '))],
    ['not readable, ignored', ignore],
  ]
  return lines
    .filter(([, words]) => words.length > 0)
    .map(([title, words]) => `  ${title}: ${words.join('; ')}\n`)
    .join('')
}
