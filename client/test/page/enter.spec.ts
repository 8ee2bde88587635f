import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Editor } from '../harness/editor'
import { expect, test } from '../harness/page-test'

/** The server answers in order: once it has answered this, it has answered what Enter asked before. */
async function serverHasAnswered(editor: Editor): Promise<void> {
  await editor.hover('REQ-001', 'The lantern MUST dim', 1)
}

const POSITION = 'status.editor.selection'

test.describe('Enter in a spec', () => {
  // In a browser VS Code saves a second after a change, which ends the undo step: a slow machine would be later than that.
  test.beforeEach(async ({ workspace }) => {
    await mkdir(join(workspace, '.vscode'))
    await writeFile(join(workspace, '.vscode', 'settings.json'), '{ "files.autoSave": "off" }')
  })

  test.beforeEach(async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForColor('MUST')
  })

  test('begins the next item behind one, and ends the list behind an empty one', async ({ editor }) => {
    await editor.goToEndOf(17)
    await editor.press('Enter')
    await editor.waitForLine(/^3\. \*\*\[REQ-003\]\*\* $/)
    await editor.type('The lantern MUST glow.')
    await editor.waitForLine('3. **[REQ-003]** The lantern MUST glow.')
    await editor.press('Enter')
    await editor.waitForLine(/^4\. \*\*\[REQ-004\]\*\* $/)
    await editor.press('Enter')
    await expect.poll(() => editor.visibleLines()).not.toContainEqual(expect.stringMatching(/^4\./))
    await expect(editor.statusBarItem(POSITION)).toContainText('Ln 19, Col 1')

    await test.step('each in an undo step of its own', async () => {
      await editor.press('ControlOrMeta+z')
      await editor.waitForLine(/^4\. \*\*\[REQ-004\]\*\* $/)
      await editor.press('ControlOrMeta+z')
      await expect.poll(() => editor.visibleLines()).not.toContainEqual(expect.stringMatching(/^4\./))
      await editor.waitForLine('3. **[REQ-003]** The lantern MUST glow.')
    })
    await editor.press('Enter')
    await editor.waitForLine(/^4\. \*\*\[REQ-004\]\*\* $/)
    await editor.screenshot('enter', 'MUST')

    await test.step('a criterion with its box, all of it taken back by one undo', async () => {
      await editor.goToEndOf(24)
      await editor.press('Enter')
      await editor.waitForLine(/^- \[ \] \*\*AC-3\*\*: $/)
      await editor.press('ControlOrMeta+z')
      await expect(editor.statusBarItem(POSITION)).toContainText('Ln 24')
      expect((await editor.visibleLines()).join('\n')).not.toContain('AC-3')
    })
  })

  test('is VS Code’s own anywhere else', async ({ editor }) => {
    await test.step('in the middle of a text', async () => {
      await editor.goTo(16, 44)
      await editor.press('Enter')
      await serverHasAnswered(editor)
      await expect(editor.statusBarItem(POSITION)).toContainText('Ln 17, Col 1')
      expect((await editor.visibleLines()).join('\n')).not.toContain('REQ-003')
      await editor.press('ControlOrMeta+z')
    })

    await test.step('in a paragraph', async () => {
      await editor.goToEndOf(10)
      await editor.press('Enter')
      await serverHasAnswered(editor)
      await expect(editor.statusBarItem(POSITION)).toContainText('Ln 11, Col 1')
      await editor.press('ControlOrMeta+z')
    })

    await test.step('with two cursors', async () => {
      const before = await editor.visibleLines()
      await editor.goToEndOf(16)
      await editor.press('Shift+Alt+ArrowDown', 'End')
      await expect(editor.statusBarItem(POSITION)).toContainText('2 selections')
      await editor.press('Enter')
      await serverHasAnswered(editor)
      expect((await editor.visibleLines()).join('\n')).not.toContain('REQ-003')
      await editor.press('ControlOrMeta+z', 'Escape')
      await expect.poll(() => editor.visibleLines()).toEqual(before)
    })

    await test.step('in the list of completions, where it takes one', async () => {
      await editor.goToEndOf(17)
      await editor.type(' See [')
      await editor.completionLabels()
      await editor.press('Enter')
      // The line is wrapped in the window.
      await expect
        .poll(async () => (await editor.visibleLines()).join(' '))
        .toMatch(/movement\. See +[A-Z]+-\d+ /)
      expect((await editor.visibleLines()).join('\n')).not.toContain('REQ-003')
    })

    await test.step('where the setting is off', async () => {
      await editor.setSettings({ 'specmark.enter.enabled': false })
      // Nothing on the screen tells when a setting has come.
      await expect(async () => {
        await editor.goToEndOf(17)
        await editor.press('Enter')
        await serverHasAnswered(editor)
        const lines = await editor.visibleLines()
        if (lines.join('\n').includes('REQ-003')) await editor.press('ControlOrMeta+z')
        expect(lines.join('\n')).not.toContain('REQ-003')
      }).toPass()
      await expect(editor.statusBarItem(POSITION)).toContainText('Ln 18, Col 1')
    })
  })
})

test.describe('Enter in a README', () => {
  test.use({ fixture: 'plain' })

  test('is VS Code’s own, which goes on with no list', async ({ editor }) => {
    await editor.openFile('README.md')
    await expect(await editor.showLanguageStatus('Specmark')).toContainText('not checked')
    await editor.focusText()
    const lines = await editor.visibleLines()
    const list = lines.findIndex((line) => line.startsWith('- ')) + 1
    expect(list).toBeGreaterThan(0)
    await editor.goToEndOf(list)
    await editor.press('Enter')
    await editor.type('x')
    await editor.waitForLine('x')
    await expect(editor.statusBarItem(POSITION)).toContainText(`Ln ${list + 1}, Col 2`)
  })
})
