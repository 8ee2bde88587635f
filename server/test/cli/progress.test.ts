import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { FRESH, LOOSE, README } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

const withStatus = (status: string) => LOOSE.replace('# Export\n', `# Export\n\n**Status**: ${status}\n`)

describe('progress', () => {
  test('shows specifications by status with a bar, and the sum', async () => {
    workspace.write({
      'a.md': withStatus('Draft'),
      'b/long-name.md': withStatus('Approved').replaceAll('[ ]', '[x]'),
      'c.md': LOOSE,
      'README.md': README,
    })
    expect(await workspace.specmark('progress')).toEqual({
      code: 0,
      err: '',
      out: `Draft (1)
  █████░░░░░     1/2  a.md            Export

Approved (1)
  ██████████     2/2  b/long-name.md  Export

No status (1)
  █████░░░░░     1/2  c.md            Export

3 specifications: 4 of 6 boxes ticked
`,
    })
  })

  test('lists statuses in the order of the lifecycle, closed and odd ones behind', async () => {
    workspace.write({
      'a.md': withStatus('Implemented'),
      'b.md': withStatus('Superseded'),
      'c.md': LOOSE,
      'd.md': withStatus('In Review'),
      'e.md': withStatus('Draft'),
    })
    const { out } = await workspace.specmark('progress')
    expect(out.match(/^\S.* \(\d+\)$/gm)).toEqual([
      'Draft (1)',
      'Review (1)',
      'Implemented (1)',
      'Superseded (1)',
      'No status (1)',
    ])
  })

  test('adds up criteria, plan and the other parts apart', async () => {
    workspace.write({ 'a.md': FRESH, 'b.md': LOOSE })
    const { out } = await workspace.specmark('progress')
    const sums = out.slice(out.indexOf('2 specifications')).split('\n')
    expect(sums).toContain('  Criteria: 1 of 5 done')
    expect(sums.some((line) => /^ {2}Plan: 0 of \d+ done$/.test(line))).toBe(true)
  })

  test('gives the same numbers as check, as JSON', async () => {
    workspace.write({ 'a.md': LOOSE })
    const { out } = await workspace.specmark('progress', '--format', 'json')
    const checked = await workspace.specmark('check', '--format', 'json')
    const [file] = JSON.parse(checked.out).files
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [
        { file: 'a.md', template: null, id: null, title: 'Export', status: null, progress: file.progress },
      ],
      total: { done: 1, total: 2 },
    })
  })

  test('fails where there is nothing to show, or a path is wrong', async () => {
    workspace.write({ 'README.md': README })
    expect(await workspace.specmark('progress')).toEqual({
      code: 2,
      out: '',
      err: '.: no specification found in this folder.\n',
    })
    expect((await workspace.specmark('progress', 'README.md')).err).toBe('No specification found.\n')
    expect((await workspace.specmark('progress', 'gone')).err).toContain('gone: no such file or folder.')
  })
})

/** Texts that a page or a wiki must show and never obey. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[b](command:workbench.action.quit)',
  '![c](https://example.org/c.png) | `d` | **e** ~~f~~ <b>',
  'https://example.org/g www.example.org h@example.org @someone #12',
  '&lt;i&gt; \\\\j \u202Ek',
]

const entitled = (title: string) =>
  `# ${title.replace(/[\\`*_[\]<>&!~|@#:]/g, '\\$&')}\n\n- **REQ-001**: a\n- [ ] **AC-1**: b\n`

describe('progress as Markdown', () => {
  test('is a table for each status, with links to the files', async () => {
    workspace.write({
      'specs/a b.md': withStatus('Draft'),
      'specs/c.md': withStatus('Approved').replaceAll('[ ]', '[x]'),
    })
    expect((await workspace.specmark('progress', '--format', 'md')).out).toBe(`# Specifications

2 specifications: 3 of 4 boxes ticked. Criteria 3 of 4.

## Draft (1)

| Specification | Done | Progress | By part |
| --- | --- | --- | --- |
| [Export](specs/a%20b.md) | 1 of 2 | █████░░░░░ | Criteria 1 of 2 |

## Approved (1)

| Specification | Done | Progress | By part |
| --- | --- | --- | --- |
| [Export](specs/c.md) | 2 of 2 | ██████████ | Criteria 2 of 2 |
`)
  })

  test('shows titles and leads to files whatever they are called', async () => {
    const name = 'javascript:alert(1) <b>&[c](d).md'
    workspace.write(
      Object.fromEntries(HOSTILE.map((title, at) => [at === 0 ? name : `${at}.md`, entitled(title)])),
    )
    const titles = JSON.parse((await workspace.specmark('progress', '--format', 'json')).out).files
    const { out } = await workspace.specmark('progress', '--format', 'md')
    const tree = remark().use(remarkGfm).parse(out)
    const rows = tree.children.flatMap((node) => (node.type === 'table' ? node.children.slice(1) : []))
    expect(rows.map((row) => textOf(row.children[0]))).toEqual(
      titles.map(({ title }: { title: string }) => title.replace('\u202E', '\uFFFD')),
    )
    const targets = rows.map(({ children: [cell] }) => cell?.children)
    for (const [at, children] of targets.entries()) {
      expect(children).toMatchObject([{ type: 'link', children: [{ type: 'text' }] }])
      const [link] = children ?? []
      const url = link?.type === 'link' ? link.url : ''
      expect(url).not.toMatch(/^\w+:/)
      expect(decodeURIComponent(url)).toBe(titles[at].file)
    }
  })
})

describe('progress as a page', () => {
  test('needs nothing beside it, and has the words of each specification', async () => {
    workspace.write({ 'a.md': withStatus('Draft'), 'b.md': withStatus('Draft'), 'c.md': LOOSE })
    const { out, code } = await workspace.specmark('progress', '--format', 'html')
    expect(code).toBe(0)
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="en">/)
    expect(out).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:/i)
    for (const words of ['Draft (2)', 'No status (1)', 'Together', '2 of 4', 'a.md', 'b.md', 'c.md']) {
      expect(out).toContain(words)
    }
  })

  test('shows what is written in a specification, and never obeys it', async () => {
    workspace.write(Object.fromEntries(HOSTILE.map((title, at) => [`${at}.md`, entitled(title)])))
    const { out } = await workspace.specmark('progress', '--format', 'html')
    const elements = new Set([...out.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name))
    expect([...elements].filter((name) => ['script', 'img', 'a', 'b', 'i'].includes(name ?? ''))).toEqual([])
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(out).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(out).not.toContain('\u202E')
  })

  test('is empty where there is no specification', async () => {
    workspace.write({ 'README.md': README })
    for (const format of ['html', 'md']) {
      expect(await workspace.specmark('progress', '--format', format)).toMatchObject({ code: 2, out: '' })
    }
  })
})
