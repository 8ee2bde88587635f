import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const isBuilt = ['dist/server.cjs', 'server/dist/cli.js'].every((path) => existsSync(file(path)))
if (!isBuilt) console.warn('Skipped: the start of the server, which is not built ("npm run build").')

/** Milliseconds: twice what the server is allowed where nothing else runs, and twice what it takes to check. */
const MOST = { answered: 400, checked: 1200 }
/** Or as many times what Node takes by itself: a machine on which that takes long is slow, or busy with other tests. */
const TIMES_NODE = { answered: 4, checked: 12 }

interface Start {
  readonly name: string
  /** Medians, in milliseconds. */
  readonly answered: number
  readonly checked: number
}

it.skipIf(!isBuilt)(
  'a server that is started answers at once, and finds what is wrong soon after',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      file('bench/start.mjs'),
      ...['--starts', '3', '--json'],
    ])
    const [node, ...servers] = JSON.parse(stdout) as readonly [Start, ...Start[]]
    const allowed = (what: 'answered' | 'checked') => Math.max(MOST[what], TIMES_NODE[what] * node.answered)
    for (const { name, answered, checked } of servers) {
      const told = `${name}: ${Math.round(answered)} ms to the first answer, ${Math.round(checked)} ms to the first findings`
      console.info(`${told}; Node alone ${Math.round(node.answered)} ms`)
      expect(answered, told).toBeLessThan(allowed('answered'))
      expect(checked, told).toBeLessThan(allowed('checked'))
    }
    expect(servers.map(({ name }) => name)).toEqual(['specmark lsp --stdio', 'as VS Code starts it'])
  },
)
