import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../scripts/lib/paths.mjs'

/** What the command line prints in a folder. @throws where it fails */
export async function specmarkOutput(folder: string, ...args: readonly string[]): Promise<string> {
  const command = [join(root, 'server', 'bin', 'specmark.js'), ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder })
  return stdout
}
