import type { CheckOptions, Format } from './check-options'
import type { CheckDetail } from './checked-file'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { reportRun } from './report-run'
import { areRules } from './rules'
import { updateBaseline } from './update-baseline'
import { watchAndCheck } from './watch-and-check'

/**
 * Checks the specs among the given files and folders and prints a report.
 *
 * @returns the exit code: 0 clean, 1 findings at or above `failOn`, 2 where something could not be checked as asked: a
 * path, a file, a config, or a folder without a spec.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  environment: CliEnvironment,
): Promise<number> {
  if (!isSound(paths, options, environment)) return EXIT.failed
  const { allowNone, stdin, stdinFilename, format } = options
  const target = { paths, allowNone, detail: detailFor(format) }
  const service = environment.createService()
  if (options.updateBaseline) return updateBaseline(target, options, service, environment)
  if (options.watch) return watchAndCheck(target, options, service, environment)
  const input = stdin ? { input: { path: stdinFilename ?? 'stdin.md', text: await environment.input() } } : {}
  return (await reportRun({ ...target, ...input }, options, service, environment)).exitCode
}

function isSound(paths: readonly string[], options: CheckOptions, environment: CliEnvironment): boolean {
  const { rule, stdin, watch, format, updateBaseline: updates } = options
  const misuses: readonly [boolean | undefined, string][] = [
    [
      options.stdinFilename !== undefined && !stdin,
      '--stdin-filename is for a text that comes with --stdin.',
    ],
    [
      // The folder that is meant where no path is given.
      stdin && paths.some((path) => path !== '.'),
      '--stdin checks the text that comes, and no paths: --stdin-filename names the file that it stands for.',
    ],
    [updates && stdin, '--update-baseline is for files, not for a text that comes with --stdin.'],
    [updates && watch, '--update-baseline is done once, and does not --watch.'],
    [
      updates && options.since !== undefined,
      '--update-baseline is for all that is found, not for what came --since a commit.',
    ],
    [watch && stdin, '--watch is for files, not for a text that comes with --stdin.'],
    [watch && !WATCHABLE.includes(format), `--watch prints --format ${WATCHABLE.join(' or ')} only.`],
  ]
  const complaints = misuses.filter(([isMisuse]) => isMisuse).map(([, complaint]) => complaint)
  for (const complaint of complaints) environment.complain(`${complaint}\n`)
  return areRules(rule, environment) && complaints.length === 0
}

/** Formats of which one report after the other makes sense. */
const WATCHABLE: readonly Format[] = ['pretty', 'json']

/** What the reports of a format show. */
function detailFor(format: Format): CheckDetail {
  return { excerpts: format === 'pretty', fixes: format === 'json' || format === 'sarif' }
}
