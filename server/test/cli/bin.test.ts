import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Report } from '../../src/cli/report'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = join(root, 'server/bin/specmark.js')
const built = existsSync(join(root, 'server/dist/cli.js'))
if (!built) console.warn('Skipped: the tests of bin/specmark.js need the build ("npm run build").')

const execute = promisify(execFile)
const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 } as const

/** Runs the program as a shell does; a failure is an outcome. */
async function specmark(...args: string[]) {
  try {
    return { code: 0, ...(await execute(process.execPath, [bin, ...args], options)) }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

describe.skipIf(!built)('bin/specmark.js', () => {
  test('tells its version', async () => {
    const manifest = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as {
      version: string
    }
    expect(await specmark('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  test('runs by npx inside the repository', async () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
    const { stdout } = await execute(
      npx,
      ['--no-install', 'specmark', 'explain', 'examples/README.md'],
      options,
    )
    expect(stdout).toMatch(/^examples\/README\.md: not checked\n/)
  })

  test('checks the examples, with exit code 1 and no colours in a pipe', async () => {
    const { code, stdout, stderr } = await specmark('check', 'examples')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('examples/specs/catalogue-import.md\n')
    expect(stdout).toMatch(/\n5 specifications checked: /)
    expect(stdout).not.toContain('\u001B')
  })

  test('writes all of a long report into a pipe', async () => {
    const { stdout } = await specmark(
      'check',
      'examples',
      'templates',
      '--format',
      'json',
      '--fail-on',
      'never',
    )
    const report = JSON.parse(stdout) as Report
    expect(report.summary.files).toBe(5)
    expect(stdout.endsWith('}\n')).toBe(true)
  })

  test('watches until it is interrupted, and then ends with 0', async () => {
    const child = spawn(process.execPath, [bin, 'check', 'examples', '--watch', '--quiet'], { cwd: root })
    // It would go on for ever if this test failed.
    onTestFinished(() => void child.kill('SIGKILL'))
    const stderr = new Promise<string>((resolve) =>
      child.stderr.once('data', (data) => resolve(String(data))),
    )
    expect(await stderr).toBe('Watching for changes; Ctrl+C ends it.\n')
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  test('says nothing when its reader has gone', async () => {
    const child = spawn(process.execPath, [bin, 'check', 'examples', '--hints'], { cwd: root })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (data) => {
      stderr += String(data)
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })
})
