import type { SpecService } from '../core/service'
import { checkText } from './check-file'
import type { CheckTarget } from './check-run'
import type { CheckDetail, CheckedFile } from './checked-file'
import type { CliEnvironment } from './environment'
import type { FilesBefore } from './files-before'
import { keepFindings } from './finding-filter'
import { newFindings } from './new-findings'
import { readWorkspaces } from './read-workspaces'

/** Tells what came since a commit from what was there. */
export interface Since {
  /** A file with the findings only that it did not have then; or why that cannot be told, a sentence. */
  keep(checked: CheckedFile): Promise<CheckedFile | { readonly problem: string }>
}

/**
 * Findings are held against those of the texts of then, judged beside the files of then by the rules of now: a changed line
 * can cause a finding in another one, and in another file.
 *
 * @throws {Error} a sentence: there is no git, no repository, or no such commit
 */
export async function createSince(
  ref: string,
  target: CheckTarget,
  environment: CliEnvironment,
): Promise<Since> {
  const { files } = environment
  const { input } = target
  const paths = input === undefined ? target.paths : [input.path]
  const repositories = await environment.filesBefore(ref, paths)
  const configs = new Set<string>()
  let workspaces: Promise<void> | undefined
  const service = environment.createServiceBefore(repositories, (uri) => configs.has(uri))

  async function textOnDisk(path: string): Promise<string> {
    const read = await files.read(path)
    return 'text' in read ? read.text : ''
  }

  /** `undefined` where what the file was cannot be checked: a binary file, another encoding. */
  function textThen(repository: FilesBefore, name: string): Promise<string | undefined> {
    return repository.isSame(name) ? textOnDisk(name) : repository.read(name).catch(() => undefined)
  }

  return {
    async keep(checked) {
      if (checked.report.diagnostics.length === 0) return checked
      for (const uri of checked.configs) configs.add(uri)
      const path = files.pathOf(checked.uri)
      const repository = repositories.find((one) => one.covers(path))
      const name = repository?.nameOf(path)
      if (repository === undefined || name === undefined) return checked
      const then = await textThen(repository, name)
      if (then === undefined) return checked
      workspaces ??= readWorkspaces(paths, service, environment)
      await workspaces
      const before = await checkedThen(files.uriOf(name), then, service, environment)
      if (before === undefined || 'problem' in before) return before ?? checked
      const isNew = newFindings(checked, before, then, input?.text ?? (await textOnDisk(path)))
      return keepFindings(checked, (finding) => isNew.has(finding))
    },
  }
}

const NO_DETAIL: CheckDetail = { excerpts: false, fixes: false }

async function checkedThen(
  uri: string,
  text: string,
  service: SpecService,
  { files }: CliEnvironment,
): Promise<CheckedFile | { readonly problem: string } | undefined> {
  const outcome = await checkText(uri, text, service, files, NO_DETAIL)
  if (outcome.kind === 'checked') return outcome.file
  return outcome.kind === 'failed' ? outcome : undefined
}
