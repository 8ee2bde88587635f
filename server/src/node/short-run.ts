import { setV8Flag } from './v8-flag'

/** V8's own figure is 66 KB of bytecode: what is run so much is optimised. The larger ones are what takes least over so many files. */
const BYTECODE_BEFORE_OPTIMISING = [
  { files: 500, bytes: 1_500_000 },
  { files: Number.POSITIVE_INFINITY, bytes: 600_000 },
]

/**
 * To be called before a program that runs for a few seconds, and again when it is known how many files it reads: by itself V8
 * spends a third of the processor time of such a run on optimising what ends before it has paid for that.
 */
export function prepareShortRun(files = 0): void {
  const budget = BYTECODE_BEFORE_OPTIMISING.find((one) => files <= one.files)
  if (budget !== undefined) setV8Flag(`--interrupt-budget=${budget.bytes}`)
}
