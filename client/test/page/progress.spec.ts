import { expect, test } from '../harness/page-test'

test.describe('progress', () => {
  test('stands above headings and in the status bar, and follows the boxes', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 1 of 2')
    await expect.poll(() => editor.codeLenses()).toContain('1 of 2 done')
    await editor.screenshot('progress')
    await editor.goTo(22, 4)
    await editor.press('Delete')
    await editor.type('x')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 2 of 2')
    await expect.poll(() => editor.codeLenses()).toContain('2 of 2 done')
  })
})
