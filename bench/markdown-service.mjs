import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { generateWorkspace } from './generate-workspace.mjs'
import { peersHome, versionOfPeer } from './peers.mjs'
import { ms, table } from './table.mjs'
import { spread } from './typing.mjs'

const REQUESTS = 60
const NOBODY = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) }
const NEVER = () => ({ dispose() {} })

/**
 * Symbols of the workspace and references to a heading, over the same files, by the service behind VS Code's Markdown support. It
 * is asked in its own process and has the texts in memory; ours is a server that is asked through the protocol and reads the disk.
 *
 * @param {{ specs: number, ours: import('./workspace.mjs').WorkspaceFigures | undefined }} options
 */
export async function measureMarkdownService({ specs, ours }) {
  const home = await peersHome()
  const require = createRequire(join(home, 'package.json'))
  const { createLanguageService, githubSlugifier } = require('vscode-markdown-languageservice')
  const { default: markdownIt = require('markdown-it') } = await import(require.resolve('markdown-it'))
  const documents = new Map()
  for (const { path, text } of generateWorkspace({ specs })) {
    const uri = URI.file(resolve('/work', path))
    const document = TextDocument.create(uri.toString(), 'markdown', 1, text)
    documents.set(uri.toString(), document)
  }
  const parser = markdownIt({ html: true })
  const service = createLanguageService({
    logger: { level: 0, log() {} },
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (/** @type {TextDocument} */ document) => parser.parse(document.getText(), {}),
    },
    workspace: {
      workspaceFolders: [URI.file('/work')],
      onDidChangeMarkdownDocument: NEVER,
      onDidCreateMarkdownDocument: NEVER,
      onDidDeleteMarkdownDocument: NEVER,
      getAllMarkdownDocuments: async () => documents.values(),
      hasMarkdownDocument: (/** @type {URI} */ uri) => documents.has(uri.toString()),
      openMarkdownDocument: async (/** @type {URI} */ uri) => documents.get(uri.toString()),
      stat: async (/** @type {URI} */ uri) =>
        documents.has(uri.toString()) ? { isDirectory: false } : undefined,
      readDirectory: async () => [],
    },
  })
  const [named] = documents.values()
  const heading = named.positionAt(named.getText().indexOf('Why (Purpose') + 1)
  const symbols = await timesOf(() => service.getWorkspaceSymbols('component', NOBODY))
  const references = await timesOf(() =>
    service.getReferences(named, heading, { includeDeclaration: true }, NOBODY),
  )
  const p95 = (/** @type {string} */ name) =>
    ms(ours?.answers.find((one) => one.name === name)?.p95 ?? Number.NaN)
  return table([
    [
      `${specs} specifications`,
      `vscode-markdown-languageservice ${versionOfPeer('vscode-markdown-languageservice')}`,
      'Specmark',
    ],
    ['all read: first answer', ms(symbols.first + references.first), ms(ours?.cold.index ?? Number.NaN)],
    ['workspace symbols, p95', ms(symbols.p95), p95('workspace symbols')],
    ['references, p95', ms(references.p95), p95('references to an item that a tenth of all name')],
  ])
}

/** @param {() => Promise<readonly unknown[]>} ask */
async function timesOf(ask) {
  const times = []
  for (let request = 0; request < REQUESTS; request++) {
    const before = performance.now()
    const answer = await ask()
    times.push(performance.now() - before)
    if (answer.length === 0)
      throw new Error('The Markdown service found nothing: this bench asks it for the wrong thing.')
  }
  const [first = Number.NaN, ...others] = times
  return { first, ...spread(others) }
}
