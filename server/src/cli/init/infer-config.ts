import { CONFIG_FILE } from '../../core/config/load-config'
import type { Stage } from '../../core/template/template'
import type { CliEnvironment } from '../environment'
import { type ConfigValues, configText } from './config-text'
import { inferGlobs } from './infer-globs'
import { inferGroup } from './infer-groups'
import { inferStatuses } from './infer-statuses'
import { type Survey, type SurveyedFile, surveyFiles } from './survey'

/** A config that fits the files that are there. */
export interface InferredConfig {
  readonly text: string
  readonly values: ConfigValues
  /** The specifications among the files, as they are judged by it. */
  readonly specs: readonly SurveyedFile[]
}

/**
 * Infers a config from files: which templates the team has of its own, which files are specifications of one, what its
 * statuses mean, which files together are one specification, and what cannot be read.
 *
 * @param folder where the config is to lie, absolute
 * @param paths Markdown files below it, absolute
 */
export async function inferConfig(
  folder: string,
  paths: readonly string[],
  environment: CliEnvironment,
): Promise<InferredConfig> {
  const { files } = environment
  const base = files.uriOf(folder).replace(/\/?$/, '/')
  const pathFrom = (uri: string) => decodeURIComponent(uri.slice(base.length))
  const survey = (values: ConfigValues) => {
    const texts = new Map([[base + CONFIG_FILE, configText(values)]])
    return surveyFiles(paths, environment.createService(texts), files, pathFrom)
  }

  const plain = await survey({})
  const ignored = plain.unreadable.length === 0 ? {} : { ignore: plain.unreadable }
  const own = await ownTemplates(plain, (templates) => survey({ ...ignored, templates }))
  const { synonyms, closed, unknown } = inferStatuses(own.survey.files, stagesOf(own.survey))
  const values: ConfigValues = {
    ...ignored,
    ...(own.templates.length === 0 ? {} : { templates: own.templates }),
    ...specsOf(own.survey, own.madeFrom),
    ...groupsOf(own.survey),
    ...statusOf(synonyms, closed),
  }
  const judged = await survey(values)
  return {
    text: configText(values, unknown.length === 0 ? {} : { status: [askAbout(unknown)] }),
    values,
    specs: judged.files.filter(({ kind }) => kind === 'spec' || kind === 'loose'),
  }
}

/** Templates more than these are not tried: each costs a reading of all files. */
const MOST_TEMPLATES = 5
/** Headings that a template must have for documents to be known by them. */
const FEWEST_HEADINGS = 3

/** The template files from which others were made: at least two of them have half of its headings. */
async function ownTemplates(plain: Survey, survey: (templates: readonly string[]) => Promise<Survey>) {
  const candidates = plain.files
    .filter(({ kind }) => kind === 'template')
    .map((template) => ({ template, made: plain.files.filter((file) => isMadeFrom(file, template)) }))
    .filter(({ made }) => made.length > 1)
    .sort((a, b) => b.made.length - a.made.length)
    .slice(0, MOST_TEMPLATES)
  const templates: string[] = []
  let last = plain
  const madeFrom = new Map<string, string>()
  for (const { template, made } of candidates) {
    const next = await survey([...templates, template.path])
    // One that has mistakes would make every check fail.
    if ((next.config?.problems.length ?? 0) > 0) continue
    const name = next.config?.templates.at(-1)?.name
    if (name === undefined) continue
    last = next
    templates.push(template.path)
    for (const { path } of made) if (!madeFrom.has(path)) madeFrom.set(path, name)
  }
  return { templates, survey: last, madeFrom: madeFrom as ReadonlyMap<string, string> }
}

function isMadeFrom({ kind, headings }: SurveyedFile, template: SurveyedFile): boolean {
  if (kind === 'template' || template.headings.size < FEWEST_HEADINGS) return false
  const common = [...template.headings].filter((heading) => headings.has(heading)).length
  return common * 2 >= template.headings.size
}

/** Globs for the specifications of each template. @param madeFrom path → template, for files without a mark of their own */
function specsOf({ files }: Survey, madeFrom: ReadonlyMap<string, string>): Pick<ConfigValues, 'specs'> {
  const templateOf = ({ kind, path, template }: SurveyedFile) =>
    kind === 'spec' ? template : kind === 'template' ? undefined : madeFrom.get(path)
  const specs: Record<string, string> = {}
  for (const name of new Set(files.map(templateOf))) {
    if (name === undefined) continue
    const [members, others]: [string[], string[]] = [[], []]
    for (const file of files) (templateOf(file) === name ? members : others).push(file.path)
    for (const glob of inferGlobs(members, others)) specs[glob] = name
  }
  return Object.keys(specs).length === 0 ? {} : { specs }
}

function groupsOf({ files, config }: Survey): Pick<ConfigValues, 'groups'> {
  const group = inferGroup(files)
  return group === undefined ? {} : { groups: [...(config?.groups ?? []), group] }
}

function stagesOf({ config }: Survey): ReadonlyMap<Stage, string> {
  const values = new Map<Stage, string>()
  for (const { lifecycle } of config?.allTemplates ?? []) {
    for (const [value, stage] of lifecycle.stages) if (!values.has(stage)) values.set(stage, value)
  }
  return values
}

function statusOf(
  synonyms: Readonly<Record<string, readonly string[]>>,
  closed: readonly string[],
): Pick<ConfigValues, 'status'> {
  const status = {
    ...(Object.keys(synonyms).length === 0 ? {} : { synonyms }),
    ...(closed.length === 0 ? {} : { closed }),
  }
  return Object.keys(status).length === 0 ? {} : { status }
}

function askAbout(unknown: readonly string[]): string {
  const words = unknown.map((word) => JSON.stringify(word))
  const listed = words.length > 10 ? [...words.slice(0, 10), `and ${words.length - 10} more`] : words
  return `Not known, and so a draft: ${listed.join(', ')}. Say in "synonyms" what they stand for.`
}
