import { expect, test } from '../harness/page-test'

test.describe('the harness', () => {
  test('types as a person does: brackets close, lists go on', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(10)
    await editor.type('\n\n- see [')
    await editor.waitForLine('- see []')
    await editor.press('ControlOrMeta+z')
    await editor.waitForLine('Lanterns dim in three steps when nobody walks under them.')
  })

  test('runs commands by their title and sees the focus come back', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.runCommand('Transform to Uppercase')
    await editor.focusText()
    await editor.goTo(17, 4)
    await expect(editor.statusBarItem('status.editor.mode')).toContainText('Markdown')
  })
})
