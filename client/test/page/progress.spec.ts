import { expect, test } from '../harness/page-test'

test.describe('progress', () => {
  test('stands above headings and in the status bar, and follows the boxes', async ({ editor }) => {
    const expectCriteria = async (counts: string) => {
      await expect.poll(() => editor.statusBarText('progress')).toContain(`Criteria ${counts}`)
      // Of `## What` and of `### Acceptance Criteria`; lenses above the window, as those of the title, stay as they were.
      await expect
        .poll(async () => (await editor.codeLenses()).slice(-3, -1))
        .toEqual(Array(2).fill(`${counts} done`))
    }
    await editor.openFile('lantern.md')
    await expectCriteria('1 of 2')
    await editor.screenshot('progress', 'MUST')

    await test.step('typed by hand', async () => {
      await editor.goTo(22, 4)
      await editor.press('Delete')
      await editor.type('x')
      await expectCriteria('2 of 2')
      await editor.press('Backspace')
      await editor.type(' ')
      await expectCriteria('1 of 2')
    })

    await test.step('ticked by the lens', async () => {
      await editor.clickCodeLens('Tick AC-2')
      await editor.waitForLine(/^- \[x\] \*\*AC-2\*\*/)
      await expectCriteria('2 of 2')
      await expect.poll(() => editor.codeLenses()).toContain('Untick AC-2')
    })

    await test.step('unticked by the command at the cursor, which one undo takes back', async () => {
      await editor.goTo(21, 20)
      await editor.runCommand('Specmark: Toggle Checkbox')
      await editor.waitForLine(/^- \[ \] \*\*AC-1\*\*/)
      await expectCriteria('1 of 2')
      await editor.focusText()
      await editor.press('ControlOrMeta+z')
      await editor.waitForLine(/^- \[x\] \*\*AC-1\*\*/)
      await editor.waitForLine(/^- \[x\] \*\*AC-2\*\*/)
      await expectCriteria('2 of 2')
    })
  })
})
