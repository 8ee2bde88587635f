import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { CancellationTokenSource } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Inwards, type ServerProcess, startServerProcess } from './server-process'

const GENERATOR = fileURLToPath(new URL('../../../../bench/generate-workspace.mjs', import.meta.url))
const SPECS = 120
/** Documents that are open at most. */
const OPEN = 6

/** What the server held while everything was as in the beginning: all files, and no document open. */
export interface Sample extends Inwards {
  /** Seconds after the first sample. */
  readonly at: number
  /** What has happened until then, by kind. */
  readonly letters: number
  readonly requests: number
  readonly events: number
}

/**
 * Lets a person, in a hurry, edit and ask and change files for some time, and looks again and again what is held when all is undone.
 *
 * @param samples how often; the first is taken before anything happens
 */
export async function soak(seconds: number, samples: number, seed: number): Promise<readonly Sample[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'specmark-soak-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  const folder = join(scratch, 'work')
  execFileSync(process.execPath, [GENERATOR, folder, '--specs', String(SPECS)])
  const server = await startServerProcess({ folder, cache: join(scratch, 'cache') })
  await server.log('read in')
  const person = new Person(server, folder, random(seed))
  const taken: Sample[] = []
  const started = performance.now()
  for (let sample = 0; sample < samples; sample++) {
    const end = started + (sample * seconds * 1000) / (samples - 1)
    while (performance.now() < end) await person.act()
    await person.undoAll()
    const at = (performance.now() - started) / 1000
    taken.push({ at, ...person.done, ...(await quietInwards(server)) })
  }
  return taken
}

/** Milliseconds. */
const QUIET_WITHIN = 30_000

/** What is held once nothing is being read or written any more. */
async function quietInwards(server: ServerProcess): Promise<Inwards> {
  const until = performance.now() + QUIET_WITHIN
  for (;;) {
    const inwards = await server.inwards()
    if (performance.now() > until || inwards.resources.every((name) => name.startsWith('Pipe')))
      return inwards
  }
}

const ITEM = '- **REQ-901**: The clerk MUST export the ledger of the tenant at midnight, as REQ-001 says.\n'
const OF_A_PLACE = ['hover', 'completion', 'definition', 'references', 'implementation', 'documentHighlight']
const OF_A_DOCUMENT = [
  ...['codeLens', 'documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full', 'diagnostic'],
]

/** A client of the server, and what it has done. */
class Person {
  readonly done = { letters: 0, requests: 0, events: 0 }
  private readonly originals: ReadonlyMap<string, string>
  private readonly open = new Map<string, TextDocument>()
  /** Files that are not as in the beginning. */
  private readonly changed = new Set<string>()

  constructor(
    private readonly server: ServerProcess,
    private readonly folder: string,
    private readonly next: () => number,
  ) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    )
    this.originals = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  }

  /** One thing that a person does, and its answer. */
  async act(): Promise<void> {
    const chance = this.next()
    if (this.open.size === 0 || (chance < 0.03 && this.open.size < OPEN)) return this.openOne()
    if (chance < 0.06) return this.close(this.pick([...this.open.keys()]))
    if (chance < 0.65) return this.edit()
    if (chance < 0.95) return this.ask()
    if (chance < 0.998) return this.changeFiles(1)
    // A switch of branches: some are read here, more by threads.
    return this.changeFiles(this.next() < 0.9 ? 20 : 60)
  }

  /** Closes all and puts all files back; settles when the server knows. */
  async undoAll(): Promise<void> {
    for (const uri of [...this.open.keys()]) await this.close(uri)
    for (const name of this.changed) this.write(name, this.originals.get(name))
    await this.tell([...this.changed])
    this.changed.clear()
    // Answered when all has been read.
    await this.server.connection.sendRequest('workspace/symbol', { query: 'REQ-001' })
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }

  private uriOf(name: string): string {
    return String(pathToFileURL(join(this.folder, name)))
  }

  private async openOne(): Promise<void> {
    const name = this.pick([...this.originals.keys()].filter((one) => !this.changed.has(one)))
    const uri = this.uriOf(name)
    if (this.open.has(uri)) return
    const text = this.originals.get(name) ?? ''
    this.open.set(uri, TextDocument.create(uri, 'markdown', 1, text))
    await this.server.open(uri, text)
    await this.server.pull(uri)
  }

  private async close(uri: string): Promise<void> {
    this.open.delete(uri)
    await this.server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  /** A letter more or less, a line that is pasted, or two; each is checked, as an editor asks after each. */
  private async edit(): Promise<void> {
    const document = this.pick([...this.open.values()])
    const text = document.getText()
    const offset = Math.floor(this.next() * text.length)
    const chance = this.next()
    const line = { line: document.positionAt(offset).line, character: 0 }
    const at = document.positionAt(offset)
    const behind = document.positionAt(Math.min(text.length, offset + (chance < 0.35 ? 1 : 0)))
    const change =
      chance < 0.03
        ? { range: { start: line, end: line }, text: ITEM }
        : { range: { start: at, end: behind }, text: chance < 0.35 ? '' : 'x' }
    TextDocument.update(document, [change], document.version + 1)
    await this.server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: [change],
    })
    this.done.letters++
    await this.server.pull(document.uri)
  }

  private async ask(): Promise<void> {
    const document = this.pick([...this.open.values()])
    const textDocument = { uri: document.uri }
    const places = [...document.getText().matchAll(/\b(?:REQ|AC|TEST)-\d+/g)]
    const position = document.positionAt((this.pick(places)?.index ?? 0) + 1)
    const context = { includeDeclaration: true, diagnostics: [] }
    this.done.requests++
    const kind = this.next()
    const cancel = new CancellationTokenSource()
    const send = (method: string, params: object) =>
      this.server.connection.sendRequest(method, params, cancel.token).catch(() => 'cancelled or refused')
    const asked =
      kind < 0.5
        ? send(`textDocument/${this.pick(OF_A_PLACE)}`, { textDocument, position, context })
        : kind < 0.8
          ? send(`textDocument/${this.pick(OF_A_DOCUMENT)}`, { textDocument })
          : kind < 0.9
            ? send('textDocument/codeAction', {
                textDocument,
                range: { start: position, end: position },
                context,
              })
            : send('workspace/symbol', { query: this.pick(['ledger', 'REQ-002', 'export', 'AC-1']) })
    if (this.next() < 0.1) cancel.cancel()
    await asked
    cancel.dispose()
  }

  /** Files are written anew, deleted, or come back; many at once are a switch of branches. */
  private async changeFiles(count: number): Promise<void> {
    const names = Array.from({ length: count }, () => this.pick([...this.originals.keys()]))
    for (const name of names) {
      if (this.open.has(this.uriOf(name))) continue
      const original = this.originals.get(name) ?? ''
      const chance = this.next()
      this.write(name, chance < 0.2 ? undefined : chance < 0.6 ? `${original}\n${ITEM}` : original)
      this.changed.add(name)
    }
    this.done.events += names.length
    await this.tell(names)
  }

  private write(name: string, text: string | undefined): void {
    if (text === undefined) rmSync(join(this.folder, name), { force: true })
    else {
      mkdirSync(join(this.folder, name, '..'), { recursive: true })
      writeFileSync(join(this.folder, name), text)
    }
  }

  private tell(names: readonly string[]): Promise<void> {
    return this.server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: this.uriOf(name), type: 2 })),
    })
  }
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
