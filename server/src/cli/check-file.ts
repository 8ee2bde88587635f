import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathIn } from '../core/config/path-in'
import { fingerprintOf } from '../core/rules/fingerprint'
import type { Analysis, SpecService } from '../core/service'
import type { CheckDetail, CheckedFile, CheckOutcome } from './checked-file'
import { isConfigured } from './configured'
import type { CliFiles } from './environment'
import { isMarkdownFile } from './markdown-files'
import { fileReport } from './report'
import { excerptOf } from './source-line'

/** Checks the file at a path. Never throws: what goes wrong is the outcome. */
export async function checkFile(
  path: string,
  service: SpecService,
  files: CliFiles,
  detail: CheckDetail,
): Promise<CheckOutcome> {
  // All files of a commit may be given, pictures too.
  if (!isMarkdownFile(path) && !(await isConfigured(service, files.uriOf(path)))) return { kind: 'no spec' }
  const read = await files.read(path)
  if ('problem' in read) return { kind: 'failed', problem: read.problem }
  return checkText(path, read.text, service, files, detail)
}

/** Checks a text as that of the file at a path, which need not exist. Never throws. */
export async function checkText(
  path: string,
  text: string,
  service: SpecService,
  files: CliFiles,
  detail: CheckDetail,
): Promise<CheckOutcome> {
  const uri = files.uriOf(path)
  try {
    const analysis = await service.analyse(TextDocument.create(uri, 'markdown', 0, text))
    const { kind } = analysis.spec.recognition
    const isSpec = kind === 'spec' || kind === 'loose' || analysis.diagnostics.length > 0
    return isSpec ? { kind: 'checked', file: checkedFile(analysis, files, detail) } : { kind: 'no spec' }
  } catch (error) {
    const problem = `${files.nameOf(uri)}: could not be checked, an error in specmark: ${describe(error)}`
    return { kind: 'failed', problem }
  } finally {
    service.close(uri)
  }
}

function checkedFile(
  analysis: Analysis,
  { nameOf }: CliFiles,
  { excerpts, fixes }: CheckDetail,
): CheckedFile {
  const { document, spec, config, diagnostics, baselined, stale } = analysis
  return {
    report: fileReport(analysis, nameOf, fixes),
    excerpts: excerpts ? diagnostics.map(({ range }) => excerptOf(document, range)) : [],
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
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
