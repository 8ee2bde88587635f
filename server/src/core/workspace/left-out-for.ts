import type { LeftOutFile } from './file-reading'

/** A file whose reading throws is one that is left out; the others are read. */
export function leftOutFor(error: unknown): LeftOutFile {
  return { leftOut: error instanceof Error ? error.message : String(error), readFrom: undefined }
}
