import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Editors that are fetched on demand; ignored by git. */
export const editorsFolder = join(root, '.vscode-test')

/** Screenshots, reports and logs of the last test run; ignored by git. */
export const artifactsFolder = join(root, 'test-artifacts')

/** Bundled tests; ignored by git. */
export const bundledTests = join(root, 'out', 'test')

/** The packaged extension; ignored by git. */
export const packageFile = join(root, 'specmark.vsix')
