import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createNodeHost, createSpecService, TextDocument } from '../../src/index'
import { largeSpec } from '../features/support/large'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const URI = 'file:///nowhere/large.md'
const service = () => createSpecService(createNodeHost(() => undefined))

/** The next version of a document: a letter is typed behind a word, each time of another line. */
function typed(document: TextDocument, stroke: number): TextDocument {
  const text = document.getText()
  const word = /[a-z]{4,}/g
  word.lastIndex = Math.floor((text.length * ((stroke * 37) % 100)) / 101)
  const at = document.positionAt(word.exec(text)?.index ?? 0)
  const copy = TextDocument.create(document.uri, document.languageId, document.version, text)
  return TextDocument.update(copy, [{ range: { start: at, end: at }, text: 'x' }], document.version + 1)
}

/** What was collected of the objects that are given, once nothing is under way any more. */
async function isCollected(refs: readonly WeakRef<object>[]): Promise<readonly boolean[]> {
  // What a turn of the loop has looked at stays until the turn ends, and what it was held by until the next collection.
  for (let turns = 0; turns < 5; turns++) {
    await new Promise((turn) => setImmediate(turn))
    collect()
  }
  return refs.map((ref) => ref.deref() === undefined)
}

describe('a document that is edited', () => {
  it('is let go of in each version but the last', async () => {
    const checker = service()
    let document = TextDocument.create(URI, 'markdown', 1, largeSpec())
    const versions: WeakRef<object>[] = []
    const remember = async () => {
      const { spec, index, symbols } = await checker.analyse(document)
      for (const one of [document, spec, index, symbols]) versions.push(new WeakRef(one))
      await checker.hover(document, { line: 20, character: 8 })
    }
    await remember()
    for (let stroke = 0; stroke < 6; stroke++) {
      document = typed(document, stroke)
      await remember()
    }
    const last = versions.length - 4
    expect(await isCollected(versions)).toEqual(versions.map((_, at) => at < last))
    checker.close(document.uri)
    await checker.settled()
  })

  it('is let go of when it is closed and another one is read', async () => {
    const checker = service()
    const closed = await (async () => {
      const document = TextDocument.create(URI, 'markdown', 1, largeSpec())
      const { spec } = await checker.analyse(document)
      checker.close(URI)
      await checker.settled()
      return [new WeakRef<object>(document), new WeakRef<object>(spec)]
    })()
    await checker.analyse(TextDocument.create('file:///nowhere/other.md', 'markdown', 1, '# Other\n'))
    expect(await isCollected(closed)).toEqual([true, true])
  })

  it('holds of a letter that was typed little more than the passage it was typed in', async () => {
    const checker = service()
    let document = TextDocument.create(URI, 'markdown', 1, largeSpec())
    const type = async (from: number, to: number) => {
      for (let stroke = from; stroke < to; stroke++) {
        document = typed(document, stroke)
        await checker.analyse(document)
      }
      collect()
      return process.memoryUsage().heapUsed
    }
    const before = await type(0, 30)
    const held = ((await type(30, 130)) - before) / 100
    console.info(`${Math.round(held)} bytes held of each letter`)
    // The whole text is thirty times as much.
    expect(held).toBeLessThan(15_000)
    checker.close(document.uri)
    await checker.settled()
  })
})
