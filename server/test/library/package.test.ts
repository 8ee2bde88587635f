import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const server = join(root, 'server')
const built = ['index.js', 'types/index.d.ts'].every((file) => existsSync(join(server, 'dist', file)))
if (!built) console.warn('Skipped: the tests of the package specmark need the build ("npm run build").')

const execute = promisify(execFile)

/** The program that the README shows. */
function example(): string {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(server, 'README.md'), 'utf8')) ?? []
  if (code === undefined) throw new Error('The README has no example.')
  return code
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'specmark-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe.skipIf(!built)('the package specmark', () => {
  test('is a library: the example of its README runs from the root of the repository', async () => {
    const { stdout, stderr } = await execute(process.execPath, ['--input-type=module', '--eval', example()], {
      cwd: root,
    })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^2 items\n3: reference\/unknown: [^\n]+\n$/)
  })

  test('has types under the module resolution of Node', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(server, join(folder, 'node_modules', 'specmark'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    // A type that is not found would be `any`, to which everything can be assigned.
    const wrong =
      '\n// @ts-expect-error\nconst title: number = spec.title\n// @ts-expect-error\nservice.close(1)\n'
    writeFileSync(join(folder, 'example.ts'), `${example()}${wrong}export { title }\n`)
    const options = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', '--types', '']
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    await execute(process.execPath, [tsc, '--strict', '--noEmit', ...options, 'example.ts'], {
      cwd: folder,
    }).catch((error: { stdout: string }) => expect(error.stdout).toBe(''))
  })

  test('holds its programs, types, templates, README and license, and no source map', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const { stdout } = await execute(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: server,
    })
    const [packed] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }]
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['LICENSE', 'README.md', 'package.json', 'bin/specmark.js'],
        ...[
          'dist/cli.js',
          'dist/index.js',
          'dist/server.js',
          'dist/types/index.d.ts',
          'dist/templates/spec.md',
          'dist/templates/spec.md.json',
        ],
      ]),
    )
    expect(paths.filter((path) => !/^(?:LICENSE|README\.md|package\.json|bin\/|dist\/)/.test(path))).toEqual(
      [],
    )
    expect(paths.filter((path) => path.endsWith('.map'))).toEqual([])
  })
})

test('the license of the package is that of the repository', () => {
  expect(readFileSync(join(server, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
})

test('a program that is not built says so, with exit code 2', async () => {
  const folder = temporaryFolder()
  for (const file of ['bin', 'package.json'])
    cpSync(join(server, file), join(folder, file), { recursive: true })
  const outcome = await execute(process.execPath, [join(folder, 'bin', 'specmark.js'), 'check']).catch(
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  )
  expect(outcome).toEqual({
    code: 2,
    stdout: '',
    stderr: 'specmark is not built. In its repository run "npm ci", then "npm run build".\n',
  })
})
