import type { Readable } from 'node:stream'

/**
 * The first message in a stream of the protocol, as parsed; `undefined` where that cannot be told. Stays pending where the stream ends
 * before. All that was read is put back: whoever reads the stream after this reads the message too.
 */
export function firstMessage(stream: Readable): Promise<unknown> {
  /** Joined when all are there: a message of many chunks is not copied for each. */
  const chunks: Buffer[] = []
  let length = 0
  let span: Span | 'incomplete' | undefined = 'incomplete'
  return new Promise((resolve) => {
    function look(): void {
      for (let chunk: unknown = stream.read(); Buffer.isBuffer(chunk); chunk = stream.read()) {
        chunks.push(chunk)
        length += chunk.length
      }
      if (span === 'incomplete') span = spanIn(Buffer.concat(chunks))
      if (span === 'incomplete' || (span !== undefined && length < span.end)) return
      stream.off('readable', look)
      const bytes = Buffer.concat(chunks)
      stream.unshift(bytes)
      resolve(span && parsed(bytes.toString('utf8', span.start, span.end)))
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

/** Where the text of a message stands. */
interface Span {
  readonly start: number
  readonly end: number
}

/** @returns `undefined` where no head is there that is known */
function spanIn(bytes: Buffer): Span | 'incomplete' | undefined {
  const headEnd = bytes.subarray(0, LONGEST_HEAD).indexOf(HEAD_END)
  if (headEnd < 0) return bytes.length < LONGEST_HEAD ? 'incomplete' : undefined
  const length = /^Content-Length: (\d+)$/i.exec(bytes.toString('latin1', 0, headEnd))?.[1]
  if (length === undefined) return undefined
  const start = headEnd + HEAD_END.length
  return { start, end: start + Number(length) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
