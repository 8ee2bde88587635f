import { setFlagsFromString } from 'node:v8'

/** V8's own figure is 66 KB of bytecode: what is run so much is optimised. */
const BYTECODE_BEFORE_OPTIMISING = 600_000

/** The latest V8 whose flags are known: an unknown flag would be complained of on standard error. */
const KNOWN_V8 = 13

/**
 * To be called before a program that runs for a few seconds: by itself V8 spends a third of the processor time of such a
 * run on optimising what ends before it has paid for that.
 */
export function prepareShortRun(): void {
  if (Number.parseInt(process.versions.v8, 10) > KNOWN_V8) return
  setFlagsFromString(`--interrupt-budget=${BYTECODE_BEFORE_OPTIMISING}`)
}
