import { URI, Utils } from 'vscode-uri'
import { readTemplate, type TemplateSource } from '../template/read-template'
import type { Template } from '../template/template'
import type { TemplateChanges } from '../template/template-changes'
import type { ConfigProblem } from './config'
import { type ConfigHost, readText } from './config-host'
import { isWithin } from './folders'
import type { Report } from './report'

/** A template file that a config names: `path` is as written, the entry at `place` of `templates`. */
export interface TemplateFile {
  readonly uri: string
  readonly path: string
  readonly place: number
}

/**
 * The template files that the paths of a config mean, each once.
 *
 * @param boundary URI of the folder from within which templates may be read
 */
export function templateFiles(
  paths: readonly string[],
  folder: string,
  boundary: string,
  report: Report,
): readonly TemplateFile[] {
  const files: TemplateFile[] = []
  for (const [place, path] of paths.entries()) {
    const uri = Utils.resolvePath(URI.parse(folder), path).toString()
    if (!isWithin(boundary, uri)) {
      report(`The template "${path}" lies outside of the repository: it was not read.`, ['templates', place])
    } else if (!files.some((file) => file.uri === uri)) files.push({ uri, path, place })
  }
  return files
}

export interface ReadTemplates {
  readonly templates: readonly Template[]
  readonly problems: readonly ConfigProblem[]
  /** Where each stands that could be read, and what is in it. */
  readonly sources: readonly TemplateSource[]
}

/** The templates in the files of a config, in its order; one whose name another has before it is left out. */
export async function readTemplates(
  host: ConfigHost,
  files: readonly TemplateFile[],
  changes: TemplateChanges,
  report: Report,
): Promise<ReadTemplates> {
  const templates: Template[] = []
  const problems: ConfigProblem[] = []
  const sources: TemplateSource[] = []
  for (const { uri, path, place } of files) {
    const refuse = (message: string) => report(message, ['templates', place])
    const file = await readText(host, uri)
    if ('reason' in file) {
      refuse(`The template "${path}" cannot be read: ${file.reason}`)
      continue
    }
    if (file.text === undefined) {
      refuse(`There is no template "${path}", or it cannot be read.`)
      continue
    }
    const source: TemplateSource = { uri, text: file.text }
    sources.push(source)
    const read = readTemplate(source, changes)
    problems.push(...read.problems)
    if (read.template === undefined) continue
    const { name } = read.template
    if (templates.some((template) => template.name === name)) {
      refuse(`Another template before it is named "${name}" too: this one is left out.`)
    } else templates.push(read.template)
  }
  return { templates, problems, sources }
}
