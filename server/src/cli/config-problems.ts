import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'
import type { CliEnvironment, CliFiles } from './environment'
import { printable } from './source-line'

/** Tells each mistake of the configs and templates read so far. */
export async function complainOfConfigs(service: SpecService, environment: CliEnvironment): Promise<boolean> {
  const problems = await configProblems(service, environment.files)
  for (const problem of problems) environment.complain(`${problem}\n`)
  return problems.length > 0
}

/** Each mistake of the configs and templates read so far, a sentence with its file, line and character from 1. */
export function configProblems(service: SpecService, files: CliFiles): Promise<readonly string[]> {
  return Promise.all(
    service.problems().map(async ({ uri, start, message }) => {
      const read = await files.read(files.pathOf(uri))
      const text = 'text' in read ? read.text : ''
      const { line, character } = TextDocument.create(uri, '', 0, text).positionAt(start)
      return `${files.nameOf(uri)}:${line + 1}:${character + 1}: ${printable(message)}`
    }),
  )
}
