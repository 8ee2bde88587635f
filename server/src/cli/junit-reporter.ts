import { lineOf, type Problem } from './problem'
import type { DiagnosticReport, FileReport } from './report'

interface Suite {
  readonly name: string
  /** XML of its cases; never empty, as some readers take a suite without cases for a broken one. */
  readonly cases: readonly string[]
  readonly failures: number
  readonly errors: number
}

/**
 * JUnit XML: a suite for each specification, a case for each finding that is a failure. What could not be checked is a suite of
 * errors.
 */
export function junitReport(
  files: readonly FileReport[],
  problems: readonly Problem[],
  isFailure: (finding: DiagnosticReport) => boolean,
): string {
  const suites = [
    ...(problems.length === 0 ? [] : [suiteOfProblems(problems)]),
    ...files.map((file) => suiteOf(file, isFailure)),
  ]
  const all = { name: 'specmark', cases: suites.flatMap(({ cases }) => cases), ...totals(suites) }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts(all)}>\n${suites.map(printed).join('')}</testsuites>\n`
}

function suiteOf(
  { file, diagnostics }: FileReport,
  isFailure: (finding: DiagnosticReport) => boolean,
): Suite {
  const failed = diagnostics.filter(isFailure)
  const cases = failed.map((finding) => failure(file, finding))
  return {
    name: file,
    cases: cases.length === 0 ? [`    <testcase name="specmark" classname="${escaped(file)}"/>\n`] : cases,
    failures: failed.length,
    errors: 0,
  }
}

function failure(file: string, { rule, severity, message, range: { start } }: DiagnosticReport): string {
  const place = `${start.line + 1}:${start.character + 1}`
  const text = `${file}:${place}: ${severity}: ${message} (${rule})`
  return testCase(
    `${rule} (${place})`,
    file,
    `<failure type="${severity}" message="${escaped(message)}">${escaped(text)}</failure>`,
  )
}

function suiteOfProblems(problems: readonly Problem[]): Suite {
  const cases = problems.map((problem) => {
    const line = escaped(lineOf(problem))
    return testCase(lineOf(problem), 'specmark', `<error type="problem" message="${line}">${line}</error>`)
  })
  return { name: 'specmark', cases, failures: 0, errors: problems.length }
}

function testCase(name: string, className: string, outcome: string): string {
  return `    <testcase name="${escaped(name)}" classname="${escaped(className)}">\n      ${outcome}\n    </testcase>\n`
}

function totals(suites: readonly Suite[]): Pick<Suite, 'failures' | 'errors'> {
  const sum = (of: 'failures' | 'errors') => suites.reduce((total, suite) => total + suite[of], 0)
  return { failures: sum('failures'), errors: sum('errors') }
}

function counts({ name, cases, failures, errors }: Suite): string {
  return `name="${escaped(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}"`
}

function printed(suite: Suite): string {
  return `  <testsuite ${counts(suite)} skipped="0">\n${suite.cases.join('')}  </testsuite>\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 cannot hold are shown as what stands for an unknown one. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}
