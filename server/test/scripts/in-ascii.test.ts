import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildFailure, build, type Plugin } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'

const PLUGIN = new URL('../../../scripts/lib/in-ascii.mjs', import.meta.url).href

/** A source as it is bundled. */
async function bundled(text: string): Promise<string> {
  const { inAscii } = (await import(PLUGIN)) as { inAscii(): Plugin }
  const folder = mkdtempSync(join(tmpdir(), 'specmark-ascii-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'server/src'), { recursive: true })
  const file = join(folder, 'server/src/source.ts')
  writeFileSync(file, text)
  const { outputFiles } = await build({
    entryPoints: [file],
    plugins: [inAscii()],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

test('what is not ASCII is escaped, in regular expressions too', async () => {
  expect(await bundled('x(/[–🚀]/u, "ü", `ü`)')).toBe('x(/[\\u2013\\ud83d\\ude80]/u, "\\xFC", `\\xFC`);\n')
})

test('a backslash before it is an error, which names its place', async () => {
  const failure: unknown = await bundled('a()\nx(/[\\–]/)').catch((error: unknown) => error)
  expect((failure as BuildFailure).errors).toMatchObject([{ location: { line: 2, column: 4 } }])
})
