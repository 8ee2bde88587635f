import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import type { FileReport, Report } from '../../src/cli/report'
import { initialized } from '../lsp/support/test-client'
import { BESIDE, DEFECTS } from '../rules/support/defects'
import { createHost, createWorkspace, type Workspace } from './environment'
import { DUPLICATE, LOOSE, README, UNKNOWN } from './specs'

const EXAMPLES = new URL('../../../examples', import.meta.url)
const RENEWAL = readFileSync(new URL('../../../examples/specs/loan-renewal.md', import.meta.url), 'utf8')

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

/** A finding, as far as both faces tell of it; positions in the protocol's way. */
interface Told {
  readonly rule: string
  readonly severity: number | undefined
  readonly message: string
  readonly range: Diagnostic['range']
  readonly related: readonly unknown[]
}

type Findings = Readonly<Record<string, readonly Told[]>>

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'hint']

async function byCommandLine(): Promise<Findings> {
  const { out } = await workspace.specmark('check', '--format', 'json', '--fail-on', 'never')
  const { files } = JSON.parse(out) as Report
  return Object.fromEntries(files.map(({ file, diagnostics }) => [file, diagnostics.map(toldByReport)]))
}

function toldByReport({ rule, severity, message, range, related }: FileReport['diagnostics'][number]): Told {
  return { rule, severity: SEVERITIES.indexOf(severity) + 1, message, range, related }
}

/** What an editor is told that has the folder open, and one file after the other. */
async function byServer(files: readonly string[]): Promise<Findings> {
  const root = URI.file(workspace.folder).toString()
  const client = await initialized({ folder: root, host: createHost() })
  await client.inbox.until(() => client.inbox.logged.find(({ message }) => message.startsWith(`${root}: `)))
  const findings: Record<string, readonly Told[]> = {}
  for (const file of files) {
    const uri = URI.file(join(workspace.folder, file)).toString()
    await client.open(uri, workspace.read(file))
    const report = await client.pull(uri)
    if (report.kind !== 'full') throw new Error(`The report of ${file} is ${report.kind}.`)
    findings[file] = report.items.map((item) => toldByServer(item, root))
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }
  return findings
}

function toldByServer(
  { code, severity, message, range, relatedInformation }: Diagnostic,
  root: string,
): Told {
  const related = (relatedInformation ?? []).map(({ location, message: text }) => ({
    file: decodeURIComponent(location.uri.slice(root.length + 1)),
    message: text,
    range: location.range,
  }))
  return { rule: String(code), severity, message: String(message), range, related }
}

/** @param others files that neither may say anything of */
async function expectTheSame(others: readonly string[]): Promise<Findings> {
  const told = await byCommandLine()
  const files = Object.keys(told)
  expect(files).not.toEqual([])
  const shown = await byServer([...files, ...others])
  expect(shown).toEqual({ ...told, ...Object.fromEntries(others.map((file) => [file, []])) })
  return told
}

const rulesIn = (told: Findings) =>
  new Set(Object.values(told).flatMap((list) => list.map(({ rule }) => rule)))

test('editor and command line tell the same of the examples', async () => {
  cpSync(EXAMPLES, workspace.folder, { recursive: true })
  const told = await expectTheSame(['README.md'])
  expect(rulesIn(told).size).toBeGreaterThan(10)
})

/** A file for each way to go wrong, some sixty. */
function defective(): Record<string, string> {
  const files = DEFECTS.map(([, , from, to, status = 'Review'], at) => {
    const text = RENEWAL.replace('**Status**: Implemented', `**Status**: ${status}`)
    return [`specs/${String(at).padStart(2, '0')}.md`, text.replace(from, to)] as const
  })
  const beside = Object.entries(BESIDE).map(([name, text]) => [`specs/${name}`, text] as const)
  return Object.fromEntries([...files, ...beside])
}

test('editor and command line tell the same of a workspace with a config, a template, groups, a baseline and suppressions', async () => {
  const note =
    '# Note: [Name]\n\n## Problem\n[Why it hurts]\n\n## Answer\n**[NOTE-001]** The answer MUST hold.\n'
  workspace.write({
    '.git/HEAD': 'ref: refs/heads/main\n',
    ...defective(),
    'specs/crlf.md': DUPLICATE.replaceAll('\n', '\r\n'),
    'specs/mark.md': `\uFEFF${UNKNOWN.replace('The export', '🎉 The export')}`,
    'specs/silent.md': DUPLICATE.replace(
      '- **REQ-001**: The export MUST be mailed to the accountant.',
      '$& <!-- specmark-disable-line id/duplicate -- two on purpose -->',
    ),
    'specs/merge.md': `<<<<<<< ours\n${LOOSE}=======\n${DUPLICATE}>>>>>>> theirs\n`,
    'features/one/needs.md': '# Needs\n\n- **REQ-001**: The desk MUST answer.\n- **REQ-002**: It MUST ask.\n',
    'features/one/proof.md':
      '# Proof\n\n- [ ] **AC-1**: It answers (REQ-001).\n- [ ] **AC-1**: Again (REQ-007).\n',
    'notes/template.md': note,
    'notes/a.md': note.replace('[Name]', 'A'),
    'notes/a b ü#1.md': note.replace('[Name]', 'B').replace('NOTE-001', 'NOTE-1'),
    'stories/a.md': '# Stories\n\n- **US-1**: fast\n- **US-1**: easy\n- **US-2**: robust, some\n',
    'old/a.md': DUPLICATE,
    'team/specmark.json': '{ "rules": { "id/*": "info" } }',
    'team/a.md': DUPLICATE,
    'README.md': README,
    'specmark.json': JSON.stringify({
      templates: ['notes/template.md'],
      specs: { 'notes/*.md': 'template' },
      ignore: ['old/**'],
      groups: [['needs.md', 'proof.md']],
      rules: { 'requirement/*': { draft: 'warning' }, 'requirement/passive': 'info', 'id/gap': 'off' },
      overrides: [{ files: ['specs/0*.md'], rules: { 'structure/*': 'hint' } }],
      status: { synonyms: { Draft: ['Parked'] }, closed: ['Withdrawn'] },
      kinds: { US: 'requirement' },
      words: { vague: { add: ['answer'] } },
      trace: { required: ['test'] },
    }),
  })
  await workspace.specmark('check', '--update-baseline', 'specs/1*.md', 'specs/crlf.md')
  workspace.write({ 'specs/crlf.md': DUPLICATE.replace(/^- .*mailed.*\n/m, '$&$&').replaceAll('\n', '\r\n') })
  const told = await expectTheSame(['README.md', 'old/a.md', 'notes/template.md'])
  expect(rulesIn(told).size).toBeGreaterThan(40)
  // The baseline has the first of two equal lines, and no hints.
  expect(told['specs/crlf.md']?.map(({ rule }) => rule)).toEqual([
    'trace/no-test',
    'id/duplicate',
    'requirement/passive',
  ])
  expect(told['team/a.md']).toMatchObject([{ rule: 'id/duplicate', severity: 3 }])
})
