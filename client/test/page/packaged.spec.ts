import { expect, test } from '../harness/page-test'

test.use({ extension: 'packaged' })

test.describe('the packaged extension', () => {
  test('works where it is installed', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.press('ControlOrMeta+Shift+x')
    const own = editor.page.locator('.extension-list-item', { hasText: 'Specmark' })
    await expect(own).toBeVisible()
    await editor.screenshot('packaged')
  })
})
