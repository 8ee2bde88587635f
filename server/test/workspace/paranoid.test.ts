import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answers, happen, happenings, rebuilt } from './support/happenings'
import { memoryWorkspace } from './support/memory-files'

const NAMES = ['a.md', 'b.md', 'sub/a.md', 'sub/requirements.md', 'sub/tasks.md']
const IDS = ['SPEC-2026-01-15-001', 'SPEC-2026-01-15-002', 'SPEC-2026-02-30-001', 'SPEC-2026-02-03-001']
const { event } = happenings(NAMES, IDS)

it('after every event a workspace answers as one that was read from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 7 }), async (events) => {
      const workspace = await memoryWorkspace({ 'a.md': '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n' })
      const open = new Map<string, string>()
      for (const happened of events) {
        await happen(workspace, open, happened)
        const anew = await rebuilt(workspace, open)
        expect(await answers(workspace.service, open)).toEqual(await answers(anew.service, open))
      }
    }),
    { numRuns: 12 },
  )
})
