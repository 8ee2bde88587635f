import { describe, expect, it } from 'vitest'
import { closedWorkspace, ROOT, specOf } from './support/memory-files'

const count = 30
const idOf = (number: number) => `SPEC-2026-01-15-${100 + number}`
const specs = Object.fromEntries(
  Array.from({ length: count }, (_, number) => [
    `${100 + number}.md`,
    specOf(idOf(number), '1. **[REQ-001]** The lamp MUST shine.\n'),
  ]),
)

/** Names an item of the last file and one of none. */
const NAMING = specOf(
  'SPEC-2026-01-16-001',
  `1. **[REQ-001]** The lamp MUST do ${idOf(count - 1)}#REQ-001 and SPEC-2020-01-01-001#REQ-001.\n`,
)

function workspace() {
  const files = closedWorkspace(specs)
  const document = files.open('naming.md', NAMING)
  return {
    ...files,
    /** What is said to be missing: nothing before all is known. */
    async missing() {
      const { findings } = await files.service.analyse(document)
      return findings.flatMap(({ rule, message }) => (rule === 'reference/unknown-spec' ? [message] : []))
    },
    /** How many are known beside the document. */
    specs: () => [...files.service.heads()].filter(({ uri }) => uri !== document.uri).length,
  }
}

const MISSING = [expect.stringContaining('SPEC-2020-01-01-001')]

describe('a folder that is read', () => {
  it('is known when it has been read whole', async () => {
    const { service, missing } = workspace()
    expect(await missing()).toEqual([])
    let early: Promise<readonly string[]> | undefined
    await service.addFolder(ROOT, {
      reading: () => {
        early ??= missing()
      },
    })
    expect(await early).toEqual([])
    expect(await missing()).toEqual(MISSING)
  })

  it('is not known by a reading that was begun before it was removed and added again', async () => {
    const { service, missing, specs } = workspace()
    let again: Promise<void> | undefined
    let early: Promise<readonly string[]> | undefined
    const reading = () => {
      early ??= missing()
    }
    await service.addFolder(ROOT, {
      reading(done) {
        if (done !== 3) return
        service.removeFolder(ROOT)
        again = service.addFolder(ROOT, { reading })
      },
    })
    await again
    expect(await early).toEqual([])
    expect(await missing()).toEqual(MISSING)
    expect(specs()).toBe(count)
  })

  it('is known again when all of it is read after a reading that was cancelled', async () => {
    const { service, missing, specs, uri, write } = workspace()
    const controller = new AbortController()
    await service.addFolder(ROOT, { signal: controller.signal, reading: () => controller.abort() })
    expect(await missing()).toEqual([])
    write({ 'specmark.json': '{}', 'came-meanwhile.md': specOf('SPEC-2026-01-17-001', '') })
    await service.fileChanged(uri('specmark.json'))
    await service.settled()
    expect(await missing()).toEqual(MISSING)
    expect(specs()).toBe(count + 1)
  })
})
