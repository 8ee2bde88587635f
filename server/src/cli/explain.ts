import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Explanation } from '../core/service'
import { complainOfConfigs } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { isMarkdownFile } from './markdown-files'
import { printable } from './source-line'

/** Prints why a file is checked, or is not. Exit code 2 where it cannot be read or its config has mistakes. */
export async function explain(path: string, environment: CliEnvironment): Promise<number> {
  const { files } = environment
  const found = await files.find(path)
  const service = environment.createService()
  const uri = files.uriOf(path)
  const isMarkdown = isMarkdownFile(path) || (await service.configured(uri)) !== undefined
  if (found.kind === 'file' && !isMarkdown) {
    environment.print(`${printable(files.nameOf(uri))}: not checked\n  why: it is not a Markdown file\n`)
    return (await complainOfConfigs(service, environment)) ? EXIT.failed : EXIT.clean
  }
  const read = found.kind === 'problem' ? found : await files.read(path)
  if ('problem' in read) {
    environment.complain(`${read.problem}\n`)
    return EXIT.failed
  }
  const explanation = await service.explain(TextDocument.create(uri, 'markdown', 0, read.text))
  const config =
    explanation.config === undefined ? 'none, the defaults hold' : files.nameOf(explanation.config)
  const lines = [
    `${files.nameOf(uri)}: ${verdict(explanation)}`,
    `  why: ${explanation.reason}`,
    ...(explanation.status === undefined ? [] : [`  status: ${explanation.status}`]),
    `  config: ${config}`,
    ...detailsOf(explanation, files.nameOf),
  ]
  environment.print(`${lines.map(printable).join('\n')}\n`)
  return (await complainOfConfigs(service, environment)) ? EXIT.failed : EXIT.clean
}

function detailsOf(
  { others, overrides, baselined }: Explanation,
  nameOf: (uri: string) => string,
): readonly string[] {
  const listed = (title: string, words: readonly string[]) =>
    words.length === 0 ? [] : [`  ${title}: ${words.join(', ')}`]
  return [
    ...listed('overrides', overrides),
    ...listed('one specification with', others.map(nameOf)),
    ...(baselined === 0
      ? []
      : [`  baseline: ${baselined} finding${baselined === 1 ? '' : 's'} not reported`]),
  ]
}

function verdict(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'spec':
      return `checked as a specification of the template "${explanation.template}"`
    case 'loose':
      return 'checked as a loose specification: IDs, references, checklists and wording'
    case 'template':
      return 'a template: hover and completion, no findings'
    case 'none':
      return 'not checked'
  }
}
