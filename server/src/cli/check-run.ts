import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'
import { checkDocument, checkFile } from './check-file'
import type { CheckDetail, CheckedFile, CheckOutcome } from './checked-file'
import { createEarlyOutcomes } from './early-outcomes'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { type FoundFiles, findFiles } from './find-files'
import { createProgressLine } from './progress-line'
import { readWorkspaces } from './read-workspaces'

/** What a run of `check` looks at. */
export interface CheckTarget {
  /** Files, or folders to look into. */
  readonly paths: readonly string[]
  /** A text in place of them, as that of the file at a path. */
  readonly input?: { readonly path: string; readonly text: string }
  /** A folder without a specification is no failure. */
  readonly allowNone?: boolean | undefined
  readonly detail: CheckDetail
  /** Aborted: the files that are left are not looked at. */
  readonly signal?: AbortSignal
}

export interface CheckRun {
  /** What was looked at. */
  readonly found: FoundFiles
  /** Something could not be checked as asked: it was told. Mistakes of configs are for the caller to tell. */
  readonly failed: boolean
}

/** @returns why the file cannot be dealt with, a sentence */
export type TakeFile = (checked: CheckedFile) => Promise<string | undefined>

/** Checks files one after the other, in the order of their names, and hands on those that are specifications. */
export async function runCheck(
  target: CheckTarget,
  service: SpecService,
  environment: CliEnvironment,
  take: TakeFile,
): Promise<CheckRun> {
  const { files, complain } = environment
  const { input, detail } = target
  const specs: string[] = []
  let failed = false
  const fail = (problem: string) => {
    complain(`${problem}\n`)
    failed = true
  }
  const settle = async (outcome: CheckOutcome) => {
    if (outcome.kind === 'no spec') return
    if (outcome.kind === 'failed') return fail(outcome.problem)
    specs.push(outcome.file.report.file)
    const problem = await take(outcome.file)
    if (problem !== undefined) fail(problem)
  }
  const found = input === undefined ? await findFiles(target.paths, environment) : NOTHING
  if (found.failed) failed = true
  const early = createEarlyOutcomes(found.paths, files, detail)
  await readWorkspaces(input === undefined ? found.given : [input.path], service, environment, {
    judging: early.judging,
    ...(target.signal && { signal: target.signal }),
  })
  const progress = createProgressLine('Checking', environment)
  for (const [at, path] of found.paths.entries()) {
    if (target.signal?.aborted) break
    await settle(early.of(path) ?? (await checkFile(path, service, files, detail)))
    progress.show(at + 1, found.paths.length)
  }
  progress.end()
  if (input !== undefined) {
    const document = TextDocument.create(files.uriOf(input.path), 'markdown', 0, input.text)
    await settle(await checkDocument(document, service, files, detail))
  }
  if (!target.allowNone && complainOfEmptyFolders(found, specs, environment)) failed = true
  return { found, failed }
}

const NOTHING: FoundFiles = { paths: [], folders: [], given: [], failed: false }
