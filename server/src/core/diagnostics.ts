import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types'
import type { OtherPlace } from './index/workspace/elsewhere'
import type { Finding, Severity } from './rules/rule'
import type { Span } from './template/template'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** Findings as the protocol has them: the rule's name is the `code`, positions are lines and UTF-16 characters. */
export function diagnosticsOf(document: TextDocument, findings: readonly Finding[]): readonly Diagnostic[] {
  const range = (span: Span): Range => ({
    start: document.positionAt(span.start),
    end: document.positionAt(span.end),
  })
  return findings.map((finding) => ({
    range: range(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'specmark',
    message: finding.message,
    ...(finding.related !== undefined && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((place) => ({
            location:
              'span' in place
                ? { uri: document.uri, range: range(place.span) }
                : { uri: place.place.uri, range: rangeOf(place.place) },
            message: place.message,
          })),
        }
      : {}),
  }))
}

function rangeOf({ line, start, end }: OtherPlace): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
