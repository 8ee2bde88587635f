import {
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types'
import { textEdits } from '../core/fixes/text-edits'
import type { Count } from '../core/index/spec-index'
import type { BaselineEntry } from '../core/rules/baseline'
import { fingerprintOf } from '../core/rules/fingerprint'
import type { Finding, Severity } from '../core/rules/rule'
import type { Analysis } from '../core/service'
import type { Problem } from './problem'

/** The JSON report of `check`: version 1 of a contract with other programs. Lines and characters from 0, UTF-16. */
export interface Report {
  readonly version: 1
  readonly files: readonly FileReport[]
  readonly summary: Summary
  readonly baseline: BaselineReport
  /** What could not be checked as asked, told on standard error too. */
  readonly problems: readonly ProblemReport[]
}

export interface ProblemReport {
  /** A sentence; it names the file where `file` is `null`. */
  readonly message: string
  /** The config or template that is wrong, and where. */
  readonly file: string | null
  readonly position: Position | null
}

/** What the baseline keeps out of the report. */
export interface BaselineReport {
  /** How many findings it has. */
  readonly known: number
  /** Entries that no finding answers to any more. */
  readonly stale: readonly StaleEntry[]
}

export interface StaleEntry extends BaselineEntry {
  readonly file: string
}

export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  readonly template: string | null
  readonly id: string | null
  readonly title: string | null
  readonly status: string | null
  readonly diagnostics: readonly DiagnosticReport[]
  readonly progress: Count & { readonly byRole: Readonly<Record<string, Count>> }
}

export interface DiagnosticReport {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  /** 16 hexadecimal digits: the same finding keeps it when lines move. */
  readonly fingerprint: string
  readonly related: readonly RelatedReport[]
  readonly fixes: readonly FixReport[]
}

export interface RelatedReport {
  readonly file: string
  readonly message: string
  readonly range: Range
}

export interface FixReport {
  readonly title: string
  /** `specmark fix` makes it. */
  readonly safe: boolean
  readonly edits: readonly TextEdit[]
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
}

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** What is reported of one spec. @param fixes whether with the edits of its fixes: they are costly to make */
export function fileReport(analysis: Analysis, nameOf: (uri: string) => string, fixes: boolean): FileReport {
  const { spec, index } = analysis
  const { documentId, status, recognition } = spec
  const id = documentId?.value === documentId?.definition?.placeholder ? undefined : documentId?.value
  return {
    file: nameOf(spec.uri),
    template: recognition.kind === 'spec' ? recognition.template.name : null,
    id: id || null,
    title: spec.title?.text || null,
    status: status.placeholder ? null : status.value || status.raw || null,
    diagnostics: analysis.diagnostics.map((diagnostic, at) =>
      diagnosticReport(diagnostic, analysis.findings[at], analysis, nameOf, fixes),
    ),
    progress: {
      done: index.progress.done,
      total: index.progress.total,
      byRole: Object.fromEntries(
        [...index.progress.byRole].map(([role, { done, total }]) => [role, { done, total }]),
      ),
    },
  }
}

function severityOf(diagnostic: Diagnostic): Severity {
  switch (diagnostic.severity) {
    case DiagnosticSeverity.Warning:
      return 'warning'
    case DiagnosticSeverity.Information:
      return 'info'
    case DiagnosticSeverity.Hint:
      return 'hint'
    default:
      return 'error'
  }
}

/** The protocol lets a message be marked up; the service's are plain. */
function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value
}

function diagnosticReport(
  diagnostic: Diagnostic,
  finding: Finding | undefined,
  { spec, document }: Analysis,
  nameOf: (uri: string) => string,
  fixes: boolean,
): DiagnosticReport {
  return {
    rule: String(diagnostic.code ?? ''),
    severity: severityOf(diagnostic),
    message: messageOf(diagnostic),
    range: diagnostic.range,
    fingerprint: finding === undefined ? '' : fingerprintOf(spec, finding),
    related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
      file: nameOf(location.uri),
      message,
      range: location.range,
    })),
    fixes: ((fixes ? finding?.fixes : undefined) ?? [])
      // What other files may name is renamed in an editor that has looked.
      .filter(({ renames, documentId }) => renames === undefined && documentId === undefined)
      .map(({ title, safe, edits }) => ({ title, safe: safe === true, edits: textEdits(document, edits()) })),
  }
}

export function problemReport({ message, place }: Problem): ProblemReport {
  if (place === undefined) return { message, file: null, position: null }
  return { message, file: place.file, position: { line: place.line - 1, character: place.column - 1 } }
}

export function summarise(files: readonly FileReport[]): Summary {
  const findings = files.flatMap((file) => file.diagnostics)
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
  }
}
