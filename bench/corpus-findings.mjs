// How often each rule speaks in a folder of specs, as a Markdown table.
//
//   node bench/corpus-findings.mjs FOLDER [--write docs/real-specs.md]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rules } from '../server/dist/index.js'
import { table } from './table.mjs'
import { writeFigures } from './write-figures.mjs'

const root = resolve(import.meta.dirname, '..')
const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'string' } } })
const [folder] = positionals
if (folder === undefined || !existsSync(folder)) {
  console.error('Usage: node bench/corpus-findings.mjs FOLDER [--write PAGE]')
  process.exit(2)
}

/** @type {import('../server/src/cli/report').Report} */
const report = JSON.parse(
  execFileSync(
    process.execPath,
    [join(root, 'server/bin/specmark.js'), 'check', folder, '--format', 'json', '--fail-on', 'never'],
    { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] },
  ),
)

const findings = report.files.flatMap((file) =>
  file.diagnostics.map((finding) => ({ ...finding, file: file.file })),
)
const names = [...new Set([...rules.map((rule) => rule.name), ...findings.map((finding) => finding.rule)])]
const rows = names.map((name) => {
  const found = findings.filter((finding) => finding.rule === name)
  const count = (/** @type {string} */ severity) =>
    found.filter((finding) => finding.severity === severity).length
  const files = new Set(found.map((finding) => finding.file)).size
  const share = ((100 * found.length) / report.files.length).toFixed(1)
  return [
    `\`${name}\``,
    share,
    found.length,
    files,
    count('error'),
    count('warning'),
    count('info'),
    count('hint'),
  ]
})
const templates = report.files.filter((file) => file.template !== null).length
const { version } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'))
const text = `specmark ${version}: ${report.files.length} specs, ${templates} of them of a template.

${table([['rule', 'per 100 specs', 'findings', 'specs', 'errors', 'warnings', 'infos', 'hints'], ...rows])}`
if (values.write === undefined) console.log(text)
else writeFigures(values.write, text)
