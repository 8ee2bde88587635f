import type { Severity } from '../core/rules/rule'
import type { Problem } from './problem'
import type { FileReport } from './report'

/**
 * Workflow commands that GitHub shows at the lines of a change. It shows ten of a kind: what could not be checked comes first, and
 * hints are left out unless they are asked for.
 */
export function githubReport(
  files: readonly FileReport[],
  problems: readonly Problem[],
  hints: boolean,
): string {
  const lines = files.flatMap(({ file, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => hints || severity !== 'hint')
      .map(({ rule, severity, message, range: { start, end } }) => {
        // Columns count for a place within one line only.
        const columns =
          start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : ''
        const place = `file=${property(file)},line=${start.line + 1},endLine=${end.line + 1}${columns}`
        return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(message)}\n`
      }),
  )
  return [...problems.map(problemCommand), ...lines].join('')
}

function problemCommand({ message, place }: Problem): string {
  const at = place === undefined ? '' : `file=${property(place.file)},line=${place.line},col=${place.column},`
  return `::error ${at}title=specmark::${data(message)}\n`
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
