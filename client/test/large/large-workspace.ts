import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/lib/paths.mjs'
import { test as base } from '../harness/page-test'

/** Fewer: `SPECMARK_SPECS=1000`. */
const SPECS = Number(process.env.SPECMARK_SPECS ?? 10_000)

export const TITLE = `a folder of ${SPECS.toLocaleString('en')} specifications`

/** The last file, and a word that stands in its first requirement alone. */
export const LAST = {
  name: `spec-${String(SPECS).padStart(5, '0')}.md`,
  title: new RegExp(` ${SPECS}`),
  word: 'albatross',
}

/** The tests of VS Code's pages, with a large folder open. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that the fixture needs no other.
  workspace: async ({}, use) => {
    const parent = await realpath(await mkdtemp(join(tmpdir(), 'specmark-large-')))
    const folder = join(parent, 'ten-thousand')
    try {
      const generator = join(root, 'bench', 'generate-workspace.mjs')
      const told = execFileSync(process.execPath, [generator, folder, '--specs', String(SPECS)])
      console.info(String(told).trim())
      const area = `area-${String(Math.ceil(SPECS / 40)).padStart(3, '0')}`
      await nameIn(join(folder, area, LAST.name))
      await use(folder)
    } finally {
      await rm(parent, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

async function nameIn(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const named = text.replace(/(\*\*\[REQ-001\]\*\* The) \w+/, `$1 ${LAST.word}`)
  if (named === text) throw new Error(`${file} has no requirement to be found by.`)
  await writeFile(file, named)
}
