import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

describe('the documentation', () => {
  test('has the rules as they are', () => {
    execFileSync(process.execPath, [join(root, 'scripts/rule-docs.mjs'), '--check'], { encoding: 'utf8' })
  })

  test('links to files that exist', () => {
    const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md']
    const broken = [
      ...documents,
      ...pages.filter((page) => page.endsWith('.md')).map((page) => `docs/${page}`),
    ]
      .flatMap((page) => {
        const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '')
        const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '')
        return links.map((target) => ({ page, target, file: join(root, dirname(page), target) }))
      })
      .filter(({ file }) => !existsSync(file))
      .map(({ page, target }) => `${page}: ${target}`)
    expect(broken).toEqual([])
  })
})
