import type { Invocation, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import { rules } from '../core/rules'
import type { Severity } from '../core/rules/rule'
import type { Problem } from './problem'
import type { DiagnosticReport, FileReport } from './report'
import type { RunOutcome } from './report-printer'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0. Lines and columns from 1, columns in UTF-16 code units; paths relative to the working directory. */
export function sarifReport(
  files: readonly FileReport[],
  version: string,
  outcome: Pick<RunOutcome, 'isComplete' | 'problems'>,
): string {
  const results = files.flatMap((file) => file.diagnostics.map((one) => result(file.file, one)))
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'specmark',
            semanticVersion: version,
            informationUri: 'https://www.npmjs.com/package/specmark',
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(outcome)],
        artifacts: files.map(({ file }) => ({ location: { uri: encoded(file) } })),
        results,
      },
    ],
  }
  return `${JSON.stringify(log)}\n`
}

function invocation({ isComplete, problems }: Pick<RunOutcome, 'isComplete' | 'problems'>): Invocation {
  const ofConfigs = problems.filter(({ place }) => place !== undefined)
  const others = problems.filter(({ place }) => place === undefined)
  return {
    executionSuccessful: isComplete,
    ...(others.length === 0 ? {} : { toolExecutionNotifications: others.map(notification) }),
    ...(ofConfigs.length === 0 ? {} : { toolConfigurationNotifications: ofConfigs.map(notification) }),
  }
}

function notification({ message, place }: Problem): Notification {
  const told: Notification = { level: 'error', message: { text: message } }
  if (place === undefined) return told
  const { file, line, column } = place
  const artifactLocation = { uri: encoded(file) }
  const region = { startLine: line, startColumn: column }
  return { ...told, locations: [{ physicalLocation: { artifactLocation, region } }] }
}

function descriptor({
  name,
  summary,
  reason,
  bad,
  good,
  severity,
}: (typeof rules)[number]): ReportingDescriptor {
  const markdown = `${reason}\n\nNot this:\n\n${fenced(bad)}\n\nBut this:\n\n${fenced(good)}`
  const isOff = severity.every((one) => one === 'off')
  const highest = severity.findLast((one) => one !== 'off') ?? 'info'
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: reason },
    help: { text: `${summary} ${reason}`, markdown },
    defaultConfiguration: { enabled: !isOff, level: levelOf(highest as Severity) },
  }
}

function result(
  file: string,
  { rule, severity, message, range, fingerprint, fixes, related }: DiagnosticReport,
): Result {
  const index = rules.findIndex(({ name }) => name === rule)
  return {
    ruleId: rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: levelOf(severity),
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encoded(file) }, region: region(range) } }],
    partialFingerprints: { 'specmark/v1': fingerprint },
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: { artifactLocation: { uri: encoded(place.file) }, region: region(place.range) },
          })),
        }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri: encoded(file) },
                replacements: edits.map((edit) => ({
                  deletedRegion: region(edit.range),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }),
  }
}

function region({ start, end }: DiagnosticReport['range']) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note'
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function fenced(markdown: string): string {
  return `\`\`\`\`markdown\n${markdown.trimEnd()}\n\`\`\`\``
}
