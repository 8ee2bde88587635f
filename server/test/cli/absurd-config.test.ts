import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkspace, type Workspace } from './environment'
import { DUPLICATE } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
})

afterEach(() => {
  workspace.remove()
})

const TEMPLATE = (pattern: string) => `---
specmark:
  name: note
  recognise:
    id: '${pattern}'
---
# Note: [Name]

## Problem
[Why it hurts]
`

test('a config that nobody can mean gives one message for each mistake, and the rest counts', async () => {
  workspace.write({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'a.md': DUPLICATE,
    'template.md': TEMPLATE('^(?:N+)+$'),
    'specmark.json': JSON.stringify({
      templates: ['../../secret.md', 'template.md'],
      specs: { [`${'**/'.repeat(200)}*.md`]: 'spec', [`${'*a'.repeat(100)}.md`]: 'spec' },
      words: { vague: { add: Array.from({ length: 100_000 }, (_, at) => `w${at}`) } },
      rules: { 'id/duplicate': 'warning' },
    }),
  })
  const { code, out, err } = await workspace.specmark('check', '--format', 'json')
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(
      /^specmark\.json:1:\d+: The template "\.\.\/\.\.\/secret\.md" lies outside of the repository/,
    ),
    expect.stringMatching(/^specmark\.json:1:\d+: The glob is longer than 500 characters/),
    expect.stringMatching(/^specmark\.json:1:\d+: A name in a glob may have at most 3 "\*"/),
    expect.stringMatching(/^specmark\.json:1:\d+: "add" has 100000 entries: it may have 1000/),
    expect.stringMatching(/^template\.md:5:/),
  ])
  expect(JSON.parse(out).files[0].diagnostics).toMatchObject([{ rule: 'id/duplicate', severity: 'warning' }])
})
