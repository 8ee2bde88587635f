import type { Connection, Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { DiagnosticSeverity } from 'vscode-languageserver-types'
import type { ConfigProblem } from '../core/config/config'
import type { SpecHost, SpecService } from '../core/service'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Publishes the problems of configs and templates on the files that have them, whether open or not. What it returns
 * compares them with what it published before and sends the difference; calls run one after another.
 */
export function configProblems(
  connection: Connection,
  service: SpecService,
  readFile: SpecHost['readFile'],
): () => Promise<void> {
  let published: ReadonlyMap<string, string> = new Map()
  let queue: Promise<void> = Promise.resolve()

  async function publish(): Promise<void> {
    const problems = byFile(service.problems())
    const next = new Map<string, string>()
    for (const [uri, ofFile] of problems) {
      const diagnostics = await asDiagnostics(uri, ofFile, readFile)
      next.set(uri, JSON.stringify(diagnostics))
      if (next.get(uri) !== published.get(uri)) await connection.sendDiagnostics({ uri, diagnostics })
    }
    for (const uri of published.keys()) {
      if (!next.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] })
    }
    published = next
  }

  return () => {
    queue = queue.then(publish, publish)
    return queue
  }
}

function byFile(problems: readonly ConfigProblem[]): ReadonlyMap<string, readonly ConfigProblem[]> {
  const files = new Map<string, ConfigProblem[]>()
  for (const problem of problems) files.set(problem.uri, [...(files.get(problem.uri) ?? []), problem])
  return files
}

async function asDiagnostics(
  uri: string,
  problems: readonly ConfigProblem[],
  readFile: SpecHost['readFile'],
): Promise<Diagnostic[]> {
  const text = (await readFile(uri).catch(() => undefined)) ?? ''
  // Editors hide the mark, so it takes no column on the first line.
  const hidden = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  const document = TextDocument.create(uri, 'plaintext', 0, text.slice(hidden))
  return problems.map((problem) => ({
    range: {
      start: document.positionAt(problem.start - hidden),
      end: document.positionAt(problem.end - hidden),
    },
    severity: DiagnosticSeverity.Error,
    source: 'specmark',
    message: problem.message,
  }))
}
