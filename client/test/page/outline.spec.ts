import { expect, test } from '../harness/page-test'

const HEADINGS = [
  '# Feature Specification: Lantern dimming',
  '## Overview',
  '## What',
  '### Functional Requirements',
  '### Acceptance Criteria',
]

test.describe('the outline, beside that of VS Code’s own Markdown support', () => {
  test('has the headings from there and the items from Specmark, nothing twice', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForColor('MUST')

    await test.step('in the list of symbols, each in its place', async () => {
      await editor.press('ControlOrMeta+Shift+o')
      const labels = editor.page.locator('.quick-input-list .monaco-list-row .label-name')
      await expect(labels.filter({ hasText: 'REQ-001' })).toHaveCount(1)
      const names = (await labels.allTextContents()).map((label) => label.split(':')[0]?.trim())
      const [title, overview, what, requirements, criteria] = HEADINGS.map((heading) => heading.split(':')[0])
      expect(names).toEqual([
        ...[title, overview, what],
        ...[requirements, 'REQ-001', 'REQ-002'],
        ...[criteria, 'AC-1', 'AC-2'],
      ])
      await editor.screenshot('symbols', 'MUST')
      await editor.press('Escape')
    })

    await test.step('in the side bar, each under the name of who says it', async () => {
      await editor.runCommand('Explorer: Focus on Outline View')
      const rows = editor.page.locator('.outline-pane .monaco-list-row')
      await expect(rows.filter({ hasText: 'REQ-001' })).toContainText('MUST')
      await editor.screenshot('outline', 'MUST')
      // The view is low: folded up, it shows who says something.
      await editor.press('Control+ArrowLeft')
      await expect(rows).toHaveText(['Specmark', 'Markdown Language Features'])
    })
  })
})
