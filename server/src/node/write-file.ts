import { constants } from 'node:fs'
import { access, link, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { reasonOf } from './read-text'

/**
 * Puts a text in the place of a file's, whole or not at all: it is written beside the file, brought to the disk, and
 * renamed. A symbolic link stays one; the file keeps its permissions.
 *
 * @param before the bytes that the file must still have, so that nobody's change is overwritten; `undefined`: whatever
 * there is, or nothing
 * @throws {Error} its message says why, and the file is as it was
 */
export async function replaceFile(path: string, text: string, before: Uint8Array | undefined): Promise<void> {
  const target = await realpath(path).catch(() => path)
  // Renaming over it would change a file that nobody may write to.
  const mode = await modeOf(target)
  if (mode !== undefined) await demandWritable(target, mode)
  await viaTemporary(target, text, mode, async (temporary) => {
    if (before !== undefined && !(await readFile(target)).equals(before)) {
      throw new Error('has changed meanwhile: nothing was written.')
    }
    await rename(temporary, target)
  })
}

/**
 * Makes a file, and the folders it needs.
 *
 * @throws {Error} where there is such a file, or it cannot be made
 */
export async function createFile(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    throw new Error(reasonOf(error))
  }
  // A hard link fails where there is a file, which a rename would replace.
  await viaTemporary(path, text, undefined, (temporary) => link(temporary, path))
}

async function viaTemporary(
  path: string,
  text: string,
  mode: number | undefined,
  putInPlace: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${crypto.randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await putInPlace(temporary)
  } catch (error) {
    throw new Error(writeReasonOf(error))
  } finally {
    await rm(temporary, { force: true })
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mode }) => mode,
    () => undefined,
  )
}

/** A file that nobody may write to is read-only for root as well, who could. */
async function demandWritable(path: string, mode: number): Promise<void> {
  if ((mode & 0o222) === 0) throw new Error('cannot be written: it is read-only.')
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw new Error(writeReasonOf(error))
  })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'cannot be written: the disk is full.',
  EDQUOT: 'cannot be written: the disk quota is used up.',
  EROFS: 'cannot be written: the file system is read-only.',
  EACCES: 'cannot be written: permission denied.',
  EPERM: 'cannot be written: permission denied.',
  EEXIST: 'there is such a file already.',
}

function writeReasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) return message
  return REASONS[code] ?? reasonOf(error)
}
