import { readFileSync } from 'node:fs'

/** Of another process, by what Linux tells; `NaN` elsewhere. @param {number | undefined} pid */
export function processFigures(pid) {
  return {
    /** Bytes that it had in memory at most, its threads included. */
    peak: () => kilobytes(pid, 'VmHWM'),
    /** Bytes that it has in memory. */
    resident: () => kilobytes(pid, 'VmRSS'),
    /** Milliseconds of processor time, of all its threads. */
    processor() {
      const [, rest = ''] = read(`/proc/${pid}/stat`).split(') ')
      const fields = rest.split(' ')
      return (Number(fields[11]) + Number(fields[12])) * TICK
    },
    /** Milliseconds of processor time of the thread that answers. */
    mainThread: () => Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0] || Number.NaN) / 1e6,
  }
}

/** Milliseconds; the same on every Linux that Node runs on. */
const TICK = 10

/** @param {number | undefined} pid @param {string} name */
function kilobytes(pid, name) {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) * 1024
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
