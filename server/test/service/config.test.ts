import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printBaseline } from '../../src/core/config/baseline-file'
import { fingerprintOf } from '../../src/core/rules/fingerprint'
import { createSpecService, TextDocument } from '../../src/index'

const builtIn = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const CONFIG = 'file:///work/specmark.json'

function serviceOn(files: Record<string, string>) {
  return createSpecService({
    templates: [builtIn],
    today: () => '2026-01-20',
    readFile: async (uri) => files[uri],
    findFiles: async (folder) =>
      Object.keys(files).filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md')),
    log: () => undefined,
  })
}

/** The service over one config, and what it makes of a document. */
function under(config: object, files: Record<string, string> = {}) {
  const service = serviceOn({ ...files, [CONFIG]: JSON.stringify(config) })
  const documentOf = (text: string, path: string) =>
    TextDocument.create(`file:///work/${path}`, 'markdown', 1, text)
  return {
    service,
    analyse: (text: string, path = 'specs/a.md') => service.analyse(documentOf(text, path)),
    explain: (text: string, path = 'specs/a.md') => service.explain(documentOf(text, path)),
    async findings(text: string, path = 'specs/a.md') {
      const { findings } = await service.analyse(documentOf(text, path))
      return findings.map(({ rule, severity }) => `${rule} ${severity}`)
    },
  }
}

const LOOSE = `# Notes

- **REQ-001**: Members MUST borrow.
- **REQ-002**: Members MUST return.
- **REQ-001**: Members MUST pay.
`

describe('severities of a config', () => {
  it('silence a rule, here and there', async () => {
    const { findings } = under({
      rules: { 'id/duplicate': 'hint' },
      overrides: [{ files: ['old/**'], rules: { '*': 'off' } }],
    })
    expect(await findings(LOOSE)).toContain('id/duplicate hint')
    expect(await findings(LOOSE, 'old/a.md')).toEqual([])
  })

  it('switch a rule on that is off', async () => {
    const text =
      '# Notes\n\n- **REQ-001**: The file MUST be read when it is opened.\n- **REQ-002**: It MUST close.\n'
    expect(await under({}).findings(text)).not.toContain('requirement/passive info')
    expect(await under({ rules: { 'requirement/passive': 'info' } }).findings(text)).toContain(
      'requirement/passive info',
    )
  })
})

describe('ignored paths', () => {
  it('are not checked, whatever else says that they are specs', async () => {
    const { findings, explain } = under({ ignore: ['specs/old/**'], specs: { '**/*.md': 'spec' } })
    expect(await findings(LOOSE)).toContain('id/duplicate error')
    expect(await findings(LOOSE, 'specs/old/a.md')).toEqual([])
    expect(await explain(LOOSE, 'specs/old/a.md')).toMatchObject({
      kind: 'none',
      reason: 'the configuration ignores "specs/old/**"',
    })
  })
})

describe('a file that is ignored', () => {
  it('is not read as Markdown, however large; a template is read all the same', async () => {
    const { explain } = under(
      { ignore: ['**/*.md'], templates: ['own.md'] },
      { 'file:///work/own.md': builtIn.text },
    )
    const endless = `# ${'a '.repeat(3_000_000)}`
    expect((await explain(endless)).reason).toBe('the configuration ignores "**/*.md"')
    expect((await explain(builtIn.text, 'own.md')).kind).toBe('template')
  })
})

describe('a workspace', () => {
  it('does not read what is ignored, until it no longer is', async () => {
    const files: Record<string, string> = {
      [CONFIG]: '{ "ignore": ["archive/**"] }',
      'file:///work/archive/a.md': LOOSE,
      'file:///work/b.md': LOOSE,
    }
    const read: string[] = []
    const service = createSpecService({
      templates: [builtIn],
      today: () => '2026-01-20',
      readFile: async (uri) => {
        read.push(uri)
        return files[uri]
      },
      findFiles: async () => ['file:///work/archive/a.md', 'file:///work/b.md'],
      log: () => undefined,
    })
    await service.addFolder('file:///work')
    expect(read).not.toContain('file:///work/archive/a.md')
    const specs = () =>
      service
        .files()
        .map(({ uri }) => uri)
        .sort()
    expect(specs()).toEqual(['file:///work/b.md'])
    expect(await service.configured('file:///work/archive/a.md')).toBe('ignored')
    files[CONFIG] = '{}'
    await service.fileChanged(CONFIG)
    await service.settled()
    expect(specs()).toEqual(['file:///work/archive/a.md', 'file:///work/b.md'])
  })
})

describe('kinds of a config', () => {
  const stories = '# Notes\n\n- **US-001**: Members borrow.\n- **US-001**: Members return.\n'

  it('make a document a loose spec, and its items requirements', async () => {
    expect((await under({}).explain(stories)).kind).toBe('none')
    const { analyse, explain, findings } = under({ kinds: { US: 'requirement' } })
    expect(await explain(stories)).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('US-001 is its only item'),
    })
    const two = stories.replace('US-001**: Members return', 'US-002**: Members return')
    expect(await explain(two)).toMatchObject({ kind: 'loose' })
    expect((await analyse(two)).spec.items.map(({ id, role }) => `${id.text} ${role}`)).toEqual([
      'US-001 requirement',
      'US-002 requirement',
    ])
    expect(await findings(`${two}- **US-002**: Members pay.\n`)).toContain('id/duplicate error')
  })

  it('that are off are no items', async () => {
    const controls = '# Controls\n\n- **SC-007**: Boundary.\n- **SC-008**: Transit.\n'
    expect((await under({}).explain(controls)).kind).toBe('loose')
    expect((await under({ kinds: { SC: 'off' } }).explain(controls)).kind).toBe('none')
  })
})

describe('status words of a config', () => {
  const spec = (status: string) =>
    builtIn.text.replace(/^---[\s\S]*?\n---\n/, '').replace('Draft | Review | Approved | Implemented', status)

  it('are understood as the status that they stand for', async () => {
    const text = spec('Signed off')
    expect(await under({}).findings(text)).toContain('metadata/unknown-status error')
    const { analyse, findings } = under({ status: { synonyms: { Approved: ['Signed off'] } } })
    expect((await analyse(text)).spec.status).toMatchObject({ value: 'Approved', stage: 'approved' })
    expect(await findings(text)).not.toContain('metadata/unknown-status error')
  })

  it('close a document', async () => {
    const { analyse } = under({ status: { closed: ['Parked'] } })
    expect((await analyse(spec('Parked'))).spec.status.closed).toBe(true)
    expect((await analyse(spec('Archived'))).spec.status.closed).toBe(true)
  })
})

describe('words of a config', () => {
  const text = (requirement: string) =>
    `# Notes\n\n- **REQ-001**: The export MUST be ${requirement}.\n- **REQ-002**: Members MUST pay.\n`

  it('count, or no longer', async () => {
    expect(await under({}).findings(text('robust'))).toContain('requirement/vague-word info')
    const { findings } = under({ words: { vague: { add: ['blazing hot'], remove: ['Robust'] } } })
    expect(await findings(text('robust'))).toEqual([])
    expect(await findings(text('blazing  hot'))).toContain('requirement/vague-word info')
  })

  it('may be normative keywords', async () => {
    const body = builtIn.text
      .replace(/^---[\s\S]*?\n---\n/, '')
      .replace(/1\. \*\*\[REQ-001\][\s\S]*?\n\n/, '1. **[REQ-001]** The system will export the ledger.\n\n')
    const noKeyword = 'requirement/no-keyword info'
    expect(await under({}).findings(body)).toContain(noKeyword)
    expect(await under({ words: { keywords: { add: ['will'] } } }).findings(body)).not.toContain(noKeyword)
  })

  it('are those of its languages', async () => {
    expect(await under({ words: { languages: ['de'] } }).findings(text('robust'))).toEqual([])
  })
})

describe('groups of a config', () => {
  it('make files of a folder one spec', async () => {
    const files = {
      'file:///work/specs/what.md': '# What\n\n- **REQ-001**: A MUST b.\n- **REQ-002**: B MUST c.\n',
    }
    const how = '# How\n\n- [ ] **TASK-001**: Do REQ-001.\n- [ ] **TASK-002**: Do REQ-002.\n'
    expect((await under({}, files).analyse(how, 'specs/how.md')).surroundings.members).toEqual([])
    const { explain } = under({ groups: [['what.md', 'how.md']] }, files)
    expect((await explain(how, 'specs/how.md')).others).toEqual(['file:///work/specs/what.md'])
  })
})

describe('the baseline', () => {
  it('keeps old findings from being reported, and names what is gone', async () => {
    const { analyse } = under({})
    const { spec, findings } = await analyse(LOOSE)
    const entries = findings.map((finding) => ({ ...finding, fingerprint: fingerprintOf(spec, finding) }))
    const gone = { rule: 'id/gap', fingerprint: '0'.repeat(16), message: 'Gone.' }
    const files = {
      'file:///work/specmark-baseline.json': printBaseline([['specs/a.md', [...entries, gone]]]),
    }
    const known = await under({}, files).analyse(LOOSE)
    expect(known.findings).toEqual([])
    expect(known.baselined).toHaveLength(entries.length)
    expect(known.stale).toEqual([gone])
    expect(await under({}, files).explain(LOOSE)).toMatchObject({ baselined: entries.length })
    expect(await under({}, files).findings(LOOSE, 'specs/b.md')).toContain('id/duplicate error')
  })

  it('that changes does not make the workspace be read again', async () => {
    const texts: string[] = []
    const files: Record<string, string> = { [CONFIG]: '{}', 'file:///work/specs/a.md': LOOSE }
    const service = createSpecService({
      templates: [builtIn],
      today: () => '2026-01-20',
      readFile: async (uri) => {
        texts.push(uri)
        return files[uri]
      },
      findFiles: async () => ['file:///work/specs/a.md'],
      log: () => undefined,
    })
    await service.addFolder('file:///work')
    await service.settled()
    const readings = () => texts.filter((uri) => uri.endsWith('/a.md')).length
    const before = readings()
    const told: string[] = []
    service.onChanged((uri) => told.push(uri))
    files['file:///work/specmark-baseline.json'] = printBaseline([])
    await service.fileChanged('file:///work/specmark-baseline.json')
    await service.settled()
    expect({ readings: readings(), told }).toEqual({ readings: before, told: ['file:///work/specs/a.md'] })
    await service.fileChanged(CONFIG)
    await service.settled()
    expect(readings()).toBeGreaterThan(before)
  })
})

describe('trace settings of a config', () => {
  it('ask for what answers a requirement where nothing is linked', async () => {
    const text = '# Notes\n\n- **REQ-001**: Members MUST borrow.\n- **AC-001**: Given a, when b, then c.\n'
    expect(await under({}).findings(text)).not.toContain('trace/no-criterion hint')
    expect(await under({ trace: { required: ['criterion'] } }).findings(text)).toContain(
      'trace/no-criterion hint',
    )
  })
})

describe('new specifications', () => {
  it('are made as the config says', async () => {
    const { service } = under({ newSpec: { folder: 'docs', fileName: '{date}-{slug}.md' } })
    const made = await service.newSpec('file:///work/somewhere', 'Ledger export')
    expect(made.uri).toBe('file:///work/docs/2026-01-20-ledger-export.md')
  })
})
