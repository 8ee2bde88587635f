import { expect, test } from '../harness/page-test'

test.describe('a folder with a mistake in its specmark.json', () => {
  test.use({ fixture: 'broken-config' })

  test('shows it at its place, and why each file is checked or not', async ({ editor }) => {
    await editor.openFile('lantern.md')

    await test.step('the mistake is a finding of specmark.json', async () => {
      const row = await editor.waitForProblem('no-such-template')
      await expect(row).toContainText('[Ln 3, Col 22]')
    })

    await test.step('a spec goes on being checked', async () => {
      await editor.goToEndOf(10)
      await editor.type(' See REQ-009')
      await editor.waitForProblem('reference/unknown')
      await expect(await editor.showLanguageStatus('Specmark')).toContainText('Specmark: checked')
      await editor.screenshot('language-status', 'MUST')
      await editor.runCommand('Specmark: Explain This File')
      await expect(editor.notification('Checked as a spec of the template spec')).toBeVisible()
      await editor.screenshot('explanation', 'MUST')
    })

    await test.step('a README is not checked', async () => {
      await editor.openFile('README.md')
      await expect(await editor.showLanguageStatus('Specmark')).toContainText('Specmark: not checked')
      await editor.runCommand('Specmark: Explain This File')
      await expect(editor.notification('Not checked: ')).toBeVisible()
    })

    await test.step('a mended config has no finding any more', async () => {
      await editor.openFile('specmark.json')
      await editor.goTo(3, 22)
      await editor.press('Shift+End', 'Delete')
      await editor.type('"spec')
      await editor.press('ControlOrMeta+s')
      await editor.waitForNoProblem('no-such-template')
    })
  })

  test('completes its keys and values', async ({ editor, page }) => {
    await editor.openFile('specmark.json')
    await editor.goToEndOf(3)
    // What completes them, tells the breadcrumbs of them too.
    await expect(page.locator('.breadcrumbs-control')).toContainText('notes/**/*.md')
    await editor.goToEndOf(4)
    await editor.type(',')
    await editor.press('Enter')
    await editor.type('"')
    expect(await editor.completionLabels()).toEqual(expect.arrayContaining(['ignore', 'rules', 'templates']))
    await editor.screenshot('completion-in-config')
    await editor.type('rules": {')
    await editor.press('Enter')
    await editor.type('"id/')
    expect(await editor.completionLabels()).toContain('id/gap')
    await editor.type('gap": "')
    expect(await editor.completionLabels()).toContain('"off"')
    await editor.screenshot('completion-of-severity')
    await editor.acceptCompletion('"off"')
    await editor.waitForLine(/^ +"id\/gap": "off"$/)
  })
})
