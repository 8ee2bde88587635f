import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import type { Config } from './config/config'
import { createFileSettings } from './config/file-settings'
import { diagnosticsOf } from './diagnostics'
import { indexSpec } from './index/index-spec'
import type { SpecIndex } from './index/spec-index'
import type { FileSymbols } from './index/workspace/file-symbols'
import type { MarkdownDocument, MarkdownReader } from './markdown/document'
import { createModelBuilder } from './model/model-builder'
import { createNoneScan, type NoneScan } from './model/none-scan'
import { saysTemplate } from './model/recognise'
import type { Recognition, SpecDocument } from './model/spec-document'
import type { BaselineEntry } from './rules/baseline'
import type { Finding } from './rules/rule'
import { createRuleRunner } from './rules/run'
import type { Said } from './rules/speaker'
import type { Surroundings } from './rules/surroundings'

/** What is known of one version of a document. Immutable; the same object until the text or the config changes. */
export interface Analysis {
  readonly document: TextDocument
  readonly spec: SpecDocument
  readonly index: SpecIndex
  readonly config: Config
  readonly surroundings: Surroundings
  /** What other files may ask of this version. */
  readonly symbols: FileSymbols
  readonly findings: readonly Finding[]
  /** Findings that the baseline has, and its entries for this file that nothing answers to any more. */
  readonly baselined: readonly Finding[]
  readonly stale: readonly BaselineEntry[]
  /** What each rule said, before anything was silenced. */
  readonly said: Said
  /** Findings as the protocol wants them. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A document as it is read, before it is judged. */
export interface Reading {
  readonly spec: SpecDocument
  readonly index: SpecIndex
}

/** A reading with what others may ask of it. */
export interface ReadSymbols extends Reading {
  readonly symbols: FileSymbols
}

/** Text to facts to findings: the one way that every face goes. Remembers what it read of unchanged blocks. */
export interface Analyser {
  read(uri: string, text: string, config: Config): Reading
  /** Whether `read` would surely find no spec, told by a look at the text that costs a tenth of reading it. */
  isSurelyNone(uri: string, text: string, config: Config): boolean
  /** @param before of another version of the document: what still holds of it is not judged again */
  judge(
    document: TextDocument,
    reading: ReadSymbols,
    circumstances: Circumstances,
    before?: Analysis,
  ): Analysis
  /** Lets go of all that it remembers. */
  forget(): void
}

/** What a document is judged by, beside its text. */
export interface Circumstances {
  readonly config: Config
  readonly surroundings: Surroundings
  /** ISO date. */
  readonly today: string
}

/**
 * A document too large to be read is recognised by its beginning: about as much as holds its head and first items, or
 * less where what cannot be read begins before.
 */
const BEGINNINGS = [20_000, 5_000, 1_000]

/** @param forgets what it found in each document: for who reads one after the other, and none again */
export function createAnalyser(
  reader: MarkdownReader,
  log: (message: string) => void,
  { forgets = false } = {},
): Analyser {
  const builder = createModelBuilder({ forgets })
  const settingsOf = createFileSettings()
  const runner = createRuleRunner({ log, forgets })
  const noneScans = new WeakMap<Config['allTemplates'], NoneScan>()

  function readBeginning(refused: MarkdownDocument): MarkdownDocument {
    for (const length of BEGINNINGS) {
      // Whole lines: what cannot be read is most often one endless line.
      const markdown = reader.read(refused.text.slice(0, refused.text.lastIndexOf('\n', length) + 1))
      if (markdown.refused === undefined) return markdown
    }
    return refused
  }

  function recognise(uri: string, markdown: MarkdownDocument, config: Config): Recognition {
    const { template, isTemplateFile, ignored } = settingsOf(config, uri)
    return builder.recognise({
      uri,
      markdown: markdown.refused === undefined ? markdown : readBeginning(markdown),
      templates: config.allTemplates,
      configured: template === undefined ? undefined : { template },
      isTemplateFile,
      ignored: ignored && `the configuration ignores "${ignored}"`,
    })
  }

  function noneScanOf({ allTemplates }: Config): NoneScan {
    const scan = noneScans.get(allTemplates) ?? createNoneScan(allTemplates)
    noneScans.set(allTemplates, scan)
    return scan
  }

  return {
    isSurelyNone(uri, text, config) {
      const { template, isTemplateFile, ignored } = settingsOf(config, uri)
      if (template !== undefined || isTemplateFile || ignored !== undefined || saysTemplate(uri)) return false
      return noneScanOf(config).isNone(text)
    },
    forget() {
      reader.forget()
      runner.forget()
    },
    read(uri, text, config) {
      const isIgnored = settingsOf(config, uri).ignored !== undefined
      const markdown = isIgnored ? { text, blocks: [], refused: undefined } : reader.read(text)
      const spec = builder.build(uri, markdown, recognise(uri, markdown, config))
      return { spec, index: indexSpec(spec) }
    },
    judge(document, { spec, index, symbols }, { config, surroundings, today }, before) {
      const { template } = spec.recognition
      const { rules: settings, baseline } = settingsOf(config, spec.uri)
      const judged = { spec, index, template, today, settings, surroundings, baseline, before: before?.said }
      const run = runner.run(judged)
      const diagnostics = diagnosticsOf(document, run.findings)
      return { document, spec, index, config, surroundings, symbols, ...run, diagnostics }
    },
  }
}
