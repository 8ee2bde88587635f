import type { Template } from '../template/template'
import type { TemplateChanges } from '../template/template-changes'
import { hash } from '../text/hash'
import { BASELINE_FILE } from './baseline-file'
import type { Config } from './config'
import type { ConfigHost } from './config-host'
import { childOf } from './folders'
import { limited } from './json-tree'
import { newSpecSettings } from './new-spec-settings'
import { type ParsedConfig, parseConfig } from './parse-config'
import { pathGlobs } from './path-globs'
import { readBaseline } from './read-baseline'
import type { Report } from './report'
import { repositoryOf } from './repository'
import { overrides, severitySettings } from './severities'
import { specGlobs } from './spec-globs'
import { checkChanges, templateChangesOf } from './template-changes-of'
import { readTemplates, templateFiles } from './template-files'
import { wordSettings } from './word-settings'

/** The text of a config file. */
export interface ConfigSource {
  readonly uri: string
  readonly folder: string
  readonly text: string
}

/** The files beside a config that it is read from, there or not. */
export type ConfigFiles = Pick<Config, 'templateUris' | 'baselineUri'>

/**
 * What a config says, with the templates and the baseline that it names. What is wrong is among its problems, the rest
 * counts.
 *
 * @param announce told of the files that it reads before they are read
 */
export async function readConfig(
  host: ConfigHost,
  { uri, folder, text }: ConfigSource,
  announce: (files: ConfigFiles) => void,
): Promise<Config> {
  const parsed = parseConfig(text)
  const { value } = parsed
  const { problems, report } = reporter(parsed)
  const boundary = value.root ? folder : await repositoryOf(host, folder)
  const files = templateFiles(value.templates, folder, boundary, report)
  const templateUris = files.map((file) => file.uri)
  const baselineUri = childOf(folder, BASELINE_FILE)
  announce({ templateUris, baselineUri })
  const changes = templateChangesOf(value, report)
  const own = await readTemplates(host, files, changes, report)
  const allTemplates = together(own.templates, host.templates(isEmpty(changes) ? undefined : changes))
  checkChanges(value, allTemplates, report)
  const names = allTemplates.map(({ name }) => name)
  const base = await readBaseline(host, baselineUri)
  return {
    uri,
    specs: specGlobs(value.specs, names, report),
    ignore: pathGlobs(value.ignore, ['ignore'], report),
    maxFileSize: value.maxFileSize,
    groups: value.groups,
    templates: own.templates,
    templateUris,
    allTemplates,
    severities: severitySettings(value.rules, ['rules'], report),
    overrides: overrides(value.overrides, report),
    words: wordSettings(value.words),
    traced: value.trace.required,
    newSpec: newSpecSettings(value.newSpec, names, report),
    baselineUri,
    baseline: base.baseline,
    problems: [
      ...limited(problems).map((problem) => ({ uri, ...problem })),
      ...own.problems,
      ...base.problems,
    ],
    readFrom: hash(JSON.stringify([uri, text, own.sources])),
  }
}

/** Gathers mistakes in a config beside those found while it was parsed. */
function reporter(parsed: ParsedConfig) {
  const problems = [...parsed.problems]
  const report: Report = (message, path, part) => {
    problems.push({ message, ...parsed.place(path, part) })
  }
  return { problems, report }
}

function isEmpty({ kinds, synonyms, closed }: TemplateChanges): boolean {
  return kinds.size === 0 && synonyms.size === 0 && closed.length === 0
}

/** The workspace's own templates first; a built-in one stands back for one of its name. */
function together(own: readonly Template[], builtIn: readonly Template[]): readonly Template[] {
  const names = new Set(own.map(({ name }) => name))
  return [...own, ...builtIn.filter(({ name }) => !names.has(name))]
}
