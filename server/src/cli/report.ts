import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types'
import type { Count } from '../core/index/spec-index'
import type { Severity } from '../core/rules/rule'
import type { Analysis } from '../core/service'

/** The JSON report of `check`: version 1 of a contract with other programs. Lines and characters from 0, UTF-16. */
export interface Report {
  readonly version: 1
  readonly files: readonly FileReport[]
  readonly summary: Summary
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

/** What is reported of one spec. */
export function fileReport(file: string, analysis: Analysis): FileReport {
  const { spec, index } = analysis
  const { documentId, status, recognition } = spec
  const id = documentId?.value === documentId?.definition?.placeholder ? undefined : documentId?.value
  return {
    file,
    template: recognition.kind === 'spec' ? recognition.template.name : null,
    id: id || null,
    title: spec.title?.text || null,
    status: status.placeholder ? null : status.value || status.raw || null,
    diagnostics: analysis.diagnostics.map(diagnosticReport),
    progress: {
      done: index.progress.done,
      total: index.progress.total,
      byRole: Object.fromEntries(
        [...index.progress.byRole].map(([role, { done, total }]) => [role, { done, total }]),
      ),
    },
  }
}

export function severityOf(diagnostic: Diagnostic): Severity {
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
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value
}

function diagnosticReport(diagnostic: Diagnostic): DiagnosticReport {
  return {
    rule: String(diagnostic.code ?? ''),
    severity: severityOf(diagnostic),
    message: messageOf(diagnostic),
    range: diagnostic.range,
  }
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
