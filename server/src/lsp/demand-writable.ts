import { URI, Utils } from 'vscode-uri'
import { requestFailed } from './errors'

/**
 * An edit that cannot be saved is not made.
 *
 * @param refused what was not done, the end of a sentence
 * @throws {ResponseError} where the file may not be written to
 */
export async function demandWritable(
  uri: string,
  isWritable: (uri: string) => Promise<boolean>,
  refused: string,
): Promise<void> {
  if (!(await isWritable(uri)))
    throw requestFailed(`${Utils.basename(URI.parse(uri))} is read-only: ${refused}`)
}
