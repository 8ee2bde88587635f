import type { TextDocument } from 'vscode-languageserver-textdocument'
import { pathIn } from '../core/config/path-in'
import { TITLE_LENGTH } from '../core/features/spec-summary'
import { fingerprintOf } from '../core/rules/fingerprint'
import type { Analysis, SpecService } from '../core/service'
import { shorten } from '../core/text/shorten'
import { bug } from './bug'
import type { CheckDetail, CheckedFile, CheckOutcome } from './checked-file'
import type { CliFiles } from './environment'
import { openFile } from './open-file'
import { fileReport } from './report'
import { excerptOf } from './source-line'

/** Checks the file at a path. What goes wrong with it is the outcome. */
export async function checkFile(
  path: string,
  service: SpecService,
  files: CliFiles,
  detail: CheckDetail,
): Promise<CheckOutcome> {
  const opened = await openFile(path, service, files)
  if (opened.kind !== 'open') return opened
  return checkText(opened.document.uri, opened.document.getText(), service, files, detail)
}

/** Checks a text as what stands in a file. What goes wrong with it is the outcome. */
export async function checkText(
  uri: string,
  text: string,
  service: SpecService,
  files: CliFiles,
  detail: CheckDetail,
): Promise<CheckOutcome> {
  try {
    const analysis = await service.analyseFile(uri, text)
    return analysis === undefined ? { kind: 'no spec' } : outcomeOf(analysis, files, detail)
  } catch (error) {
    return { kind: 'failed', problem: bug(files.nameOf(uri), 'checked', error) }
  }
}

/** What a judged file is reported as. */
export function outcomeOf(analysis: Analysis, files: CliFiles, detail: CheckDetail): CheckOutcome {
  return isSpec(analysis)
    ? { kind: 'checked', file: checkedFile(analysis, files, detail) }
    : { kind: 'no spec' }
}

/** Checks a text that counts in place of a file's, for other files too. What goes wrong with it is the outcome. */
export async function checkDocument(
  document: TextDocument,
  service: SpecService,
  files: CliFiles,
  detail: CheckDetail,
): Promise<CheckOutcome> {
  try {
    await service.analyse(document)
    return await checkText(document.uri, document.getText(), service, files, detail)
  } finally {
    service.close(document.uri)
  }
}

/** Whether a document is one that commands report of. */
export function isSpec({ spec, diagnostics }: Analysis): boolean {
  const { kind } = spec.recognition
  return kind === 'spec' || kind === 'loose' || diagnostics.length > 0
}

function checkedFile(
  analysis: Analysis,
  { nameOf }: CliFiles,
  { excerpts, fixes }: CheckDetail,
): CheckedFile {
  const { document, spec, index, symbols, config, diagnostics, baselined, stale } = analysis
  const report = fileReport(analysis, nameOf, fixes)
  return {
    uri: document.uri,
    report,
    name: shorten(symbols.name ?? report.file, TITLE_LENGTH),
    excerpts: excerpts ? diagnostics.map(({ range }) => excerptOf(document, range)) : [],
    progress: index.progress,
    lifecycle: spec.recognition.template.lifecycle.values,
    baseline: {
      uri: config.baselineUri,
      path: pathIn(config, spec.uri),
      known: baselined.map((finding) => ({
        rule: finding.rule,
        fingerprint: fingerprintOf(spec, finding),
        message: finding.message,
      })),
      stale,
    },
    configs: [config.uri, config.baselineUri, ...config.templateUris].filter((uri) => uri !== undefined),
  }
}
