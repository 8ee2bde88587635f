import { URI, Utils } from 'vscode-uri'
import { readTemplate } from '../template/read-template'
import type { Template } from '../template/template'
import type { ConfigProblem } from './config'
import { type ConfigHost, readText } from './config-host'
import { isWithin } from './folders'
import type { PlacedText } from './parse-config'

/** A template file that a config names, and where in the config. */
export interface TemplateFile {
  readonly uri: string
  readonly place: PlacedText
}

/**
 * The template files that the paths of a config mean, each once.
 *
 * @param boundary URI of the folder from within which templates may be read
 */
export function templateFiles(
  paths: readonly PlacedText[],
  folder: string,
  configUri: string,
  boundary: string,
) {
  const files: TemplateFile[] = []
  const problems: ConfigProblem[] = []
  for (const place of paths) {
    const uri = Utils.resolvePath(URI.parse(folder), place.value).toString()
    const { start, end } = place
    if (!isWithin(boundary, uri)) {
      const message = `The template "${place.value}" lies outside of the repository: it was not read.`
      problems.push({ uri: configUri, message, start, end })
    } else if (!files.some((file) => file.uri === uri)) {
      files.push({ uri, place })
    }
  }
  return { files, problems }
}

/** The templates in the files of a config, in its order; one whose name another has before it is left out. */
export async function readTemplates(host: ConfigHost, configUri: string, files: readonly TemplateFile[]) {
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
