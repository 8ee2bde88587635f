// Imported into a program that is measured: as it ends, tells on the third channel what its threads have used.
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const CHANNEL = 3

if (isMainThread) {
  process.once('exit', () => {
    const { user, system } = process.cpuUsage()
    const { maxRSS } = process.resourceUsage()
    writeSync(CHANNEL, JSON.stringify({ processor: (user + system) / 1000, memory: maxRSS * 1024 }))
  })
}
