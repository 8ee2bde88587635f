import { createTwoFilesPatch } from 'diff'
import type { Finding } from '../core/rules/rule'
import { TOO_LARGE } from '../core/rules/run'
import type { SpecService } from '../core/service'
import { bug } from './bug'
import { isSpec } from './check-file'
import { complainOfConfigs, holdsForNone } from './config-problems'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import { openFile } from './open-file'
import { readWorkspaces } from './read-workspaces'
import { areRules, haveSafeFixes } from './rules'
import { printable } from './source-line'

export interface FixOptions {
  readonly dryRun?: boolean
  readonly rule?: readonly string[]
}

/** What fixing one file came to. */
type FixOutcome =
  | { readonly kind: 'no spec' | 'nothing to fix' }
  | { readonly kind: 'fixed'; readonly count: number; readonly before: string; readonly after: string }
  | { readonly kind: 'failed'; readonly problem: string }

/**
 * Makes what is safe to fix in the specifications among files and folders.
 *
 * @returns the exit code: 2 where a path, a file or a config could not be read, a file could not be written, or a folder
 * has no specification
 */
export async function fix(
  paths: readonly string[],
  { dryRun, rule }: FixOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, print, complain } = environment
  if (!areRules(rule, environment) || !haveSafeFixes(rule, environment)) return EXIT.failed
  const service = environment.createService()
  const isWanted = (finding: Finding) => rule === undefined || rule.includes(finding.rule)
  const found = await findFiles(paths, environment)
  await readWorkspaces(found.given, service, environment)
  let failed = found.failed
  const fail = (problem: string) => {
    complain(`${problem}\n`)
    failed = true
  }
  const specs: string[] = []
  let isClean = true
  for (const path of found.paths) {
    const name = files.nameOf(files.uriOf(path))
    const outcome = await fixFile(path, service, isWanted, environment)
    if (outcome.kind === 'failed') fail(outcome.problem)
    else if (outcome.kind !== 'no spec') specs.push(name)
    if (outcome.kind !== 'fixed') continue
    isClean = false
    if (dryRun) print(unifiedDiff(name, outcome.before, outcome.after))
    else {
      const problem = await files.replace(path, outcome.after, outcome.before)
      if (problem === undefined) print(`${name}: ${outcome.count} fixed\n`)
      else fail(problem)
    }
  }
  if (complainOfEmptyFolders(found, specs, environment)) failed = true
  const isExcused = holdsForNone(found.given, files)
  if (await complainOfConfigs(service, environment, isExcused)) failed = true
  if (isClean && !failed) print('Nothing to fix.\n')
  return failed ? EXIT.failed : EXIT.clean
}

async function fixFile(
  path: string,
  service: SpecService,
  isWanted: (finding: Finding) => boolean,
  { files }: CliEnvironment,
): Promise<FixOutcome> {
  const opened = await openFile(path, service, files)
  if (opened.kind !== 'open') return opened
  const { document } = opened
  try {
    const analysis = await service.analyseFile(document.uri, document.getText())
    if (analysis === undefined || !isSpec(analysis)) return { kind: 'no spec' }
    const unread = analysis.findings.find((finding) => finding.rule === TOO_LARGE)
    if (unread !== undefined) {
      return { kind: 'failed', problem: `${files.nameOf(document.uri)}: ${printable(unread.message)}` }
    }
    const isFixable = (finding: Finding) => isWanted(finding) && finding.fixes?.some(({ safe }) => safe)
    if (!analysis.findings.some(isFixable)) return { kind: 'nothing to fix' }
    const { text, count } = await service.fixAll(document, isWanted)
    const before = document.getText()
    return text === before ? { kind: 'nothing to fix' } : { kind: 'fixed', count, before, after: text }
  } catch (error) {
    return { kind: 'failed', problem: bug(files.nameOf(document.uri), 'fixed', error) }
  }
}

/** As `git apply` reads it. */
function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, '')
}
