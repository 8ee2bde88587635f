import type { Readable } from 'node:stream'

/**
 * The first message in a stream of the protocol, as parsed; `undefined` where that cannot be told. Stays pending where the stream ends
 * before. All that was read is put back: whoever reads the stream after this reads the message too.
 */
export function firstMessage(stream: Readable): Promise<unknown> {
  let bytes = Buffer.alloc(0)
  return new Promise((resolve) => {
    function look(): void {
      for (let chunk = stream.read(); chunk !== null; chunk = stream.read())
        bytes = Buffer.concat([bytes, chunk])
      const found = messageIn(bytes)
      if (found === 'incomplete') return
      stream.off('readable', look)
      stream.unshift(bytes)
      resolve(found?.message)
    }
    stream.on('readable', look)
  })
}

/** A message as it stands in a stream. */
export function streamed(message: object): string {
  const text = JSON.stringify(message)
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** What parts the head of a message from its text. */
const HEAD_END = '\r\n\r\n'

/** Bytes: a longer head is none that is known. */
const LONGEST_HEAD = 100

function messageIn(bytes: Buffer): { readonly message: unknown } | 'incomplete' | undefined {
  const headEnd = bytes.subarray(0, LONGEST_HEAD).indexOf(HEAD_END)
  if (headEnd < 0) return bytes.length < LONGEST_HEAD ? 'incomplete' : undefined
  const length = /^Content-Length: (\d+)$/i.exec(bytes.toString('latin1', 0, headEnd))?.[1]
  if (length === undefined) return undefined
  const start = headEnd + HEAD_END.length
  const end = start + Number(length)
  if (bytes.length < end) return 'incomplete'
  try {
    return { message: JSON.parse(bytes.toString('utf8', start, end)) }
  } catch {
    return undefined
  }
}
