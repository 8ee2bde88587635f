import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ConfigProblem } from '../core/config/config'
import type { SpecService } from '../core/service'
import { isConfigFile } from './config-files'
import type { CliEnvironment, CliFiles } from './environment'
import { lineOf, type Problem } from './problem'
import { printable } from './source-line'

type IsExcused = (uri: string) => boolean

/**
 * Each mistake of the configs, templates and baselines read so far.
 *
 * @param isExcused whether nothing is to be said of the file at a URI
 */
export function configProblems(
  service: SpecService,
  files: CliFiles,
  isExcused: IsExcused,
): Promise<readonly Problem[]> {
  const problems = service.problems().filter(({ uri }) => !isExcused(uri))
  return Promise.all(problems.map((one) => placed(one, files)))
}

/** Tells each of them. @returns whether there are any */
export async function complainOfConfigs(
  service: SpecService,
  { files, complain }: CliEnvironment,
  isExcused: IsExcused = () => false,
): Promise<boolean> {
  const problems = await configProblems(service, files, isExcused)
  for (const problem of problems) complain(`${lineOf(problem)}\n`)
  return problems.length > 0
}

/**
 * Tells whether a config or baseline holds for nothing that was asked for: it lies neither above one of the paths nor below
 * it. It was read with the workspace, and its mistakes are others' business.
 */
export function holdsForNone(paths: readonly string[], files: CliFiles): (uri: string) => boolean {
  const asked = paths.map((path) => files.uriOf(path).replace(/\/$/, ''))
  return (uri) => {
    const folder = uri.slice(0, uri.lastIndexOf('/'))
    const isNear = (one: string) => `${one}/`.startsWith(`${folder}/`) || folder.startsWith(`${one}/`)
    return isConfigFile(uri) && !asked.some(isNear)
  }
}

async function placed({ uri, start, message }: ConfigProblem, files: CliFiles): Promise<Problem> {
  const read = await files.read(files.pathOf(uri))
  const text = 'text' in read ? read.text : ''
  const { line, character } = TextDocument.create(uri, '', 0, text).positionAt(start)
  return {
    message: printable(message),
    place: { file: files.nameOf(uri), line: line + 1, column: character + 1 },
  }
}
