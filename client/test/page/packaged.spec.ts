import { expect, test } from '../harness/page-test'

test.use({ extension: 'packaged' })

test.describe('the packaged extension', () => {
  test('finds mistakes where it is installed', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(10)
    await editor.type(' See REQ-009')
    await editor.waitForProblem('reference/unknown')
    await editor.press('ControlOrMeta+Shift+x')
    await expect(editor.page.locator('.extension-list-item', { hasText: 'Specmark' })).toBeVisible()
    await editor.screenshot('packaged', 'MUST')
  })
})
