import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PackedSymbols } from '../../src/core/index/workspace/packed-symbols'
import { answers, happen, happenings, rebuilt } from '../workspace/support/happenings'
import { memoryWorkspace } from '../workspace/support/memory-files'

/** Some of the texts are no specifications. */
const FILES = 1150
const SEED = Number(process.env.SPECMARK_SEED ?? 20_260_115)
const EVENTS = 60
/** Events from one time that all is asked of all files to the next: half a minute each. */
const EVENTS_A_ROUND = 30
/** Files about which all is asked after each event, beside those that it changed or reached. */
const OTHERS = 8

const padded = (number: number) => String(number).padStart(3, '0')
const names = Array.from({ length: FILES }, (_, at) => `area-${at % 40}/spec-${padded(at)}.md`)
const ids = Array.from(
  { length: FILES },
  (_, at) => `SPEC-2026-01-${padded(1 + (at % 28)).slice(1)}-${padded(at)}`,
)
const { text, event } = happenings(names, ids)

it('a thousand specifications answer, after each of many events, as ones that were read from nothing', {
  timeout: 3_600_000,
}, async () => {
  const texts = fc.sample(text, { numRuns: FILES, seed: SEED })
  const workspace = await memoryWorkspace(
    Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ''])),
  )
  const open = new Map<string, string>()
  const known = new Map<string, PackedSymbols>()
  const touched = new Set<string>()
  workspace.service.onChanged((uri, reached) => {
    for (const one of [uri, ...reached]) touched.add(one)
  })
  const counts = { specs: 0, asked: 0 }
  const compare = async (isAsked: (uri: string) => boolean) => {
    const anew = await rebuilt(workspace, open, known)
    const files = workspace.service.files()
    expect(files).toEqual(anew.service.files())
    const all = await answers(workspace.service, open, isAsked)
    expect(all).toEqual(await answers(anew.service, open, isAsked))
    counts.specs = Math.max(counts.specs, files.length)
    counts.asked += all.length
  }

  const events = fc.sample(event, { numRuns: EVENTS, seed: SEED })
  const others = fc.sample(
    fc.uniqueArray(fc.constantFrom(...names), { minLength: OTHERS, maxLength: OTHERS }),
    {
      numRuns: EVENTS,
      seed: SEED,
    },
  )
  for (const [at, happened] of events.entries()) {
    touched.clear()
    await happen(workspace, open, happened)
    const asked = new Set([...touched, ...(others[at] ?? []).map((name) => workspace.uri(name))])
    await compare((at + 1) % EVENTS_A_ROUND === 0 ? () => true : (uri) => asked.has(uri))
  }
  console.info(
    `${EVENTS} events on ${counts.specs} specifications at most, ${counts.asked} times compared in all that can be asked of one`,
  )
  expect(counts.specs).toBeGreaterThan(1000)
})
