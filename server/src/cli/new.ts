import { complainOfConfigs } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'

export interface NewOptions {
  /** Name of a template. */
  readonly template?: string
  /** Where the file is to lie, instead of where the config says. */
  readonly folder?: string
  readonly dryRun?: boolean
}

/**
 * Makes a specification and prints its path.
 *
 * @returns the exit code: 2 where it could not be made, a file of its name included
 */
export async function createSpec(
  title: string,
  { template, folder, dryRun }: NewOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, print, complain } = environment
  const service = environment.createService()
  try {
    const made = await service.newSpec(files.uriOf(folder ?? '.'), title, {
      ...(template === undefined ? {} : { template }),
      exactly: folder !== undefined,
    })
    if (await complainOfConfigs(service, environment)) return EXIT.failed
    if (dryRun) {
      print(`${made.text}`)
      return EXIT.clean
    }
    const problem = await files.create(files.pathOf(made.uri), made.text)
    if (problem !== undefined) {
      complain(`${problem}\n`)
      return EXIT.failed
    }
    print(`${files.nameOf(made.uri)}\n`)
    return EXIT.clean
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n`)
    return EXIT.failed
  }
}
