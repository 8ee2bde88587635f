// Writes the JSON Schema of specmark.json, from its declaration in the sources: schemas/specmark.schema.json, and beside it
// what VS Code completes by.
//
//   node scripts/schema.mjs [--check]    --check writes nothing and fails where a file is not up to date
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completing, configSchema } from './lib/config-schema.mjs'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { root } from './lib/paths.mjs'

/**
 * @typedef {import('./lib/config-schema.mjs').Schema} Schema
 * @typedef {import('./lib/config-schema.mjs').Rule} Rule
 */

requireNode()
await installDependencies()
// On a fresh clone it is there only now.
const { build } = await import('esbuild')

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { toJsonSchema } from '@valibot/to-json-schema'
      export { ConfigSchema } from './src/core/config/schema'
      export { rules } from './src/core/rules'
      export { readTemplate } from './src/core/template/read-template'
    `,
    resolveDir: join(root, 'server'),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  conditions: ['worker', 'browser'],
  mainFields: ['module', 'main'],
  logLevel: 'warning',
})
const source = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
/**
 * @type {{
 *   toJsonSchema(schema: unknown, options: { errorMode: 'ignore' }): Schema,
 *   ConfigSchema: unknown,
 *   rules: readonly Rule[],
 *   readTemplate(source: { uri: string, text: string }): { template?: { lifecycle: { values: readonly string[] } } },
 * }}
 */
const { toJsonSchema, ConfigSchema, rules, readTemplate } = await import(
  `data:text/javascript;base64,${source}`
)

const template = readTemplate({ uri: 'spec.md', text: readFileSync(join(root, 'templates/spec.md'), 'utf8') })
const statuses = template.template?.lifecycle.values ?? []
// Checks that JSON Schema cannot say are left to the server.
const schema = configSchema(toJsonSchema(ConfigSchema, { errorMode: 'ignore' }), rules, statuses)

const files = new Map([
  ['schemas/specmark.schema.json', schema],
  ['schemas/specmark.completion.json', completing(schema)],
])
const stale = [...files].filter(([path, content]) => {
  const target = join(root, path)
  return !existsSync(target) || readFileSync(target, 'utf8') !== textOf(content)
})
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not up to date: run "node scripts/schema.mjs"`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, content] of stale) {
    writeFileSync(join(root, path), textOf(content))
    console.log(`wrote ${path}`)
  }
}

/** @param {Schema} content */
function textOf(content) {
  return `${JSON.stringify(content, undefined, 2)}\n`
}
