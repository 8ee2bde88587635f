import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types'
import { URI, Utils } from 'vscode-uri'
import { type Analysis, createAnalyser } from './analyser'
import type { Config, ConfigProblem } from './config/config'
import { createConfigLoader } from './config/load-config'
import { createDocumentFeatures, type DocumentFeatures } from './document-features'
import { type Explanation, explain } from './explain'
import type { FeatureContext } from './features/context'
import { type CodeActionData, codeActions, editsOfAction } from './fixes/code-actions'
import { type Fixed, fixAll } from './fixes/fix-all'
import { isNamedElsewhere } from './fixes/named-elsewhere'
import { createMarkdownReader } from './markdown/reader'
import { type NewSpec, newSpec } from './new-spec'
import type { Finding } from './rules/rule'
import { createLinkTargets } from './surroundings/link-targets'
import { createMembers } from './surroundings/members'
import { createSurroundings } from './surroundings/surroundings'
import { readTemplate, type TemplateSource } from './template/read-template'
import { templateSnippets } from './template/snippets'
import type { Template } from './template/template'

export type { Analysis } from './analyser'
export type { Explanation } from './explain'
export type { TemplateSource } from './template/read-template'

/** What the service needs of the world. Everything it knows comes through here. */
export interface SpecHost {
  /** The built-in templates, the first one being the default. */
  readonly templates: readonly TemplateSource[]
  /** ISO date of today. */
  today(): string
  /**
   * Text of a file, `undefined` where there is none. Byte-order marks are kept. Rejects with an error whose message is the
   * reason, a sentence, where the file is there and cannot be read.
   */
  readFile(uri: string): Promise<string | undefined>
  /** Whether there is such a file or folder. Left out where that cannot be told: links to files are then not judged. */
  exists?(uri: string): Promise<boolean>
  /**
   * The Markdown files under a folder, ascending, but for `node_modules`, `.git`, nested worktrees and what `.gitignore`
   * names. Left out where folders cannot be listed.
   */
  findFiles?(folder: string): Promise<readonly string[]>
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
}

/** The language service: the one way in for editor, command line and library. */
export interface SpecService extends DocumentFeatures {
  analyse(document: TextDocument): Promise<Analysis>
  explain(document: TextDocument): Promise<Explanation>
  /** Fixes of the findings at a range, and comments that silence them; without their edits. */
  codeActions(document: TextDocument, range: Range): Promise<CodeAction[]>
  /** The edits of a code action that was offered for this version; `undefined` where the document has changed since. */
  editsOf(document: TextDocument, data: CodeActionData): Promise<TextEdit[] | undefined>
  /** The document with every safe fix made. @param isWanted by default all findings are fixed */
  fixAll(document: TextDocument, isWanted?: (finding: Finding) => boolean): Promise<Fixed>
  /**
   * A config or template file was created, changed or deleted: what was read of it is read again. Settles when `problems`
   * tells what is wrong with it now.
   */
  fileChanged(uri: string): Promise<void>
  /** Problems of the configs and templates read so far. */
  problems(): readonly ConfigProblem[]
  /** Whether links are judged (as they are without this call): an editor may validate them itself. */
  setLinkValidation(on: boolean): void
  /**
   * A new document, which the caller writes: named and numbered as the config of the folder says.
   *
   * IDs that any file of the config's folder, or of the repository, names are taken.
   *
   * @param folder URI of where it is to lie, if the config does not say
   * @throws {Error} for a person, where there is no such template or the title is blank
   */
  newSpec(folder: string, title: string, options?: NewSpecOptions): Promise<NewSpecFile>
  /** Forgets a document that was closed. */
  close(uri: string): void
}

export interface NewSpecOptions {
  /** Name of a template; that of the config, or the first there is, where it is left out. */
  readonly template?: string
  /** The folder given is meant, whatever the config says. */
  readonly exactly?: boolean
}

/** A document that is to be written. */
export interface NewSpecFile extends NewSpec {
  readonly uri: string
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

/** @throws where a built-in template cannot be read: a broken build, in which nothing would be checked. */
export function createSpecService(host: SpecHost): SpecService {
  const builtIn = host.templates.map(readBuiltIn)
  const reader = createMarkdownReader()
  const analyser = createAnalyser(builtIn, reader, (message) => host.log('error', message))
  const configs = createConfigLoader({
    readFile: (uri) => host.readFile(uri),
    log: (level, message) => host.log(level, message),
    templates: builtIn,
  })
  const known = new Map<string, Known>()
  const snippetsOf = oncePerTemplate(templateSnippets)

  /** Counts what may change the surroundings of a document: a file, or the text of another one. */
  let revision = 0
  let judgesLinks = true
  const readText = async (uri: string) => known.get(uri)?.text ?? host.readFile(uri)
  const links = createLinkTargets(
    {
      isOn: () => judgesLinks,
      readText: (uri) => readText(uri).catch(() => undefined),
      exists: host.exists?.bind(host),
      findFiles: (folder) => host.findFiles?.(folder) ?? Promise.resolve([]),
    },
    reader,
  )
  const members = createMembers({
    readText,
    index(uri, text, config) {
      const { spec, index } = analyser.read(uri, text, config)
      return spec.recognition.kind === 'none' ? undefined : index
    },
  })
  const surroundings = createSurroundings(members, links)

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
    const analysis = judge(document, config, today, isSame ? before.analysis : undefined)
    known.set(uri, { text, today, config, revision, analysis })
    analysis.catch(() => known.delete(uri))
    return analysis
  }

  /** @param before the analysis of the same text, which stands unless its surroundings have changed */
  async function judge(
    document: TextDocument,
    config: Config,
    today: string,
    before: Promise<Analysis> | undefined,
  ): Promise<Analysis> {
    const last = await before
    const reading = last ?? analyser.read(document.uri, document.getText(), config)
    const around = await surroundings.of(reading.spec, config)
    if (last?.surroundings === around) return last
    return analyser.judge(document, reading, { config, surroundings: around, today })
  }

  async function create(folder: string, title: string, options: NewSpecOptions = {}): Promise<NewSpecFile> {
    if (title.trim() === '') throw new Error('A specification needs a title.')
    const config = await configs.configFor(`${folder}/new.md`)
    const { allTemplates, newSpec: settings } = config
    const templates = allTemplates.length === 0 ? builtIn : allTemplates
    const name = options.template ?? settings.template
    const template = name === undefined ? templates[0] : templates.find((one) => one.name === name)
    if (template === undefined) {
      const names = templates.map((one) => `"${one.name}"`).join(', ')
      throw new Error(`There is no template named "${name}". Known: ${names}.`)
    }
    const base = config.uri ?? config.baselineUri
    const root = base === undefined ? folder : Utils.dirname(URI.parse(base)).toString()
    const others = await textsUnder(root)
    const made = newSpec({ template, title, today: host.today(), others, fileName: settings.fileName })
    const place =
      options.exactly || settings.folder === ''
        ? folder
        : Utils.resolvePath(URI.parse(root), settings.folder).toString()
    return { ...made, uri: Utils.resolvePath(URI.parse(place), made.fileName).toString() }
  }

  async function textsUnder(folder: string): Promise<readonly string[]> {
    const texts: string[] = []
    for (const uri of (await host.findFiles?.(folder)) ?? []) {
      const text = await readText(uri).catch(() => undefined)
      if (text !== undefined) texts.push(text)
    }
    return texts
  }

  /** As `analyse`, without remembering it as what the document is. */
  async function judgeAnew(document: TextDocument, config: Config): Promise<Analysis> {
    const reading = analyser.read(document.uri, document.getText(), config)
    const around = await surroundings.of(reading.spec, config)
    return analyser.judge(document, reading, { config, surroundings: around, today: host.today() })
  }

  const elsewhere = {
    findFiles: host.findFiles?.bind(host),
    readText: (uri: string) => readText(uri).catch(() => undefined),
  }

  function filesChanged(): void {
    surroundings.forget()
    revision++
  }

  const current = async (document: TextDocument) => analyse(document, await configs.configFor(document.uri))

  async function context(document: TextDocument): Promise<FeatureContext> {
    const { spec, index, config } = await current(document)
    const { template } = spec.recognition
    const own = config.templates.includes(template) ? { snippets: snippetsOf(template) } : {}
    return { document, spec, index, template, today: host.today(), ...own }
  }

  return {
    ...createDocumentFeatures(context),
    analyse: current,
    async explain(document) {
      const { spec, config } = await current(document)
      return explain(spec, config)
    },
    async codeActions(document, range) {
      const analysis = await current(document)
      const named = new Map<Finding, boolean>()
      for (const finding of analysis.findings) {
        const ids = (finding.fixes ?? []).flatMap(({ renames }) => renames ?? [])
        if (ids.length > 0 && touches(document, finding, range)) {
          named.set(finding, await isNamedElsewhere(analysis.spec, ids, elsewhere))
        }
      }
      return codeActions(
        analysis,
        range,
        (finding, fix) => finding.fixes?.[fix]?.renames === undefined || named.get(finding) === false,
      )
    },
    editsOf: async (document, data) => editsOfAction(await current(document), data),
    fixAll: async (document, isWanted) => {
      const { uri, languageId, version } = document
      const config = await configs.configFor(uri)
      const judge = async (text: string) => {
        const changed = TextDocument.create(uri, languageId, version, text)
        return (await judgeAnew(changed, config)).findings
      }
      return fixAll(document.getText(), judge, isWanted)
    },
    fileChanged(uri) {
      filesChanged()
      return configs.fileChanged(uri)
    },
    problems: () => configs.problems(),
    setLinkValidation(on) {
      judgesLinks = on
      filesChanged()
    },
    newSpec: create,
    close(uri) {
      known.delete(uri)
      surroundings.close(uri)
    },
  }
}

function touches(document: TextDocument, { span }: Finding, { start, end }: Range): boolean {
  return span.start <= document.offsetAt(end) && document.offsetAt(start) <= span.end
}

/** Making snippets parses the template: far too slow to do for each completion. */
function oncePerTemplate<T>(make: (template: Template) => T): (template: Template) => T {
  const made = new WeakMap<Template, T>()
  return (template) => {
    const value = made.get(template) ?? make(template)
    made.set(template, value)
    return value
  }
}

function readBuiltIn(source: TemplateSource): Template {
  const { template, problems } = readTemplate(source)
  if (template === undefined || problems.length > 0) {
    throw new Error(
      `The built-in template ${source.uri} is broken: ${problems.map((p) => p.message).join(' ')}`,
    )
  }
  return template
}
