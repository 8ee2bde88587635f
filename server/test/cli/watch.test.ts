import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE, LOOSE, README, UNKNOWN } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write({ '.git/HEAD': 'ref: refs/heads/main\n', 'specs/a.md': LOOSE, 'README.md': README })
})

afterEach(() => {
  workspace.remove()
})

/** A run of `check --watch` in the workspace. */
interface Watching {
  /** Settles when all that was printed since the last time matches. */
  until(pattern: RegExp): Promise<void>
  /** Ctrl+C. @returns the exit code */
  stop(): Promise<number>
  /** What was printed and not waited for. */
  rest(): string
}

async function watching(...args: string[]): Promise<Watching> {
  let printed = ''
  let look = () => {}
  let interrupt = () => {}
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve
  })
  const take = (text: string) => {
    printed += text
    look()
  }
  const over = workspace.with(
    { print: take, complain: take, interrupted: () => interrupted },
    'check',
    '--watch',
    ...args,
  )
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      look = () => {
        const found = pattern.exec(printed)
        if (found === null) return
        printed = printed.slice(found.index + found[0].length)
        look = () => {}
        resolve()
      }
      look()
    })
  await until(/Watching for changes; Ctrl\+C ends it\.\n/)
  return {
    until,
    rest: () => printed,
    async stop() {
      interrupt()
      return (await over).code
    },
  }
}

const CLEAN = /\d specifications? checked: no findings\n/

describe('check --watch', () => {
  test('checks, checks again when a file changes, and ends with 0 by Ctrl+C whatever it found', async () => {
    const run = await watching()
    workspace.write({ 'specs/a.md': DUPLICATE })
    await run.until(/— specs\/a\.md has changed\nspecs\/a\.md\n[\s\S]*id\/duplicate[\s\S]*checked: 1 error\n/)
    expect(await run.stop()).toBe(0)
  })

  test.each<[string, () => void, RegExp]>([
    ['is new', () => workspace.write({ 'specs/b.md': DUPLICATE }), /id\/duplicate[\s\S]*2 specifications/],
    [
      'is in a new folder',
      () => workspace.write({ 'x/y/z/b.md': DUPLICATE }),
      /x\/y\/z\/b\.md\n[\s\S]*id\/dup/,
    ],
    [
      'is replaced, as editors save',
      () => {
        writeFileSync(join(workspace.folder, 'specs/.a.md.swp'), DUPLICATE)
        renameSync(join(workspace.folder, 'specs/.a.md.swp'), join(workspace.folder, 'specs/a.md'))
      },
      /id\/duplicate/,
    ],
    [
      'is the config',
      () => workspace.write({ 'specmark.json': '{ "spec": 1 }' }),
      /specmark\.json:1:3: "spec" means nothing/,
    ],
    [
      'is a baseline, here a broken one',
      () => workspace.write({ 'specmark-baseline.json': '{}' }),
      /specmark-baseline\.json:1:1: .*version/,
    ],
    [
      'is the last specification, which goes',
      () => rmSync(join(workspace.folder, 'specs'), { recursive: true }),
      /no specification found/,
    ],
  ])('sees a file that %s', async (_, change, expected) => {
    const run = await watching()
    change()
    await run.until(expected)
    expect(await run.stop()).toBe(0)
  })

  test('sees a template change that the config names, outside of the folder that is checked', async () => {
    const template = (section: string) => `# Note\n\n## One\nText\n\n## ${section}\nText\n`
    workspace.write({
      'specmark.json': '{ "templates": ["templates/note.md"], "specs": { "specs/*.md": "note" } }',
      'templates/note.md': `---\nspecmark:\n  sections:\n    Two:\n      required: true\n---\n${template('Two')}`,
      'specs/a.md': template('Two'),
    })
    const run = await watching('specs')
    workspace.write({
      'templates/note.md': `---\nspecmark:\n  sections:\n    Three:\n      required: true\n---\n${template('Three')}`,
    })
    await run.until(/templates\/note\.md has changed\n[\s\S]*structure\/missing-section/)
    expect(await run.stop()).toBe(0)
  })

  test('judges a file beside those that it links to, whichever of them changes', async () => {
    workspace.write({ 'specs/a.md': `${LOOSE}\n[Other](b.md#export)\n`, 'specs/b.md': LOOSE })
    const run = await watching('specs/a.md')
    workspace.write({ 'specs/b.md': LOOSE.replace('# Export', '# Import') })
    await run.until(/specs\/b\.md has changed\n[\s\S]*reference\/broken-link/)
    workspace.write({ 'specs/b.md': LOOSE })
    await run.until(CLEAN)
    expect(await run.stop()).toBe(0)
  })

  test('is quiet where the report stays the same, and about files that it does not look into', async () => {
    workspace.write({ '.gitignore': 'ignored/\n', 'ignored/x.md': LOOSE, 'node_modules/x.md': LOOSE })
    const run = await watching()
    workspace.write({ 'specs/a.md': `${LOOSE}\nMore.\n` })
    workspace.write({ 'ignored/x.md': DUPLICATE, 'node_modules/x.md': DUPLICATE, 'specs/notes.txt': 'x' })
    mkdirSync(join(workspace.folder, '.git/objects'))
    // Of what is told next, the first thing is this.
    workspace.write({ 'specs/a.md': UNKNOWN })
    await run.until(/checked: 1 warning/)
    expect(run.rest()).not.toContain('ignored')
    expect(await run.stop()).toBe(0)
  })

  test('prints a JSON report a line', async () => {
    const run = await watching('--format', 'json')
    workspace.write({ 'specs/a.md': DUPLICATE })
    await run.until(/\n?\{"version":1,.*"errors":1.*\}\n$/)
    expect(await run.stop()).toBe(0)
  })

  test.each([['--stdin'], ['--update-baseline'], ['--format=sarif']])('is not for %s', async (option) => {
    expect(await workspace.specmark('check', '--watch', option)).toMatchObject({ code: 2, out: '' })
  })
})
