import { createHash } from 'node:crypto'

/** Names a text, or the bytes of its file, by SHA-256. */
export function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64')
}
