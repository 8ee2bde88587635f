import { createTwoFilesPatch } from 'diff'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../core/rules'
import { complainOfConfigs } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import { unknownRule } from './rules'

export interface FixOptions {
  readonly dryRun: boolean
  readonly rule?: readonly string[]
}

/**
 * Makes what is safe to fix in the specifications among files and folders.
 *
 * @returns the exit code: 2 where a path, a file or a config could not be read, or a file could not be written
 */
export async function fix(
  paths: readonly string[],
  { dryRun, rule }: FixOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, print, complain } = environment
  const unknown = (rule ?? []).filter((name) => !rules.some((one) => one.name === name))
  for (const name of unknown) complain(`${unknownRule(name)}\n`)
  if (unknown.length > 0) return EXIT.failed
  const found = await findFiles(paths, environment)
  const service = environment.createService()
  let failed = found.failed
  let count = 0
  for (const path of found.paths) {
    const read = await files.read(path)
    if ('problem' in read) {
      complain(`${read.problem}\n`)
      failed = true
      continue
    }
    const document = TextDocument.create(files.uriOf(path), 'markdown', 0, read.text)
    const fixed = await service.fixAll(
      document,
      (finding) => rule === undefined || rule.includes(finding.rule),
    )
    if (fixed.text === read.text) continue
    count += fixed.count
    const name = files.nameOf(document.uri)
    if (dryRun) print(unifiedDiff(name, read.text, fixed.text))
    else {
      const problem = await files.replace(path, fixed.text, read.text)
      if (problem === undefined) print(`${name}: ${fixed.count} fixed\n`)
      else {
        complain(`${problem}\n`)
        failed = true
      }
    }
  }
  if (await complainOfConfigs(service, environment)) failed = true
  if (count === 0) print('Nothing to fix.\n')
  return failed ? EXIT.failed : EXIT.clean
}

/** As `git apply` reads it. */
function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, '')
}
