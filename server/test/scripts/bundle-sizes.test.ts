import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../../scripts/bundle-sizes.mjs', import.meta.url))

test('each bundle that ships, and what is loaded first, is within its size', async () => {
  // Where one is not, it fails with what can be done.
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT])
  expect(stdout.match(/: [1-9]\d+ bytes, at most \d+$/gm)).toHaveLength(7)
})
