import type { Config } from './config'

/** Why a file of a size in bytes is not read, a sentence; `undefined` where the config lets it be. */
export function tooLarge(size: number, { maxFileSize }: Config): string | undefined {
  if (size <= maxFileSize * 1e6) return undefined
  return `too large to be read: ${inMegabytes(size)} MB, more than the ${maxFileSize} MB that "maxFileSize" of specmark.json allows.`
}

/** Rounded up, so that what is just too large does not look as if it were not. */
function inMegabytes(size: number): number {
  return Math.ceil(size / 1e5) / 10
}
