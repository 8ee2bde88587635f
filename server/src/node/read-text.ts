import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/**
 * Text of a file. A byte-order mark is kept.
 *
 * @throws where it cannot be read, see `reasonOf`, or is not UTF-8: other encodings would come out garbled.
 */
export async function readText(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > MAX_BYTES) throw new TooLarge(`too large to be read (${Math.round(size / 1e6)} MB).`)
    return decodeText(await readAtMost(file, size))
  } finally {
    await file.close()
  }
}

/** Of a file that grows meanwhile, what it had: reading it to its end might never end. Whoever follows it hears of the rest. */
async function readAtMost(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

/** The same at once: where nothing else waits, the way through Node's thread pool takes longer than the file. */
export function readTextNow(path: string): string {
  const { size } = statSync(path)
  if (size > MAX_BYTES) throw new TooLarge(`too large to be read (${Math.round(size / 1e6)} MB).`)
  return decodeText(readFileSync(path))
}

/** What no text has that anybody could check; read whole, it would fill the memory. */
export const MAX_BYTES = 64 * 1024 * 1024

class TooLarge extends Error {}

/** @throws {Error} where the bytes are not UTF-8; its message is the reason. */
export function decodeText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new NotUtf8()
  return bytes.toString('utf8')
}

class NotUtf8 extends Error {
  override readonly message = 'not UTF-8 text.'
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder.',
  EACCES: 'cannot be read: permission denied.',
  EPERM: 'cannot be read: permission denied.',
  EISDIR: 'a folder, not a file.',
  ELOOP: 'cannot be read: its symbolic links lead in a circle.',
  ENOTDIR: 'no such file or folder.',
  ENAMETOOLONG: 'cannot be read: the name is too long.',
}

/** Why a file could not be read: what follows its name and a colon. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotUtf8 || error instanceof TooLarge) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? `cannot be read: ${message}`
}

/** Whether an error says that there is no such file, and not that it cannot be read. */
export function saysMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
