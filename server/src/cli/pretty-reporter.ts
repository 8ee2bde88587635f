import picocolors from 'picocolors'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import type { Severity } from '../core/rules/rule'
import { type FileReport, messageOf, type Summary, severityOf } from './report'
import { printable, sourceLine } from './source-line'

type Colours = ReturnType<typeof picocolors.createColors>

/** Text for people: one block a file, its findings with their source line, a last line that counts. */
export interface PrettyReporter {
  file(report: FileReport, document: TextDocument, diagnostics: readonly Diagnostic[]): string
  summary(summary: Summary): string
}

export interface PrettyOptions {
  readonly colour: boolean
  /** List hints too; they are counted in any case. */
  readonly hints: boolean
}

export function createPrettyReporter({ colour, hints }: PrettyOptions): PrettyReporter {
  const colours = picocolors.createColors(colour)
  return {
    file(report, document, diagnostics) {
      const listed = diagnostics.filter((diagnostic) => hints || severityOf(diagnostic) !== 'hint')
      if (listed.length === 0) return ''
      const findings = listed.map((diagnostic) => finding(colours, document, diagnostic))
      return `${colours.underline(printable(report.file))}\n${findings.join('')}\n`
    },
    summary(summary) {
      const counts = countsOf(summary).map(({ severity, text }) => paint(colours, severity, text))
      const hidden = !hints && summary.hints > 0 ? ' (listed with --hints)' : ''
      const found = counts.length === 0 ? colours.green('no findings') : counts.join(', ') + hidden
      return `${counted(summary.files, 'specification')} checked: ${found}\n`
    },
  }
}

function finding(colours: Colours, document: TextDocument, diagnostic: Diagnostic): string {
  const severity = severityOf(diagnostic)
  const { start } = diagnostic.range
  const place = `${start.line + 1}:${start.character + 1}`
  const rule = colours.dim(String(diagnostic.code ?? ''))
  const head = `  ${place}  ${paint(colours, severity, severity)}  ${printable(messageOf(diagnostic))}  ${rule}\n`
  const { line, carets } = sourceLine(document, diagnostic.range)
  const number = String(start.line + 1)
  const bar = colours.dim('|')
  const source = `  ${colours.dim(number)} ${bar} ${line}\n`
  const mark = `  ${' '.repeat(number.length)} ${bar} ${paint(colours, severity, carets)}\n`
  const related = (diagnostic.relatedInformation ?? []).map(({ location, message }) => {
    const see = `${location.range.start.line + 1}:${location.range.start.character + 1}`
    return `  ${' '.repeat(number.length)} ${bar} ${colours.dim(`see ${see}: ${printable(message)}`)}\n`
  })
  return head + source + mark + related.join('')
}

function paint(colours: Colours, severity: Severity, text: string): string {
  switch (severity) {
    case 'error':
      return colours.red(text)
    case 'warning':
      return colours.yellow(text)
    case 'info':
      return colours.cyan(text)
    case 'hint':
      return colours.dim(text)
  }
}

function countsOf(summary: Summary): readonly { readonly severity: Severity; readonly text: string }[] {
  const counts = [
    { severity: 'error', number: summary.errors, noun: 'error' },
    { severity: 'warning', number: summary.warnings, noun: 'warning' },
    { severity: 'info', number: summary.infos, noun: 'info' },
    { severity: 'hint', number: summary.hints, noun: 'hint' },
  ] as const
  return counts
    .filter(({ number }) => number > 0)
    .map(({ severity, number, noun }) => ({ severity, text: counted(number, noun) }))
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
