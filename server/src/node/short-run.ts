import { setV8Flag } from './v8-flag'

/** V8's own figure is 66 KB of bytecode: what is run so much is optimised. */
const BYTECODE_BEFORE_OPTIMISING = 600_000

/**
 * To be called before a program that runs for a few seconds: by itself V8 spends a third of the processor time of such a
 * run on optimising what ends before it has paid for that.
 */
export function prepareShortRun(): void {
  setV8Flag(`--interrupt-budget=${BYTECODE_BEFORE_OPTIMISING}`)
}
