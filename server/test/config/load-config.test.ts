import { describe, expect, test } from 'vitest'
import { printBaseline } from '../../src/core/config/baseline-file'
import type { ConfigHost } from '../../src/core/config/config-host'
import { createConfigLoader } from '../../src/core/config/load-config'
import { pathIn } from '../../src/core/config/path-in'
import { specForPath } from '../../src/core/config/spec-for-path'
import { readTemplate } from '../../src/core/template/read-template'

/** A template file of which only the name matters. */
function template(name: string): string {
  return `---\nspecmark:\n  name: ${name}\n---\n# ${name}: [Title]\n\n## Overview\n`
}

/** It has no heading, so it asks for nothing. */
const BROKEN = 'Only words.\n'

const BUILT_IN = readTemplate({ uri: 'file:///built-in/spec.md', text: template('spec') })

/** A world of files by path; reading one that is an error fails with it. */
function world(files: Record<string, string | Error>) {
  const reads: string[] = []
  const host: ConfigHost = {
    templates: () => (BUILT_IN.template === undefined ? [] : [BUILT_IN.template]),
    async readFile(uri) {
      reads.push(uri)
      const file = files[uri.replace('file://', '')]
      if (file instanceof Error) throw file
      return file
    },
    log: () => {},
  }
  return { files, reads, loader: createConfigLoader(host) }
}

describe('the config of a file', () => {
  test('is the nearest specmark.json upward', async () => {
    const { loader } = world({
      '/repo/.git/HEAD': 'ref',
      '/repo/specmark.json': '{}',
      '/repo/packages/one/specmark.json': '{}',
    })
    expect((await loader.configFor('file:///repo/packages/one/specs/a.md')).uri).toBe(
      'file:///repo/packages/one/specmark.json',
    )
    expect((await loader.configFor('file:///repo/packages/two/a.md')).uri).toBe('file:///repo/specmark.json')
  })

  test.each(['/repo/.git/HEAD', '/repo/.git'])('is not looked for above a folder with %s', async (mark) => {
    const { loader } = world({ '/specmark.json': '{}', [mark]: 'x' })
    expect((await loader.configFor('file:///repo/specs/a.md')).uri).toBeUndefined()
    expect((await loader.configFor('file:///elsewhere/a.md')).uri).toBe('file:///specmark.json')
  })

  test('are the defaults for a document without a folder', async () => {
    const { loader, reads } = world({ '/specmark.json': '{}' })
    const config = await loader.configFor('untitled:Untitled-1')
    expect(config).toMatchObject({ uri: undefined, specs: [], templates: [], problems: [] })
    expect(reads).toEqual([])
  })

  test('is the same object, read once, until its file changes', async () => {
    const { loader, reads, files } = world({ '/repo/.git/HEAD': 'x', '/repo/specmark.json': '{}' })
    const first = await loader.configFor('file:///repo/a.md')
    const asked = reads.length
    expect(await loader.configFor('file:///repo/b.md')).toBe(first)
    expect(reads.length).toBe(asked)

    files['/repo/specmark.json'] = '{ "specs": { "*.md": "spec" } }'
    loader.fileChanged('file:///repo/specmark.json')
    const second = await loader.configFor('file:///repo/a.md')
    expect(second.specs).toHaveLength(1)
  })

  test('changes for the folders below when a config is created or deleted', async () => {
    const { loader, files } = world({ '/repo/.git/HEAD': 'x', '/repo/specmark.json': '{}' })
    const file = 'file:///repo/one/two/a.md'
    expect((await loader.configFor(file)).uri).toBe('file:///repo/specmark.json')
    files['/repo/one/specmark.json'] = '{}'
    loader.fileChanged('file:///repo/one/specmark.json')
    expect((await loader.configFor(file)).uri).toBe('file:///repo/one/specmark.json')
    delete files['/repo/one/specmark.json']
    loader.fileChanged('file:///repo/one/specmark.json')
    expect((await loader.configFor(file)).uri).toBe('file:///repo/specmark.json')
  })

  test('stays when another folder changes', async () => {
    const { loader } = world({ '/one/specmark.json': '{}', '/two/specmark.json': '{}' })
    const one = await loader.configFor('file:///one/a.md')
    loader.fileChanged('file:///two/specmark.json')
    loader.fileChanged('file:///one/a.md')
    expect(await loader.configFor('file:///one/a.md')).toBe(one)
  })
})

describe('templates of a config', () => {
  test('are read, and read again when one changes', async () => {
    const { loader, files } = world({
      '/repo/specmark.json': '{ "templates": ["templates/rfc.md"], "specs": { "rfcs/*.md": "rfc" } }',
      '/repo/templates/rfc.md': template('rfc'),
    })
    const config = await loader.configFor('file:///repo/rfcs/1.md')
    expect(config.problems).toEqual([])
    expect(config.templates.map(({ name }) => name)).toEqual(['rfc'])
    expect(config.templateUris).toEqual(['file:///repo/templates/rfc.md'])
    expect(specForPath(config, 'file:///repo/rfcs/1.md')?.template).toBe('rfc')

    files['/repo/templates/rfc.md'] = template('proposal')
    loader.fileChanged('file:///repo/templates/rfc.md')
    const changed = await loader.configFor('file:///repo/rfcs/1.md')
    expect(changed.templates.map(({ name }) => name)).toEqual(['proposal'])
    expect(changed.problems.map(({ message }) => message)).toEqual([
      'There is no template named "rfc". Known: "proposal", "spec".',
    ])
  })

  test('count by where they lie: at another place, one makes a config of another name', async () => {
    const text = '{ "templates": ["a.md", "b.md"], "specs": { "**/*.md": "rfc" } }'
    const nameWith = async (file: string) => {
      const { loader } = world({ '/repo/specmark.json': text, [file]: template('rfc') })
      return (await loader.configFor('file:///repo/x.md')).readFrom
    }
    expect(await nameWith('/repo/b.md')).not.toBe(await nameWith('/repo/a.md'))
    expect(await nameWith('/repo/a.md')).toBe(await nameWith('/repo/a.md'))
  })

  test('that are missing give one problem in the config, and are read when they come', async () => {
    const text = '{ "templates": ["nowhere.md"] }'
    const { loader, files } = world({ '/repo/specmark.json': text })
    const config = await loader.configFor('file:///repo/a.md')
    expect(config.templates).toEqual([])
    const [problem] = config.problems
    expect(problem?.message).toBe('There is no template "nowhere.md", or it cannot be read.')
    expect(text.slice(problem?.start, problem?.end)).toBe('"nowhere.md"')
    expect(loader.problems()).toEqual(config.problems)

    files['/repo/nowhere.md'] = template('rfc')
    loader.fileChanged('file:///repo/nowhere.md')
    expect((await loader.configFor('file:///repo/a.md')).problems).toEqual([])
    expect(loader.problems()).toEqual([])
  })

  test('that are broken give their problem at its place in the template', async () => {
    const { loader } = world({
      '/repo/specmark.json': '{ "templates": ["a.md", "b.md"] }',
      '/repo/a.md': BROKEN,
      '/repo/b.md': template('rfc'),
    })
    const config = await loader.configFor('file:///repo/x.md')
    const [problem, ...others] = config.problems
    expect(others).toEqual([])
    expect(problem?.uri).toBe('file:///repo/a.md')
    expect(BROKEN.slice(problem?.start, problem?.end)).toContain('Only words')
    expect(config.templates.map(({ name }) => name)).toEqual(['rfc'])
  })

  test('of one name twice: the first serves', async () => {
    const { loader } = world({
      '/repo/specmark.json': '{ "templates": ["a.md", "b.md"] }',
      '/repo/a.md': template('rfc'),
      '/repo/b.md': template('rfc'),
    })
    const config = await loader.configFor('file:///repo/x.md')
    expect(config.templates).toHaveLength(1)
    expect(config.problems.map(({ message }) => message)).toEqual([
      'Another template before it is named "rfc" too: this one is left out.',
    ])
  })

  test('are read from the repository only', async () => {
    const outside = '{ "templates": ["../../../secret.md"] }'
    const { loader, reads } = world({
      '/repo/.git/HEAD': 'x',
      '/repo/shared/spec.md': template('shared'),
      '/repo/one/specmark.json': '{ "templates": ["../shared/spec.md"] }',
      '/repo/two/specmark.json': outside,
      '/repo/three/specmark.json': '{ "root": true, "templates": ["../shared/spec.md"] }',
      '/secret.md': 'secret',
    })
    expect((await loader.configFor('file:///repo/one/a.md')).templates).toHaveLength(1)
    for (const folder of ['two', 'three']) {
      const config = await loader.configFor(`file:///repo/${folder}/a.md`)
      expect(config.templates).toEqual([])
      expect(config.problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('lies outside of the repository: it was not read.'),
      ])
    }
    expect(reads).not.toContain('file:///secret.md')
  })
})

describe('a config that is there and cannot be read', () => {
  test('is a problem at its beginning, and not as if there were none', async () => {
    const { loader, files } = world({
      '/repo/specs/specmark.json': new Error('permission denied.'),
      '/repo/specmark.json': '{ "specs": { "**/*.md": "spec" } }',
    })
    const uri = 'file:///repo/specs/specmark.json'
    const config = await loader.configFor('file:///repo/specs/a.md')
    expect(config).toMatchObject({ uri, specs: [] })
    expect(loader.problems()).toEqual([
      { uri, message: 'The config cannot be read: permission denied.', start: 0, end: 0 },
    ])
    files['/repo/specs/specmark.json'] = '{}'
    await loader.fileChanged(uri)
    expect(loader.problems()).toEqual([])
  })

  test('neither hides the folder above nor a repository that cannot be read', async () => {
    const { loader } = world({ '/repo/.git': new Error('a folder.'), '/specmark.json': '{}' })
    expect((await loader.configFor('file:///repo/a.md')).uri).toBe('file:///specmark.json')
    expect(loader.problems()).toEqual([])
  })

  test('is told of a template at its name', async () => {
    const { loader } = world({
      '/repo/specmark.json': '{ "templates": ["own.md"] }',
      '/repo/own.md': new Error('not UTF-8 text.'),
    })
    await loader.configFor('file:///repo/a.md')
    expect(loader.problems()).toMatchObject([
      { message: 'The template "own.md" cannot be read: not UTF-8 text.', start: 16 },
    ])
  })
})

describe('a broken config', () => {
  test('gives one problem at its place and leaves the defaults', async () => {
    const { loader } = world({ '/repo/specmark.json': '{ "specs": { "*.md" "spec" } }' })
    const config = await loader.configFor('file:///repo/a.md')
    expect(config.specs).toEqual([])
    expect(config.problems).toEqual([
      {
        uri: 'file:///repo/specmark.json',
        message: 'A ":" is expected here. The config was not read.',
        start: 20,
        end: 26,
      },
    ])
  })

  test('leaves out a glob that cannot be and keeps the others in order', async () => {
    const { loader } = world({
      '/repo/specmark.json': '{ "specs": { "../a.md": "spec", "specs/*.md": "spec", "**/*.md": "spec" } }',
    })
    const config = await loader.configFor('file:///repo/specs/a.md')
    expect(config.problems.map(({ message }) => message)).toEqual([
      'A glob cannot lead out of the folder of this file.',
    ])
    expect(specForPath(config, 'file:///repo/specs/a.md')?.glob).toBe('specs/*.md')
    expect(specForPath(config, 'file:///repo/other/a.md')?.glob).toBe('**/*.md')
    expect(specForPath(config, 'file:///elsewhere/a.md')).toBeUndefined()
    expect(specForPath(config, 'git:/repo/specs/a.md')).toBeUndefined()
  })

  test('matches names that a URI writes escaped', async () => {
    const { loader } = world({
      '/my%20repo/specmark.json': '{ "specs": { "späte specs/*.md": "spec" } }',
    })
    const uri = 'file:///my%20repo/sp%C3%A4te%20specs/a.md'
    const config = await loader.configFor(uri)
    expect(specForPath(config, uri)?.template).toBe('spec')
  })
})

describe('the baseline', () => {
  const ENTRY = { rule: 'id/gap', fingerprint: '0123456789abcdef', message: 'Said.' }
  const BASELINE = printBaseline([['specs/a.md', [ENTRY]]])

  test('lies beside the config', async () => {
    const { loader } = world({
      '/repo/.git/HEAD': 'x',
      '/repo/specmark-baseline.json': '{ "version": 2 }',
      '/repo/one/specmark.json': '{}',
      '/repo/one/specmark-baseline.json': BASELINE,
    })
    const config = await loader.configFor('file:///repo/one/specs/a.md')
    expect(config.baselineUri).toBe('file:///repo/one/specmark-baseline.json')
    expect(config.baseline).toEqual(new Map([['specs/a.md', [ENTRY]]]))
    expect(loader.problems()).toEqual([])
  })

  test('lies at the root of a repository without a config, and nowhere else', async () => {
    const { loader } = world({
      '/repo/.git/HEAD': 'x',
      '/repo/specmark-baseline.json': BASELINE,
      '/elsewhere/specmark-baseline.json': BASELINE,
    })
    const config = await loader.configFor('file:///repo/specs/a.md')
    expect(config).toMatchObject({ uri: undefined, baselineUri: 'file:///repo/specmark-baseline.json' })
    expect(config.baseline.get('specs/a.md')).toEqual([ENTRY])
    expect(pathIn(config, 'file:///repo/specs/a.md')).toBe('specs/a.md')
    expect(await loader.configFor('file:///repo/specs/deep/b.md')).toBe(config)
    expect((await loader.configFor('file:///elsewhere/a.md')).baselineUri).toBeUndefined()
  })

  test.each([{}, { '/repo/specmark.json': '{}' }])(
    'is read again when it changes, with %j',
    async (config) => {
      const { loader, files } = world({ '/repo/.git/HEAD': 'x', ...config })
      const before = await loader.configFor('file:///repo/specs/a.md')
      expect(before.baseline.size).toBe(0)
      files['/repo/specmark-baseline.json'] = BASELINE
      await loader.fileChanged('file:///repo/specmark-baseline.json')
      expect((await loader.configFor('file:///repo/specs/a.md')).baseline.size).toBe(1)
      delete files['/repo/specmark-baseline.json']
      await loader.fileChanged('file:///repo/specmark-baseline.json')
      expect((await loader.configFor('file:///repo/specs/a.md')).baseline.size).toBe(0)
    },
  )

  test('with a mistake has its problem in its own file, and the rest of it counts', async () => {
    const uri = 'file:///repo/specmark-baseline.json'
    const text = BASELINE.replace('"specs', '"b.md": 5, "specs')
    const { loader, files } = world({ '/repo/specmark.json': '{}', '/repo/specmark-baseline.json': text })
    expect((await loader.configFor('file:///repo/a.md')).baseline.size).toBe(1)
    const start = text.indexOf('5')
    expect(loader.problems()).toEqual([
      { uri, message: '"b.md" must have a list of entries, [ … ].', start, end: start + 1 },
    ])
    files['/repo/specmark-baseline.json'] = new Error('permission denied.')
    await loader.fileChanged(uri)
    expect(loader.problems()).toEqual([
      { uri, message: 'The baseline cannot be read: permission denied.', start: 0, end: 0 },
    ])
  })

  test('counts where the config beside it cannot be read', async () => {
    const { loader } = world({
      '/repo/specmark.json': new Error('permission denied.'),
      '/repo/specmark-baseline.json': BASELINE,
    })
    expect((await loader.configFor('file:///repo/specs/a.md')).baseline.size).toBe(1)
  })
})
