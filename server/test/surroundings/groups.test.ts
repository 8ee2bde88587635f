import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSpecService, TextDocument } from '../../src/index'

const builtIn = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const FOLDER = 'file:///work/specs/lending'
const REQUIREMENTS = '# Lending\n\n- **REQ-001**: Members MUST borrow.\n- **REQ-002**: Members MUST return.\n'

function serviceOn(files: Record<string, string>) {
  return createSpecService({
    templates: [builtIn],
    today: () => '2026-01-20',
    readFile: async (uri) => files[uri],
    log: () => undefined,
  })
}

async function membersOf(name: string, text: string, service: ReturnType<typeof serviceOn>) {
  const document = TextDocument.create(`${FOLDER}/${name}`, 'markdown', 1, text)
  const { surroundings } = await service.analyse(document)
  return surroundings.members.map((index) => [
    index.spec.uri.slice(FOLDER.length + 1),
    ...index.items.map(({ id }) => id.text),
  ])
}

const TASKS = '# Tasks\n\n- [ ] **TASK-001**: Lend (REQ-001)\n- [ ] **TASK-002**: Take back (REQ-002)\n'

describe('files that are one spec', () => {
  it('see each other’s items, whichever was opened', async () => {
    const service = serviceOn({ [`${FOLDER}/requirements.md`]: REQUIREMENTS, [`${FOLDER}/tasks.md`]: TASKS })
    expect(await membersOf('tasks.md', TASKS, service)).toEqual([['requirements.md', 'REQ-001', 'REQ-002']])
    expect(await membersOf('requirements.md', REQUIREMENTS, service)).toEqual([
      ['tasks.md', 'TASK-001', 'TASK-002'],
    ])
  })

  it('see unsaved text before the disk', async () => {
    const service = serviceOn({ [`${FOLDER}/requirements.md`]: REQUIREMENTS })
    await membersOf('requirements.md', `${REQUIREMENTS}- **REQ-003**: Members MUST pay.\n`, service)
    expect(await membersOf('tasks.md', TASKS, service)).toEqual([
      ['requirements.md', 'REQ-001', 'REQ-002', 'REQ-003'],
    ])
  })

  it('are read again when one changes on disk, and gone when it is', async () => {
    const files: Record<string, string> = { [`${FOLDER}/requirements.md`]: REQUIREMENTS }
    const service = serviceOn(files)
    await membersOf('tasks.md', TASKS, service)
    delete files[`${FOLDER}/requirements.md`]
    await service.fileChanged(`${FOLDER}/requirements.md`)
    expect(await membersOf('tasks.md', TASKS, service)).toEqual([])
  })

  it('are those of one folder, and other files are on their own', async () => {
    const service = serviceOn({ 'file:///work/specs/requirements.md': REQUIREMENTS })
    expect(await membersOf('tasks.md', TASKS, service)).toEqual([])
    expect(
      await membersOf('notes.md', TASKS, serviceOn({ [`${FOLDER}/requirements.md`]: REQUIREMENTS })),
    ).toEqual([])
  })
})
