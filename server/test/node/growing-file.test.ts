import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readText } from '../../src/node/read-text'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'specmark-growing-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a file that grows all the time is read to where it ended at first', async () => {
  const path = join(folder, 'growing.md')
  const line = 'A line of a log.\n'
  await writeFile(path, line.repeat(1000))
  let isRead = false
  const growing = (async () => {
    while (!isRead) await appendFile(path, line.repeat(100))
  })()
  const texts = await Promise.all(Array.from({ length: 20 }, () => readText(path)))
  isRead = true
  await growing
  for (const text of texts) expect(text).toBe(line.repeat(text.length / line.length))
  expect(texts.every((text) => text.length >= line.length * 1000)).toBe(true)
})
