import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Makes a folder that only its owner can look into, or closes one that exists.
 *
 * @param {string} folder
 */
export function makePrivateFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/**
 * Writes a file that only its owner can read. One that exists is removed first, since it would keep its permissions, or
 * might be a link.
 *
 * @param {string} file
 * @param {string} [text]
 */
export function writePrivateFile(file, text = '') {
  rmSync(file, { force: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}
