import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles, PackageManager } from '@vscode/vsce'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const readmePath = 'client/README.md'
const built = ['client', 'node-client', 'server'].every((name) => existsSync(join(root, `dist/${name}.cjs`)))
if (!built) console.warn('Skipped: what the extension package holds needs the build ("npm run build").')

interface Manifest {
  readonly main: string
  readonly icon: string
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[]
    readonly menus: Readonly<
      Record<'commandPalette' | 'view/title', readonly { readonly command: string; readonly when: string }[]>
    >
    readonly snippets: readonly { readonly path: string }[]
    readonly grammars: readonly { readonly path: string }[]
    readonly jsonValidation: readonly { readonly url: string }[]
    readonly 'markdown.previewStyles': readonly string[]
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly svg: string; readonly altText: string } }[]
    }[]
  }
}

describe.skipIf(!built)('the extension package', () => {
  test('holds what the manifest names, both programs and the templates, and nothing else', async () => {
    const { main, icon, contributes } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Manifest
    const named = [
      ...[main, icon, ...[...contributes.snippets, ...contributes.grammars].map(({ path }) => path)],
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes['markdown.previewStyles'],
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ]
    // vsce takes `readmePath` here too, but its types do not tell.
    const options = { cwd: root, packageManager: PackageManager.None, readmePath }
    const files = await listFiles(options)
    expect([...files].sort()).toEqual(
      [
        ...new Set([
          ...named.map((path) => path.replace(/^\.\//, '')),
          ...['CHANGELOG.md', 'LICENSE', 'package.json', readmePath],
          ...[
            'dist/node-client.cjs',
            'dist/serve.cjs',
            'dist/server.cjs',
            'dist/templates/spec.md',
            'dist/templates/spec.md.json',
          ],
        ]),
      ].sort(),
    )
  })
})

test('the README of the extension leads nowhere outside of the package', () => {
  const text = readFileSync(join(root, readmePath), 'utf8').replace(/```[\s\S]*?```/g, '')
  expect([...text.matchAll(/\]\(([^)]*)\)|<img|\bsrc=/g)].map(([link]) => link)).toEqual([])
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).not.toMatch(/\]\((?!https:)/)
})

describe('commands of the manifest', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const unlisted = contributes.menus.commandPalette.filter(({ when }) => when === 'false')
  const listed = contributes.commands.filter(
    ({ command }) => !unlisted.some((entry) => entry.command === command),
  )

  test('stand in the README, those that the palette shows', () => {
    const table = readFileSync(join(root, readmePath), 'utf8').match(/^\| Specmark: .*/gm) ?? []
    const missing = listed.filter(({ title }) => !table.some((row) => row.includes(title)))
    expect(missing).toEqual([])
  })

  test('have one name for one thing, with the dots that the editor itself writes', () => {
    const titles = contributes.commands.map(({ title }) => title)
    expect(titles.filter((title) => title.includes('…'))).toEqual([])
    expect(titles.filter((title) => titles.includes(`${title}...`))).toEqual([])
  })

  test('are offered at the title of the view where they have something to work on', () => {
    const entries = contributes.menus['view/title'].filter(
      ({ when }) => !/specmark\.specs == some|workspaceFolderCount != 0/.test(when),
    )
    expect(entries.map(({ command }) => command)).toEqual([
      'specmark.specs.clearFilter',
      'specmark.specs.showDoneToo',
    ])
  })
})
