import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { editorsFolder } from './paths.mjs'
import { npm, run, SetupError } from './processes.mjs'

/** The npm package that carries a full build of VS Code's own server, and the one that carries its search program. */
const pinned = {
  vscode: '1.100.3',
  codeServer: '4.100.3',
  codeServerIntegrity:
    'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  ripgrep: '1.18.0',
}

const stampName = 'installed.json'

/** Modules whose native half is not built, by the place of their JavaScript in `node_modules`. */
const standIns = {
  'spdlog.cjs': join('@vscode', 'spdlog', 'index.js'),
  'native-watchdog.cjs': join('native-watchdog', 'index.js'),
}

const standInFolder = fileURLToPath(new URL('native-stand-ins', import.meta.url))

/** A change of this number makes every install out of date. */
const layout = 2

const stamp = JSON.stringify({ ...pinned, layout, platform: process.platform, arch: process.arch })

/**
 * Puts VS Code's server into `.vscode-test/` unless it is there already. Install scripts stay off, so that no compiler is
 * needed: of the native modules, log and watchdog get stand-ins, and the terminal is missing. The work is done in a
 * folder of its own that is renamed at the end, so that an interrupted install leaves nothing that looks finished.
 *
 * @returns {Promise<string>} the folder of the server, which holds `out/server-main.js`
 * @throws {SetupError} when it cannot be fetched, and on Windows
 */
export async function installVSCodeServer() {
  const home = join(editorsFolder, `vscode-server-${pinned.vscode}`)
  if (isInstalled(home)) return home
  if (process.platform === 'win32') {
    throw new SetupError('The VS Code server runs on Linux and macOS only. On Windows use WSL.')
  }
  mkdirSync(editorsFolder, { recursive: true })
  await removeAbandoned()
  const staging = join(editorsFolder, `installing-${process.pid}`)
  console.log(`Fetching the VS Code server ${pinned.vscode} into .vscode-test/ (about 320 MB, once)`)
  try {
    await rm(staging, { recursive: true, force: true })
    mkdirSync(staging)
    const server = await unpack(staging)
    await Promise.all([
      installDependencies(server).then(() =>
        symlink('node_modules', join(server, 'node_modules.asar'), 'dir'),
      ),
      installDependencies(join(server, 'extensions')),
      fetchRipgrep(staging),
    ])
    placeRipgrep(staging, server)
    for (const [name, place] of Object.entries(standIns)) {
      copyFileSync(join(standInFolder, name), join(server, 'node_modules', place))
    }
    await writeFile(join(server, stampName), stamp)
    await moveInPlace(server, home)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new SetupError(
      `${error.message}\n\nThe VS Code server could not be installed. It comes from the npm registry: check the network and\n` +
        '`npm config get registry`, then run the same command again.',
    )
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return home
}

/** @param {string} home */
function isInstalled(home) {
  const file = join(home, stampName)
  return existsSync(file) && readFileSync(file, 'utf8') === stamp
}

/** Removes what an install that was killed has left; one that still runs is told by its process id. */
async function removeAbandoned() {
  for (const name of readdirSync(editorsFolder)) {
    const pid = Number(/^installing-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) await rm(join(editorsFolder, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** @param {string} staging */
async function unpack(staging) {
  const name = `code-server@${pinned.codeServer}`
  const listed = await npm(['pack', name, '--json', '--pack-destination', staging], {
    cwd: staging,
    quiet: true,
  })
  const [packed] = Object.values(JSON.parse(listed))
  if (packed.integrity !== pinned.codeServerIntegrity) {
    throw new SetupError(`${name} is not the one that was tried: its integrity is ${packed.integrity}.`)
  }
  await run('tar', ['-xzf', packed.filename, 'package/lib/vscode'], { cwd: staging, quiet: true })
  return join(staging, 'package', 'lib', 'vscode')
}

/**
 * The versions are those of the package's own shrinkwrap file, which leaves the peer dependencies out.
 *
 * @param {string} folder
 */
async function installDependencies(folder) {
  await npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: folder,
    quiet: true,
  })
}

/** @param {string} staging */
async function fetchRipgrep(staging) {
  const folder = join(staging, 'ripgrep')
  mkdirSync(folder)
  // Without a manifest of its own, npm would install into the project that this folder lies in.
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  const name = `@vscode/ripgrep@${pinned.ripgrep}`
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', name], { cwd: folder, quiet: true })
}

/**
 * @param {string} staging
 * @param {string} server
 */
function placeRipgrep(staging, server) {
  const platform = `ripgrep-${process.platform}-${process.arch}`
  const binary = join(staging, 'ripgrep', 'node_modules', '@vscode', platform, 'bin', 'rg')
  if (!existsSync(binary)) {
    throw new SetupError(`There is no ripgrep ${pinned.ripgrep} for ${process.platform} on ${process.arch}.`)
  }
  const bin = join(server, 'node_modules', '@vscode', 'ripgrep', 'bin')
  mkdirSync(bin, { recursive: true })
  copyFileSync(binary, join(bin, 'rg'))
  chmodSync(join(bin, 'rg'), 0o755)
}

/**
 * @param {string} server
 * @param {string} home
 */
async function moveInPlace(server, home) {
  if (isInstalled(home)) return
  await rm(home, { recursive: true, force: true })
  try {
    await rename(server, home)
  } catch (error) {
    // Another process may have finished the same install in between.
    if (!isInstalled(home)) throw error
  }
}
