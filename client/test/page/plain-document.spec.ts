import { expect, test } from '../harness/page-test'

test.describe('a plain README', () => {
  test.use({ fixture: 'plain' })

  test('gets nothing: no finding, no lens, no completion, no status', async ({ editor }) => {
    await editor.openFile('README.md')
    // The server has looked at the file.
    await expect(await editor.showLanguageStatus('Specmark')).toContainText('not checked')
    await expect(await editor.showProblems()).toHaveCount(0)
    expect(await editor.codeLenses()).toEqual([])
    const must = await editor.find('MUST')
    expect(must.color).toBe(must.colorBehind)
    await editor.screenshot('plain-readme')
    await editor.goToEndOf(3)
    await editor.type('\n\n- [')
    await editor.waitForLine('- []')
    await expect(editor.completionList()).toBeHidden()
    // Asked for, VS Code gives words and snippets of its own.
    await editor.press('Control+Space')
    const labels = await editor.completionLabels()
    expect(labels.filter((label) => /^(REQ|AC|TEST)-\d/.test(label))).toEqual([])
    await expect(editor.ownStatusBarItems()).toHaveCount(0)
  })
})
