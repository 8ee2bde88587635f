import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { firstMessage, streamed } from '../../src/node/first-message'

/** All that a stream has, as text. */
async function restOf(stream: PassThrough): Promise<string> {
  stream.end()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const FIRST = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { name: 'Ünïcode 🚀' } }
const SECOND = { jsonrpc: '2.0', method: 'initialized' }
const TEXT = streamed(FIRST)

it('the first message is read, and stays in the stream with what follows it', async () => {
  const stream = new PassThrough()
  stream.write(TEXT + streamed(SECOND))
  expect(await firstMessage(stream)).toEqual(FIRST)
  expect(await restOf(stream)).toBe(TEXT + streamed(SECOND))
})

it('it may come byte by byte', async () => {
  const stream = new PassThrough()
  const message = firstMessage(stream)
  for (const byte of Buffer.from(TEXT)) stream.write(Buffer.of(byte))
  expect(await message).toEqual(FIRST)
  expect(await restOf(stream)).toBe(TEXT)
})

it.each([
  ['the head names another field', TEXT.replace('\r\n', '\r\nContent-Type: utf-16\r\n')],
  ['the head names no length', `X: 1\r\n\r\n${TEXT}`],
  ['there is no head', 'x'.repeat(200)],
  ['the text is no JSON', 'Content-Length: 3\r\n\r\n{ab'],
])('where %s, nothing is made of it, and it stays in the stream', async (_, text) => {
  const stream = new PassThrough()
  stream.write(text)
  expect(await firstMessage(stream)).toBeUndefined()
  expect(await restOf(stream)).toBe(text)
})

it('a large one is put together once, not for each of its chunks', async () => {
  const stream = new PassThrough()
  const message = firstMessage(stream)
  const large = { ...FIRST, params: 'x'.repeat(2_000_000) }
  const text = streamed(large)
  const joined = vi.spyOn(Buffer, 'concat')
  onTestFinished(() => joined.mockRestore())
  for (let at = 0; at < text.length; at += 10_000) {
    stream.write(text.slice(at, at + 10_000))
    await nextTurn()
  }
  expect(await message).toEqual(large)
  expect(joined.mock.calls.length).toBeLessThan(5)
})
