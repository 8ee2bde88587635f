import { once } from 'node:events'
import { firstAnswer } from '../lsp/first-answer'
import { firstMessage, streamed } from './first-message'
import { heedStdio } from './stdio-client'

/**
 * Serves the client at standard input and output until it goes; the process then exits. Its first message is answered before what
 * serves it is loaded; those after it wait.
 */
export async function startStdioServer(): Promise<void> {
  // Standard output carries the protocol: a stray word there would break it.
  console.log = console.info = console.debug = console.error
  const unheed = heedStdio({ ended: clientGone, gone: clientGone })
  const answer = firstAnswer(await firstMessage(process.stdin))
  if (answer !== undefined) await new Promise((written) => process.stdout.write(streamed(answer), written))
  const { serveStdio } = await import('./serve')
  unheed()
  serveStdio(answer?.id)
}

/** The same for the client that forked this process, over Node's channel. */
export async function startIpcServer(): Promise<void> {
  const held: unknown[] = []
  const hold = (message: unknown) => void held.push(message)
  process.on('message', hold)
  process.once('disconnect', clientGone)
  await once(process, 'message')
  const answer = firstAnswer(held[0])
  if (answer !== undefined) await new Promise((sent) => process.send?.(answer, sent))
  const { serveIpc } = await import('./serve')
  process.off('message', hold)
  process.off('disconnect', clientGone)
  serveIpc(held, answer?.id)
}

/** It has gone without a word. */
function clientGone(): void {
  process.exit(1)
}
