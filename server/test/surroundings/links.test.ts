import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSpecService, type SpecHost, TextDocument } from '../../src/index'

const builtIn = {
  uri: 'specmark:templates/spec.md',
  text: readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8'),
}

const SPEC = 'file:///work/specs/ledger.md'

/** A service over files in memory; a folder is there when a file lies in it. */
function serviceOn(files: Record<string, string>, more: Partial<SpecHost> = {}) {
  return createSpecService({
    templates: [builtIn],
    today: () => '2026-01-20',
    readFile: async (uri) => files[uri],
    exists: async (uri) =>
      Object.keys(files).some((file) => file === uri || file.startsWith(`${uri.replace(/\/$/, '')}/`)),
    findFiles: async (folder) =>
      Object.keys(files)
        .filter((file) => file.startsWith(`${folder}/`))
        .sort(),
    log: () => undefined,
    ...more,
  })
}

const specWith = (text: string) => `# Ledger

- **REQ-001**: The desk MUST keep a ledger.
- **REQ-002**: The desk MUST close it every evening.

${text}
`

async function brokenIn(text: string, service = serviceOn({})) {
  const document = TextDocument.create(SPEC, 'markdown', 1, specWith(text))
  const { findings } = await service.analyse(document)
  return findings
    .filter(({ rule }) => rule === 'reference/broken-link')
    .map(({ span, message, fixes = [] }) => ({
      at: document.getText().slice(span.start, span.end),
      message,
      fixes: fixes.map(({ title }) => title),
    }))
}

const FILES = {
  'file:///work/specs/returns.md': '# Returns\n\n## Late fees\n\n## Späte Rückgabe\n',
  'file:///work/specs/plans/2026.md': '# Plans\n',
  'file:///work/docs/my%20notes.md': '# Notes\n',
}

describe('a link to a file', () => {
  it('that is there is silent, in whatever way its path is written', async () => {
    const links = [
      'returns.md',
      './returns.md',
      'plans',
      'plans/',
      '../docs/my%20notes.md',
      '<../docs/my notes.md>',
      'returns',
      '../specs/returns.md#late-fees',
      'returns.md#sp%C3%A4te-r%C3%BCckgabe',
    ]
    for (const link of links) expect(await brokenIn(`[a](${link})`, serviceOn(FILES)), link).toEqual([])
  })

  it('that is not there is spoken of at its destination, with the file of nearly that name', async () => {
    expect(
      await brokenIn('See [returns](retuns.md), and [again][r].\n\n[r]: gone/returns.md', serviceOn(FILES)),
    ).toEqual([
      {
        at: 'retuns.md',
        message: 'There is no “retuns.md”. Did you mean “returns.md”?',
        fixes: ['Change the link to returns.md'],
      },
      { at: '[again][r]', message: 'There is no “gone/returns.md”. Did you mean “returns.md”?', fixes: [] },
    ])
  })

  it('is judged for images as well', async () => {
    expect((await brokenIn('![seating](seats.png)', serviceOn(FILES))).map(({ at }) => at)).toEqual([
      'seats.png',
    ])
  })

  it('is nobody’s business where it leads out of the workspace’s files', async () => {
    const links = [
      'https://example.org/a.md',
      'mailto:a@b.c',
      '/from/the/root.md',
      'a?b=c',
      'vscode:x',
      '//host/a',
      '%zz',
    ]
    for (const link of links) expect(await brokenIn(`[a](${link})`, serviceOn(FILES)), link).toEqual([])
  })

  it('is not judged inside code and comments', async () => {
    expect(await brokenIn('`[a](gone.md)` <!-- [a](gone.md) -->', serviceOn(FILES))).toEqual([])
  })

  it('is not judged where the host cannot tell which files there are', async () => {
    const service = createSpecService({
      templates: [builtIn],
      today: () => '2026-01-20',
      readFile: async () => undefined,
      log: () => undefined,
    })
    expect(await brokenIn('[a](gone.md)', service)).toEqual([])
  })

  it('is left to an editor that validates links itself', async () => {
    const service = serviceOn(FILES)
    expect(await brokenIn('[a](gone.md) [b](#nowhere)', service)).toHaveLength(2)
    service.setLinkValidation(false)
    expect(await brokenIn('[a](gone.md) [b](#nowhere)', service)).toEqual([])
  })
})

describe('a link to a heading', () => {
  const text = `[a](#late-fees) [b](#late-fee) [c](#the-desk) [d](#nowhere-at-all) [e](#ledger)

### Late \`fees\`
### Late fees
### 🎫 The desk
<a id="tickets"></a> [f](#late-fees-1) [g](#tickets) [h](returns.md#late-feez)`

  it('leads somewhere by the anchor that GitHub gives it, and by an id of raw HTML', async () => {
    expect(await brokenIn(text, serviceOn(FILES))).toEqual([
      {
        at: '#late-fee',
        message: 'No heading has the anchor “#late-fee”. Did you mean “#late-fees” or “#late-fees-1”?',
        fixes: ['Change the link to #late-fees', 'Change the link to #late-fees-1'],
      },
      { at: '#nowhere-at-all', message: 'No heading has the anchor “#nowhere-at-all”', fixes: [] },
      {
        at: 'returns.md#late-feez',
        message: 'No heading has the anchor “#late-feez”. Did you mean “returns.md#late-fees”?',
        fixes: ['Change the link to returns.md#late-fees'],
      },
    ])
  })
})

describe('when files come and go', () => {
  it('links are judged again after the service was told', async () => {
    const files: Record<string, string> = {}
    const service = serviceOn(files)
    expect(await brokenIn('[a](returns.md#late-fees)', service)).toHaveLength(1)
    files['file:///work/specs/returns.md'] = '# Returns\n'
    await service.fileChanged('file:///work/specs/returns.md')
    expect((await brokenIn('[a](returns.md#late-fees)', service)).map(({ message }) => message)).toEqual([
      'No heading has the anchor “#late-fees”',
    ])
    // Unsaved text of an open document counts before the file.
    await service.analyse(
      TextDocument.create('file:///work/specs/returns.md', 'markdown', 1, '# Returns\n\n## Late fees\n'),
    )
    expect(await brokenIn('[a](returns.md#late-fees)', service)).toEqual([])
  })

  it('an analysis stands where nothing that it was judged from has changed', async () => {
    const service = serviceOn({ ...FILES })
    const document = TextDocument.create(SPEC, 'markdown', 1, specWith('[a](gone.md)'))
    const first = await service.analyse(document)
    await service.fileChanged('file:///work/specs/other.md')
    expect(await service.analyse(document)).toBe(first)
  })

  it('requests at the same time share one analysis', async () => {
    const service = serviceOn({ ...FILES })
    const document = TextDocument.create(SPEC, 'markdown', 1, specWith('[a](gone.md)'))
    const [one, other] = await Promise.all([service.analyse(document), service.analyse(document)])
    expect(one).toBe(other)
  })
})
