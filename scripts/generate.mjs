// Writes what is generated from templates/spec.md: the snippets and the grammar of definitions. Tests fail where they differ.
//
//   node scripts/generate.mjs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { root } from './lib/paths.mjs'

requireNode()
await installDependencies()
// On a fresh clone it is there only now.
const { build } = await import('esbuild')

const source = `
  export { readTemplate } from './server/src/core/template/read-template'
  export { definitionGrammarFile } from './server/src/core/template/definition-grammar'
  export { snippetsFile } from './server/src/core/template/snippets-file'
`
const folder = mkdtempSync(join(tmpdir(), 'specmark-'))
const bundle = join(folder, 'generators.mjs')
await build({
  absWorkingDir: root,
  stdin: { contents: source, resolveDir: root, loader: 'ts' },
  bundle: true,
  format: 'esm',
  // The core needs neither Node nor a page; so its dependencies resolve to ES modules.
  platform: 'neutral',
  conditions: ['worker', 'browser'],
  mainFields: ['module', 'main'],
  outfile: bundle,
  logLevel: 'warning',
})
/**
 * @type {{
 *   readTemplate(source: { uri: string, text: string }): { template: unknown, problems: readonly { message: string }[] },
 *   definitionGrammarFile(template: unknown): string,
 *   snippetsFile(template: unknown): string,
 * }}
 */
const { definitionGrammarFile, readTemplate, snippetsFile } = await import(pathToFileURL(bundle).href)
rmSync(folder, { recursive: true })

const templateFile = join(root, 'templates/spec.md')
const { template, problems } = readTemplate({
  uri: pathToFileURL(templateFile).href,
  text: readFileSync(templateFile, 'utf8'),
})
if (template === undefined || problems.length > 0) {
  console.error(problems.map(({ message }) => message).join('\n'))
  process.exit(1)
}
writeFileSync(join(root, 'snippets/specmark.code-snippets'), snippetsFile(template))
writeFileSync(join(root, 'syntaxes/specmark.injection.tmLanguage.json'), definitionGrammarFile(template))
