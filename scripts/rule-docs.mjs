// Writes what the documentation says of each rule, from the rules themselves; and the schema of the config, which names them.
//
//   node scripts/rule-docs.mjs [--check]    --check writes nothing and fails where a file is not up to date
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { root } from './lib/paths.mjs'
import { suppressionExample } from './lib/suppression-example.mjs'

requireNode()
await installDependencies()
// On a fresh clone it is there only now.
const { build } = await import('esbuild')

/** @typedef {import('./lib/suppression-example.mjs').Rule} Rule */

/** The rules and the service of the sources, so that no build is needed. */
const { rules, createSpecService, TextDocument } = await bundled(`
  export { rules } from './src/core/rules'
  export { createSpecService } from './src/core/service'
  export { TextDocument } from 'vscode-languageserver-textdocument'
`)
const template = readFileSync(join(root, 'templates/spec.md'), 'utf8')

/**
 * @typedef {{ positionAt(offset: number): { line: number } }} Document
 * @typedef {{ findings: readonly { rule: string, span: { start: number } }[] }} Analysis
 * @typedef {{ analyse(document: Document): Promise<Analysis>, addFolder(folder: string): Promise<void> }} Service
 */

/**
 * @param {string} source
 * @returns {Promise<{
 *   rules: readonly Rule[],
 *   createSpecService(host: object): Service,
 *   TextDocument: { create(uri: string, languageId: string, version: number, text: string): Document },
 * }>}
 */
async function bundled(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(root, 'server'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['worker', 'browser'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  })
  const [output] = outputFiles
  return import(`data:text/javascript;base64,${Buffer.from(output?.contents ?? '').toString('base64')}`)
}

/**
 * Tells the lines on which a rule speaks of a text that lies beside its files.
 *
 * @param {Rule} rule
 * @returns {Promise<(text: string) => Promise<readonly number[]>>}
 */
async function lineFinder({ name, beside = {} }) {
  const files = new Map(Object.entries(beside).map(([file, text]) => [`file:///examples/${file}`, text]))
  const service = createSpecService({
    templates: [{ uri: 'file:///templates/spec.md', text: template }],
    today: () => '2026-03-01',
    readFile: async (/** @type {string} */ uri) => files.get(uri),
    findFiles: async () => [...files.keys()],
    log: () => {},
  })
  await service.addFolder('file:///examples')
  return async (text) => {
    const document = TextDocument.create('file:///examples/example.md', 'markdown', 1, text)
    const { findings } = await service.analyse(document)
    return findings
      .filter((finding) => finding.rule === name)
      .map(({ span }) => document.positionAt(span.start).line)
  }
}

const STAGES = ['Draft', 'Review', 'Approved, Implemented']
const BEGIN = '<!-- rules: written by scripts/rule-docs.mjs -->'
const END = '<!-- /rules -->'

/** @param {Rule} rule */
async function page(rule) {
  const scope = rule.templateOnly
    ? 'Only where the document is recognised as a specification of a template that asks for it.'
    : 'In any recognised specification, whatever its headings.'
  const closed = rule.whenClosed
    ? ' It still speaks in a closed document (Superseded, Rejected, Archived, Deprecated).'
    : ''
  return `# ${rule.name}

${rule.summary}

${rule.reason}

| ${STAGES.join(' | ')} |
|${STAGES.map(() => '---').join('|')}|
| ${rule.severity.join(' | ')} |

${scope}${closed}

${besideOf(rule)}## Not this

${fenced(rule.bad)}

## But this

${fenced(rule.good)}

${fixOf(rule)}${await ending(rule)}`
}

/** What its fixes do, and who makes them. @param {Rule} rule */
function fixOf({ fix, fixAll }) {
  if (fix === undefined) return ''
  const safe = fixAll
    ? '\n\nWhere only one thing can be meant, `specmark fix` and fix-all on save make it without being asked.'
    : ''
  return `## Fix\n\n${fix}${safe}\n\n`
}

/** How it is switched on, or silenced in one place. @param {Rule} rule */
async function ending(rule) {
  if (rule.severity.every((severity) => severity === 'off')) {
    const config = `{ "rules": { "${rule.name}": "info" } }`
    return `## Switching it on\n\nIt is off until \`specmark.json\` says otherwise:\n\n\`\`\`json\n${config}\n\`\`\`\n`
  }
  // A comment about a comment helps nobody: this one is mended or taken away.
  if (rule.name.startsWith('suppression/')) return ''
  return `## Suppressing one finding\n\n${fenced(await suppressionExample(rule, await lineFinder(rule)))}\n`
}

/** The files that the examples stand beside. @param {Rule} rule */
function besideOf({ beside = {} }) {
  const files = Object.entries(beside).map(([name, text]) => `\`${name}\`:\n\n${fenced(text)}`)
  return files.length === 0
    ? ''
    : `## Beside\n\nThe examples lie in a folder with\n\n${files.join('\n\n')}\n\n`
}

/** The example may hold fences itself. @param {string} text */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text.replace(/\n*$/, '')}\n${fence}`
}

/** @param {string} base where the pages are, from the file that holds the table */
function ruleTable(base) {
  const rows = rules.map((rule) => {
    const template = rule.templateOnly ? ' ▲' : ''
    return `| [\`${rule.name}\`](${base}${rule.name}.md)${template} | ${rule.summary.replaceAll('|', '\\|')} | ${rule.severity.join(' / ')} | ${rule.fixAll ? 'fix!' : rule.fix ? 'fix' : ''} |`.replace(
      / {2}\|$/,
      ' |',
    )
  })
  return ['| Rule | Finds | Draft / Review / Approved | Fix |', '|---|---|---|---|', ...rows].join('\n')
}

/** @param {string} path @param {string} base */
function withTable(path, base) {
  const text = readFileSync(join(root, path), 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${path} has no ${BEGIN} … ${END}`)
  return `${text.slice(0, begin + BEGIN.length)}\n\n${ruleTable(base)}\n\n${text.slice(end)}`
}

/** @type {Map<string, string>} */
const files = new Map()
for (const rule of rules) files.set(`docs/rules/${rule.name}.md`, await page(rule))
files.set('docs/rules/README.md', withTable('docs/rules/README.md', ''))
files.set('README.md', withTable('README.md', 'docs/rules/'))

const stale = [...files].filter(([path, text]) => {
  const target = join(root, path)
  return !existsSync(target) || readFileSync(target, 'utf8') !== text
})
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not up to date: run "node scripts/rule-docs.mjs"`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}

// The schema of the config names each rule and tells what it finds.
await import('./schema.mjs')
