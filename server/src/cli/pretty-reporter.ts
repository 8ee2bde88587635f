import picocolors from 'picocolors'
import type { Severity } from '../core/rules/rule'
import type { CheckedFile } from './checked-file'
import type { DiagnosticReport, Summary } from './report'
import { type Excerpt, printable } from './source-line'

type Colours = ReturnType<typeof picocolors.createColors>

/** Text for people: one block a file, its findings with their source line, a last line that counts. */
export interface PrettyReporter {
  /** @param checked with its excerpts */
  file(checked: CheckedFile): string
  /** @param known how many findings the baseline has */
  summary(summary: Summary, known: number): string
}

export interface PrettyOptions {
  readonly colour: boolean
  /** List hints too; they are counted in any case. */
  readonly hints?: boolean | undefined
}

export function createPrettyReporter({ colour, hints }: PrettyOptions): PrettyReporter {
  const colours = picocolors.createColors(colour)
  return {
    file({ report, excerpts }) {
      const findings = report.diagnostics.flatMap((diagnostic, at) =>
        hints || diagnostic.severity !== 'hint'
          ? [finding(colours, report.file, diagnostic, excerpts[at])]
          : [],
      )
      if (findings.length === 0) return ''
      return `${colours.underline(printable(report.file))}\n${findings.join('')}\n`
    },
    summary(summary, known) {
      const counts = countsOf(summary).map(({ severity, text }) => paint(colours, severity, text))
      const hidden = !hints && summary.hints > 0 ? ' (listed with --hints)' : ''
      const found = counts.length === 0 ? colours.green('no findings') : counts.join(', ') + hidden
      const old = known === 0 ? '' : colours.dim(`, ${known} in the baseline`)
      return `${counted(summary.files, 'specification')} checked: ${found}${old}\n`
    },
  }
}

function finding(
  colours: Colours,
  file: string,
  { severity, message, rule, range, related }: DiagnosticReport,
  excerpt: Excerpt | undefined,
): string {
  const { start } = range
  const place = `${start.line + 1}:${start.character + 1}`
  const head = `  ${place}  ${paint(colours, severity, severity)}  ${printable(message)}  ${colours.dim(rule)}\n`
  const number = String(start.line + 1)
  const margin = ' '.repeat(number.length)
  const bar = colours.dim('|')
  const { line, carets } = excerpt ?? { line: '', carets: '' }
  const source = `  ${colours.dim(number)} ${bar} ${line}\n`
  const mark = `  ${margin} ${bar} ${paint(colours, severity, carets)}\n`
  const seen = related.map((other) => {
    const at = `${other.range.start.line + 1}:${other.range.start.character + 1}`
    const where = other.file === file ? at : `${other.file}:${at}`
    return `  ${margin} ${bar} ${colours.dim(printable(`see ${where}: ${other.message}`))}\n`
  })
  return head + source + mark + seen.join('')
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
