import { expect, test } from '../harness/page-test'

test.describe('a plain README', () => {
  test.use({ fixture: 'plain' })

  test('gets nothing: no finding, no lens, no completion, no status', async ({ editor }) => {
    await editor.openFile('README.md')
    await expect(await editor.showProblems()).toHaveCount(0)
    expect(await editor.codeLenses()).toEqual([])
    await editor.screenshot('plain-readme')
    await editor.goToEndOf(3)
    await editor.type('\n\n- [')
    await editor.waitForLine('- []')
    await expect(editor.completionList()).toBeHidden()
    await expect(editor.ownStatusBarItems()).toHaveCount(0)
  })
})
