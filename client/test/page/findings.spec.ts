import { expect, test } from '../harness/page-test'

test.describe('findings', () => {
  test('appear while a mistake is typed, and go when it is mended', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(10)
    await editor.type(' See REQ-009')
    await editor.waitForProblem('reference/unknown')
    await expect(editor.squiggles('error').or(editor.squiggles('warning')).first()).toBeVisible()
    await editor.screenshot('finding', 'MUST')
    await editor.press('Backspace')
    await editor.type('2')
    await editor.waitForNoProblem('reference/unknown')
  })
})
