import type { SpecService } from '../core/service'
import { complainOfConfigs, holdsForNone } from './config-problems'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { findFiles } from './find-files'
import type { NoSpec } from './open-file'

/** What looking at one file came to. */
export type Looked<T> =
  | { readonly kind: 'spec'; readonly spec: T }
  | NoSpec
  /** A sentence that names the file. */
  | { readonly kind: 'failed'; readonly problem: string }

/**
 * Looks at each of the files meant, and complains of what cannot be read.
 *
 * @param nameOf what a specification's file is called
 * @returns `failed` where a path, a file or a config could not be read, or no specification was found
 */
export async function gatherSpecs<T>(
  paths: readonly string[],
  environment: CliEnvironment,
  look: (path: string, service: SpecService) => Promise<Looked<T>>,
  nameOf: (spec: T) => string,
): Promise<{ readonly specs: readonly T[]; readonly failed: boolean }> {
  const { files, complain } = environment
  const service = environment.createService()
  const found = await findFiles(paths, environment)
  const specs: T[] = []
  let failed = found.failed
  for (const path of found.paths) {
    const looked = await look(path, service)
    if (looked.kind === 'spec') specs.push(looked.spec)
    else if (looked.kind === 'failed') {
      complain(`${looked.problem}\n`)
      failed = true
    }
  }
  if (complainOfEmptyFolders(found, specs.map(nameOf), environment)) failed = true
  else if (specs.length === 0 && !failed) {
    complain('No specification found.\n')
    failed = true
  }
  if (await complainOfConfigs(service, environment, holdsForNone(found.given, files))) failed = true
  return { specs, failed }
}
