import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'
import type { CliEnvironment } from './environment'
import { printable } from './source-line'

/** Tells each mistake of the configs and templates read so far, with its line and character from 1. */
export async function complainOfConfigs(service: SpecService, environment: CliEnvironment): Promise<boolean> {
  const { files } = environment
  const problems = service.problems()
  for (const problem of problems) {
    const read = await files.read(files.pathOf(problem.uri))
    const text = 'text' in read ? read.text : ''
    const { line, character } = TextDocument.create(problem.uri, '', 0, text).positionAt(problem.start)
    const place = `${files.nameOf(problem.uri)}:${line + 1}:${character + 1}`
    environment.complain(`${place}: ${printable(problem.message)}\n`)
  }
  return problems.length > 0
}
