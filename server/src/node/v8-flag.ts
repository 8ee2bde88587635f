import { setFlagsFromString } from 'node:v8'

/** The latest V8 whose flags are known: an unknown flag would be complained of on standard error. */
const KNOWN_V8 = 13

/** Sets a flag of V8, where that is one whose flags are known. */
export function setV8Flag(flag: string): void {
  if (Number.parseInt(process.versions.v8, 10) <= KNOWN_V8) setFlagsFromString(flag)
}
