import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type Analyser,
  type Analysis,
  type Circumstances,
  createAnalyser,
  type ReadSymbols,
} from './analyser'
import type { Config } from './config/config'
import { createFileReader } from './file-reader'
import { elsewhereOf } from './index/workspace/elsewhere'
import { nameTheSame } from './index/workspace/same-names'
import { assumeAlone } from './judged-alone'
import { createKeptReadings } from './kept-readings'
import { linkTargetsOf } from './link-targets-of'
import { createMarkdownReader } from './markdown/reader'
import { createOpenDocuments } from './open-documents'
import { readSymbols } from './read-symbols'
import { mistakeInDocumentId } from './rules/support/document-id'
import type { Surroundings } from './rules/surroundings'
import type { SpecHost } from './spec-host'
import { createMembers } from './surroundings/members'
import { createSurroundings, type SaidElsewhere } from './surroundings/surroundings'
import { hash } from './text/hash'
import type { FileJudging } from './workspace/file-judging'
import type { FileReading } from './workspace/file-reading'
import { startReading } from './workspace/reading-session'
import { type Changed, createWorkspace, type Workspace } from './workspace/workspace'

/** What is known of documents and files, in the version that counts: unsaved text first, then what is on the disk. */
export interface Analyses {
  readonly workspace: Workspace
  /** What the workspace is to know of a file, by what is on the disk. */
  readFile(uri: string): Promise<FileReading>
  /** A document is open in this version, from now on, unless it is known that it was: see `OpenDocuments`. */
  take(document: TextDocument): void
  /** Takes a document; the same object until its text, config or surroundings change. Of one that is not open, as `anew`. */
  of(document: TextDocument): Promise<Analysis>
  /** The same, without remembering the text as what the document is. */
  anew(document: TextDocument): Promise<Analysis>
  /**
   * Of a file, whether it is open or not; `undefined` where there is none.
   *
   * @param text what stands in it, where the caller has read it; of an open document its own text counts
   */
  ofFile(uri: string, text?: string): Promise<Analysis | undefined>
  /** The same, not judged: what it says, and not what is wrong with it. */
  readingOf(uri: string): Promise<ReadDocument | undefined>
  /** The document that is open, if it is. */
  opened(uri: string): TextDocument | undefined
  /** Text of a file, unsaved text first; rejects as `SpecHost.readFile` does. */
  readText(uri: string): Promise<string | undefined>
  /** Files, configs or templates have changed: what is judged by them is judged again when it is asked for. */
  filesChanged(): void
  /** Whether links are judged; they are at first. */
  setLinkValidation(on: boolean): void
  close(uri: string): void
}

/** A document as it is read, and what it was read by. */
export interface ReadDocument extends ReadSymbols {
  readonly document: TextDocument
  readonly config: Config
}

/** What an analysis was made from: as long as these are the same, it stands. */
interface Known {
  readonly text: string
  readonly today: string
  readonly config: Config
  /** Of all files that are known, see `revision`. */
  readonly revision: number
  readonly analysis: Promise<Analysis>
}

export interface AnalysesOptions {
  readonly host: SpecHost
  configFor(uri: string): Promise<Config>
  readonly changed: Changed
}

export function createAnalyses({ host, configFor, changed }: AnalysesOptions): Analyses {
  const reader = createMarkdownReader()
  const failed = (message: string) => host.log('error', message)
  const analyser = createAnalyser(reader, failed)
  // Reading a workspace must not push what is open out of the reader's memory. One block in twenty, by its length, stands in another
  // file too: to keep them all for it costs more than to read it again.
  const forFiles = createAnalyser(createMarkdownReader({ keeps: false }), failed, { forgets: true })
  const kept = createKeptReadings(host.roomForReadings ?? 0)
  const open = createOpenDocuments()
  /** Of open documents. */
  const known = new Map<string, Known>()
  /** Of open documents, the version that the workspace goes by. */
  const lastRead = new Map<string, ReadSymbols>()
  const lastJudged = new Map<string, Analysis>()
  /** Counts what may change the surroundings of a document: a file, or the text of another one. */
  let revision = 0
  let judgesLinks = true

  const readText = async (uri: string) => open.get(uri)?.getText() ?? host.readFile(uri)
  const surroundings = createSurroundings(
    createMembers({
      readText,
      index(uri, text, config) {
        const { spec, index } = analyser.read(uri, text, config)
        return spec.recognition.kind === 'none' ? undefined : index
      },
    }),
    linkTargetsOf(host, reader, readText, () => judgesLinks),
  )

  const readHere = createFileReader({
    host,
    configFor,
    analyser: forFiles,
    isOpen: (uri) => open.get(uri) !== undefined,
    async done(text, read, config, judging) {
      if (!(await isSettled(text, read, config, judging))) kept.put(read.symbols.uri, text, config, read)
    },
  })

  /** Whether a file that was just read needs no more reading: it was judged by itself, or nobody will ask for it. */
  async function isSettled(text: string, read: ReadSymbols, config: Config, judging?: FileJudging) {
    const { uri } = read.symbols
    if (judging === undefined || open.get(uri) !== undefined) return false
    if (!judging.isWanted(uri)) return true
    const alone = assumeAlone(read, proposedId(read), workspace)
    if (alone === undefined) return false
    const document = TextDocument.create(uri, 'markdown', 0, text)
    // What cannot be read of those beside it is told when it is asked for.
    const around = await surroundings.of(read.spec, config, () => alone.said).catch(() => undefined)
    surroundings.close(uri)
    if (around === undefined) return false
    judging.take(forFiles.judge(document, read, circumstances(config, around)), alone.stands)
    return true
  }

  const help = {
    configFor,
    readHere,
    startThreads: host.startThreads?.bind(host),
    openCache: host.openCache?.bind(host),
    built: hash(JSON.stringify(host.templates)),
    log: host.log,
  }
  const workspace = createWorkspace(
    {
      readFile: readHere,
      startReading: (folder, count, judging) => startReading(help, folder, count, judging),
      async listFolder(folder, at) {
        if (host.listFolder !== undefined) return host.listFolder(folder, at)
        return { uris: (await host.findFiles?.(folder, at)) ?? [], leftOut: undefined }
      },
      pause: async () => host.pause?.(),
      filesAtOnce: host.filesAtOnce,
      log: host.log,
    },
    (uri, reached, idsDiffer) => {
      if (reached.size > 0 || idsDiffer) revision++
      changed(uri, reached, idsDiffer)
    },
  )

  function said(read: ReadSymbols): SaidElsewhere {
    const { symbols } = read
    if (!workspace.isKnown(symbols.uri)) return { elsewhere: undefined, isWhole: false }
    const elsewhere = elsewhereOf(workspace.index, symbols, proposedId(read))
    return { elsewhere, isWhole: workspace.isWhole() }
  }

  /** The document ID that is to be proposed in place of its own, where that is a mistake. */
  function proposedId({ spec }: ReadSymbols): string | undefined {
    const { kind, template } = spec.recognition
    return kind === 'spec' ? mistakeInDocumentId(spec, template, host.today())?.proposed : undefined
  }

  function circumstances(config: Config, around: Surroundings): Circumstances {
    return { config, surroundings: around, today: host.today() }
  }

  async function judge(
    by: Analyser,
    document: TextDocument,
    read: ReadSymbols,
    config: Config,
    last?: Analysis,
  ): Promise<Analysis> {
    const around = await surroundings.of(read.spec, config, () => said(read))
    if (last?.spec === read.spec && last.surroundings === around) return last
    return by.judge(document, read, circumstances(config, around), last)
  }

  function analyse(document: TextDocument, config: Config): Promise<Analysis> {
    const { uri } = document
    const text = document.getText()
    const today = host.today()
    const before = known.get(uri)
    const isSame = before?.text === text && before.today === today && before.config === config
    if (isSame && before.revision === revision) return before.analysis
    if (before?.text !== text) {
      surroundings.forget(uri)
      revision++
    }
    const analysis = isSame ? judgeAgain(document, config, before.analysis) : judgeNew(document, config)
    known.set(uri, { text, today, config, revision, analysis })
    analysis.catch(() => {
      if (known.get(uri)?.analysis === analysis) known.delete(uri)
    })
    return analysis
  }

  async function judgeAgain(document: TextDocument, config: Config, before: Promise<Analysis>) {
    const last = await before
    return judge(analyser, document, last, config, last)
  }

  async function judgeNew(document: TextDocument, config: Config) {
    const { uri } = document
    const text = document.getText()
    const read = kept.take(uri, text, config) ?? readSymbols(analyser, uri, text, config)
    const before = lastRead.get(uri)
    lastRead.set(uri, read)
    workspace.documentRead(read.symbols, before && sayTheSame(before, read) ? before.symbols : undefined)
    const analysis = await judge(analyser, document, read, config, lastJudged.get(uri))
    if (known.has(uri)) lastJudged.set(uri, analysis)
    return analysis
  }

  async function readingOf(uri: string): Promise<ReadDocument | undefined> {
    const opened = open.get(uri)
    if (opened !== undefined) return of(opened)
    const text = await host.readFile(uri)
    if (text === undefined) return undefined
    const config = await configFor(uri)
    const document = TextDocument.create(uri, 'markdown', 0, text)
    return { document, config, ...readSymbols(forFiles, uri, text, config) }
  }

  async function ofFile(uri: string, given?: string): Promise<Analysis | undefined> {
    const opened = open.get(uri)
    if (opened !== undefined) return of(opened)
    const text = given ?? (await host.readFile(uri))
    if (text === undefined) return undefined
    const config = await configFor(uri)
    const document = TextDocument.create(uri, 'markdown', 0, text)
    const read = kept.take(uri, text, config) ?? readSymbols(forFiles, uri, text, config)
    const analysis = await judge(forFiles, document, read, config)
    // Nobody has it open: what it was judged beside is not held for it.
    if (open.get(uri) === undefined) surroundings.close(uri)
    return analysis
  }

  async function of(document: TextDocument): Promise<Analysis> {
    open.take(document)
    const config = await configFor(document.uri)
    return open.has(document) ? analyse(document, config) : judgeOnly(document, config)
  }

  async function judgeOnly(document: TextDocument, config: Config): Promise<Analysis> {
    return judge(analyser, document, readSymbols(analyser, document.uri, document.getText(), config), config)
  }

  return {
    workspace,
    readFile: readHere,
    take: (document) => open.take(document),
    of,
    anew: async (document) => judgeOnly(document, await configFor(document.uri)),
    ofFile,
    readingOf,
    opened: (uri) => open.get(uri),
    readText,
    filesChanged() {
      surroundings.forget()
      revision++
    },
    setLinkValidation(on) {
      if (on === judgesLinks) return
      judgesLinks = on
      surroundings.forget()
      revision++
    },
    close(uri) {
      open.close(uri)
      known.delete(uri)
      lastRead.delete(uri)
      lastJudged.delete(uri)
      surroundings.close(uri)
      // Each letter that was typed is remembered with its passage, in case it comes back.
      if (open.isEmpty()) analyser.forget()
      workspace.documentClosed(uri).catch((error: unknown) => failed(`Closing ${uri}: ${String(error)}`))
    },
  }
}

function sayTheSame(a: ReadSymbols, b: ReadSymbols): boolean {
  return a.symbols.group === b.symbols.group && nameTheSame(a.spec, b.spec)
}
