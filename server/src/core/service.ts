import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeAction, Position, Range } from 'vscode-languageserver-types'
import type { Analysis } from './analyser'
import { createAnalyses, type ReadDocument } from './analyses'
import type { ConfigProblem } from './config/config'
import { ignoredBy } from './config/ignored-by'
import { createConfigLoader } from './config/load-config'
import { specForPath } from './config/spec-for-path'
import { tooLarge } from './config/too-large'
import { createSpec, type NewSpecFile, type NewSpecOptions } from './create-spec'
import { deadReferences } from './dead-references'
import { createDocumentFeatures, type DocumentFeatures } from './document-features'
import type { FileEdits } from './edits-of-files'
import { type Explanation, explain } from './explain'
import type { FeatureContext } from './features/context'
import { type PreviewFacts, previewFacts } from './features/preview'
import { specTree } from './features/spec-tree'
import { type CodeActionData, editsOfAction, fixOfAction } from './fixes/code-actions'
import { type Fixed, fixAll } from './fixes/fix-all'
import { offeredActions } from './fixes/offered-actions'
import { editsOfRefactoring, refactorActions } from './fixes/refactor-actions'
import type { FileHead, FileSymbols } from './index/workspace/file-symbols'
import { plainSymbols } from './index/workspace/plain-symbols'
import { type Gate, gateOf } from './lifecycle/gate'
import { lastUpdatedEdit } from './lifecycle/last-updated'
import { openQuestions } from './open-questions'
import type { Edit, Finding } from './rules/rule'
import type { SpecHost } from './spec-host'
import type { SpecInside } from './spec-inside'
import { oncePerTemplate } from './template/once-per-template'
import { readBuiltIn } from './template/read-built-in'
import { templateSnippets } from './template/snippets'
import { lazily } from './text/lazily'
import type { FileReading } from './workspace/file-reading'
import { leftOutFor } from './workspace/left-out-for'
import type { Changed, FolderOptions } from './workspace/workspace'
import { createWorkspaceFeatures, type WorkspaceFeatures } from './workspace-features'

export type { Analysis } from './analyser'
export type { NewSpecFile, NewSpecOptions } from './create-spec'
export type { Explanation } from './explain'
export type { SpecHost } from './spec-host'
export type { TemplateSource } from './template/read-template'

/** The language service: the one way in for editor, command line and library. */
export interface SpecService extends DocumentFeatures, WorkspaceFeatures {
  analyse(document: TextDocument): Promise<Analysis>
  explain(document: TextDocument): Promise<Explanation>
  /** What the config says of a file by its path alone, whatever stands in it. */
  configured(uri: string): Promise<'spec' | 'ignored' | undefined>
  /** Why the config lets no file of a size in bytes be read at a path, a sentence; `undefined` where it does. */
  refusedSize(uri: string, size: number): Promise<string | undefined>
  /** Fixes of the findings at a range, and comments that silence them; without their edits. */
  codeActions(document: TextDocument, range: Range): Promise<CodeAction[]>
  /** What can be done with the item at a position beside that; without edits. */
  refactorings(document: TextDocument, position: Position): Promise<CodeAction[]>
  /** The edits of a code action that was offered for this version; `undefined` where the document has changed since. */
  editsOf(document: TextDocument, data: CodeActionData): Promise<readonly Edit[] | undefined>
  /** Edits of other files that go with those of the action. @throws {Refused} where one has text that was not saved */
  editsElsewhere(document: TextDocument, data: CodeActionData): Promise<readonly FileEdits[]>
  /**
   * What stands between a spec and its next status, by all that is known of the workspace.
   *
   * @throws {Refused} where no status is next
   */
  gate(document: TextDocument): Promise<Gate>
  /** What brings Last Updated up to date; `undefined` where nothing is to be done, or it is no spec of a template. */
  lastUpdated(document: TextDocument): Promise<Edit | undefined>
  /**
   * What a rendering of a file shows beside its Markdown, whether it is open or not; `undefined` where there is none, or it is no
   * spec.
   */
  preview(uri: string): Promise<PreviewFacts | undefined>
  /** The document with every safe fix made. @param isWanted by default all findings are fixed */
  fixAll(document: TextDocument, isWanted?: (finding: Finding) => boolean): Promise<Fixed>
  /**
   * A config or template file was created, changed or deleted: what was read of it is read again. Settles when `problems`
   * tells what is wrong with it now.
   */
  fileChanged(uri: string): Promise<void>
  /** Files or folders were created, changed, deleted or renamed; settles when they have been read. */
  filesChanged(uris: readonly string[], options?: FolderOptions): Promise<void>
  /** Reads all specs of a folder, so that documents are judged beside them; settles when that is done. */
  addFolder(folder: string, options?: FolderOptions): Promise<void>
  removeFolder(folder: string): void
  /** Tells from now on of files that have changed, and of those that may be judged otherwise for it. */
  onChanged(listener: Changed): void
  /** Settles when no file is being read. */
  settled(): Promise<void>
  /** Settles when what has been read is kept for the next time, where the host has a cache. */
  kept(): Promise<void>
  /** All specs of the folders that were added, and of the documents that are open, with all that is known of them: a large copy. */
  files(): readonly FileSymbols[]
  /** The same by what is at hand of each, in the order of their URIs. */
  heads(): Iterable<FileHead>
  /** One of them, whose lists are read when they are asked for; `undefined` for what is no spec, or lies in no such folder and is not open. */
  file(uri: string): FileSymbols | undefined
  /** What the index would hold of a file, as a thread that reads for another one answers. */
  readFile(uri: string): Promise<FileReading>
  /** Files of those folders that could not be read, with the reason. */
  leftOut(): ReadonlyMap<string, string>
  /** Folders that are too large to be looked into whole, with what was not looked for, a sentence. */
  readInPart(): ReadonlyMap<string, string>
  /**
   * A file as `analyse` would judge it, whether it is open or not; `undefined` where there is none.
   *
   * @param text what stands in it, where the caller has read it; of an open document its own text counts
   */
  analyseFile(uri: string, text?: string): Promise<Analysis | undefined>
  /** What is in a spec, open or not, as a tree shows it; `undefined` where there is no such file, or none that is a spec. */
  inside(uri: string): Promise<SpecInside | undefined>
  /** Problems of the configs and templates read so far. */
  problems(): readonly ConfigProblem[]
  /** Whether links are judged (as they are without this call): an editor may validate them itself. */
  setLinkValidation(on: boolean): void
  /**
   * A new document, which the caller writes: named and numbered as the config of the folder says.
   *
   * IDs that any file of the config's folder, or of the repository, names are taken, and those of all specs that are known.
   *
   * @param folder URI of where it is to lie, if the config does not say
   * @throws {Refused} where there is no such template, the title is blank, or no file can be named by it
   */
  newSpec(folder: string, title: string, options?: NewSpecOptions): Promise<NewSpecFile>
  /** Forgets a document that was closed: what still asks about it gets answers, and nothing is remembered of them. */
  close(uri: string): void
}

/** Where a built-in template cannot be read, a broken build, nothing is checked: whatever is asked rejects. */
export function createSpecService(host: SpecHost): SpecService {
  // With the first document: reading them takes longer than an editor should wait for the first answer.
  const builtIn = lazily(() => host.templates.map((source) => readBuiltIn(source)))
  const configs = createConfigLoader({
    readFile: (uri) => host.readFile(uri),
    log: (level, message) => host.log(level, message),
    templates: (changes) =>
      changes === undefined ? builtIn() : host.templates.map((source) => readBuiltIn(source, changes)),
  })
  const listeners = new Set<Changed>()
  const changed: Changed = (uri, reached, idsDiffer) => {
    for (const listener of listeners) listener(uri, reached, idsDiffer)
  }
  const analyses = createAnalyses({
    host,
    configFor: (uri) => configs.configFor(uri),
    changed,
  })
  const { workspace } = analyses
  const readText = (uri: string) => analyses.readText(uri).catch(() => undefined)
  const snippetsOf = oncePerTemplate(templateSnippets)

  const context = async (document: TextDocument) => contextFrom(await analyses.of(document))

  function contextFrom({ document, spec, index, config, symbols }: ReadDocument): FeatureContext {
    const { template } = spec.recognition
    const own = config.templates.includes(template) ? { snippets: snippetsOf(template) } : {}
    const today = host.today()
    return { document, spec, index, template, today, file: symbols, workspace: workspace.index, ...own }
  }

  /** With all folders read: of a part of them, an answer would be wrong and nobody would know. */
  async function wholeContext(document: TextDocument): Promise<FeatureContext> {
    await whole(document)
    return context(document)
  }

  /** Takes the document first: by the end of the wait another version of it may be the one that counts. */
  function whole(document: TextDocument): Promise<void> {
    analyses.take(document)
    return workspace.settled()
  }

  const features = createWorkspaceFeatures(
    wholeContext,
    analyses,
    workspace,
    (uri) => host.readFile(uri),
    async () => host.pause?.(),
  )

  async function textsUnder(folder: string): Promise<readonly string[]> {
    const texts: string[] = []
    for (const uri of (await host.findFiles?.(folder)) ?? []) {
      const text = await readText(uri)
      if (text !== undefined) texts.push(text)
    }
    return texts
  }

  async function takenIds(): Promise<readonly string[]> {
    await workspace.settled()
    return [...workspace.index.files()].flatMap(({ documentId }) => documentId?.text ?? [])
  }

  return {
    ...createDocumentFeatures(context),
    ...features,
    analyse: (document) => analyses.of(document),
    explain: async (document) => explain(await analyses.of(document)),
    async configured(uri) {
      const config = await configs.configFor(uri)
      if (ignoredBy(config, uri) !== undefined) return 'ignored'
      return specForPath(config, uri) === undefined ? undefined : 'spec'
    },
    refusedSize: async (uri, size) => tooLarge(size, await configs.configFor(uri)),
    codeActions: async (document, range) =>
      offeredActions(await analyses.of(document), range, {
        findFiles: host.findFiles?.bind(host),
        readText,
      }),
    async refactorings(document, position) {
      await whole(document)
      return refactorActions(await analyses.of(document), workspace.index, document.offsetAt(position))
    },
    editsOf: async (document, data) => {
      const analysis = await analyses.of(document)
      return data.action === 'refactor'
        ? editsOfRefactoring(analysis, workspace.index, data)
        : editsOfAction(analysis, data)
    },
    async editsElsewhere(document, data) {
      const fix = fixOfAction(await analyses.of(document), data)
      return fix?.documentId === undefined ? [] : features.followFix(document, fix.edits(), fix.documentId)
    },
    async gate(document) {
      await whole(document)
      const judge = (text: string) =>
        analyses.anew(TextDocument.create(document.uri, document.languageId, document.version, text))
      return gateOf(await analyses.of(document), judge, host.today())
    },
    async preview(uri) {
      await workspace.settled()
      const analysis = await analyses.ofFile(uri)
      return analysis && previewFacts(contextFrom(analysis), deadReferences(analysis.findings))
    },
    async lastUpdated(document) {
      const { spec } = await analyses.of(document)
      const isOpen = spec.recognition.kind === 'spec' && !spec.status.closed
      return isOpen ? lastUpdatedEdit(spec, host.today()) : undefined
    },
    fixAll: async (document, isWanted) => {
      const { uri, languageId, version } = document
      const judge = async (text: string) => {
        const changed = TextDocument.create(uri, languageId, version, text)
        return (await analyses.anew(changed)).findings
      }
      return fixAll(document.getText(), judge, isWanted)
    },
    async fileChanged(uri) {
      analyses.filesChanged()
      const rereads = configs.fileChanged(uri)
      // At once: what is asked from now on waits for it.
      workspace
        .readAgainIf(rereads)
        .catch((error: unknown) => host.log('error', `Reading again: ${String(error)}`))
      if (!(await rereads)) for (const file of workspace.index.files()) changed(file.uri, new Set(), false)
    },
    async filesChanged(uris, options) {
      analyses.filesChanged()
      await workspace.filesChanged(uris, options)
    },
    addFolder: (folder, options) => workspace.addFolder(folder, options),
    removeFolder: (folder) => workspace.removeFolder(folder),
    onChanged(listener) {
      listeners.add(listener)
    },
    settled: () => workspace.settled(),
    kept: () => workspace.kept(),
    files: () => Array.from(workspace.index.files(), plainSymbols),
    heads: () => workspace.index.files(),
    file: (uri) => workspace.index.file(uri),
    readFile: (uri) => analyses.readFile(uri).catch(leftOutFor),
    leftOut: () => workspace.leftOut(),
    readInPart: () => workspace.readInPart(),
    analyseFile: (uri, text) => analyses.ofFile(uri, text),
    async inside(uri) {
      const reading = await analyses.readingOf(uri)
      const { kind } = reading?.spec.recognition ?? {}
      if (reading === undefined || (kind !== 'spec' && kind !== 'loose')) return undefined
      return { nodes: specTree(contextFrom(reading)), questions: openQuestions(reading) }
    },
    problems: () => configs.problems(),
    setLinkValidation: (on) => analyses.setLinkValidation(on),
    newSpec: (folder, title, options) =>
      createSpec(
        { today: () => host.today(), configFor: (uri) => configs.configFor(uri), textsUnder, takenIds },
        folder,
        title,
        options,
      ),
    close: (uri) => analyses.close(uri),
  }
}
