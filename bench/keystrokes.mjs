import { setFlagsFromString } from 'node:v8'
import { spread, typing } from './typing.mjs'

// As the server does, which this stands for: see `prepareLongRun`.
setFlagsFromString('--no-allocation-site-pretenuring')

/**
 * The way of a keystroke through the service, from the change of the text to the diagnostics.
 *
 * @param {typeof import('../server/src/index')} specmark
 * @param {{ text: string, where: RegExp }} target `where` matches the lines that are typed in
 * @returns milliseconds: `wall` by the clock, `processor` used by all threads, which other programs disturb less
 */
export async function measureKeystrokes(
  { createSpecService, createNodeHost, TextDocument },
  { text, where },
) {
  const service = createSpecService(createNodeHost(() => {}))
  const document = TextDocument.create('file:///bench/spec.md', 'markdown', 0, text)
  const started = performance.now()
  await service.analyse(document)
  const cold = performance.now() - started
  const times = []
  const processor = []
  let findings = 0
  for (const change of typing(document, where)) {
    const [before, used] = [performance.now(), process.cpuUsage()]
    TextDocument.update(document, [change], document.version + 1)
    findings = (await service.analyse(document)).diagnostics.length
    times.push(performance.now() - before)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
  }
  return { cold, findings, wall: spread(times), processor: spread(processor) }
}
