import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'

const scripts = fileURLToPath(new URL('../../../scripts/', import.meta.url))

/** Runs code that imports from a script, in a process of its own as the scripts run. */
function runScript(file: string, names: string, code: string): string {
  const url = pathToFileURL(join(scripts, file)).href
  const program = `import { ${names} } from ${JSON.stringify(url)}\n${code}`
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
}

const hasModes = process.platform !== 'win32'
if (!hasModes) console.warn('Skipped: the permissions of files, which Windows does not have.')

describe.skipIf(!hasModes)('what holds the token of a served VS Code', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

  test('is closed to other users, even where it was open before', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'specmark-start-'))
    onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
    const folder = join(scratch, 'data')
    const file = join(folder, 'server.log')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    writeFileSync(file, 'old')
    chmodSync(file, 0o644)
    const [quotedFolder, quotedFile] = [folder, file].map((path) => JSON.stringify(path))
    runScript(
      'lib/private-files.mjs',
      'makePrivateFolder, writePrivateFile',
      `makePrivateFolder(${quotedFolder}); writePrivateFile(${quotedFile}, 'new')`,
    )
    expect({ folder: mode(folder), file: mode(file) }).toEqual({ folder: '700', file: '600' })
    expect(readFileSync(file, 'utf8')).toBe('new')
  })
})

test('the page that the browser opens leads to the address, whatever is in it', () => {
  const url = 'http://127.0.0.1:8080/?tkn=a_b-c&folder=/home/"x"<y'
  const page = runScript(
    'lib/redirect-page.mjs',
    'redirectPage',
    `console.log(redirectPage(${JSON.stringify(url)}))`,
  )
  const escaped = 'http://127.0.0.1:8080/?tkn=a_b-c&amp;folder=/home/&quot;x&quot;&lt;y'
  expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${escaped}">`)
})

test.each([
  ['start.mjs', ['--port', 'x'], '--port takes a number from 1 to 65535, not "x".'],
  ['start.mjs', ['--bogus'], "Unknown option '--bogus'"],
  ['test.mjs', ['--bogus'], "Unknown option '--bogus'"],
  ['test.mjs', ['--only', 'x'], '--only takes "editor", not "x".'],
])('scripts/%s %j is told to a person, without a stack', (script, args, message) => {
  let stderr = ''
  try {
    execFileSync(process.execPath, [join(scripts, script), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 20_000,
    })
  } catch (error) {
    stderr = (error as { stderr: string }).stderr
  }
  expect(stderr).toContain(message)
  expect(stderr).toContain('Usage: npm ')
  expect(stderr).not.toContain('    at ')
})
