import type { FileReport } from './report'

/** JUnit XML: a suite for each specification, a case for each finding; errors and warnings are failures, the rest is passed. */
export function junitReport(files: readonly FileReport[]): string {
  const suites = files.map((file) => {
    const failed = file.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
    const cases =
      failed.length === 0
        ? [`    <testcase name="specmark" classname="${escaped(file.file)}"/>`]
        : failed.map(({ rule, severity, message, range }) => {
            const place = `${file.file}:${range.start.line + 1}:${range.start.character + 1}`
            return [
              `    <testcase name="${escaped(`${rule} (${range.start.line + 1}:${range.start.character + 1})`)}" classname="${escaped(file.file)}">`,
              `      <failure type="${severity}" message="${escaped(message)}">${escaped(`${place}: ${severity}: ${message} (${rule})`)}</failure>`,
              '    </testcase>',
            ].join('\n')
          })
    const count = Math.max(1, failed.length)
    return `  <testsuite name="${escaped(file.file)}" tests="${count}" failures="${failed.length}" errors="0" skipped="0">\n${cases.join('\n')}\n  </testsuite>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="specmark">\n${suites.join('\n')}\n</testsuites>\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 cannot hold are shown as what stands for an unknown one. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}
