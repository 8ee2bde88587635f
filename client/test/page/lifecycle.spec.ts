import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { specmarkOutput } from '../harness/command-line'
import { expect, test } from '../harness/page-test'

test.describe('a new specification', () => {
  test('is made from a title, the file that the command line makes, and its first placeholder is selected', async ({
    editor,
    workspace,
  }) => {
    await writeFile(
      join(workspace, 'specmark.json'),
      '{ "root": true, "newSpec": { "fileName": "new/{slug}.md" } }',
    )
    const expected = await specmarkOutput(workspace, 'new', 'Harbour lights', '--dry-run')
    await editor.runCommand('Specmark: New Specification...')
    const input = editor.page.getByPlaceholder('Title')

    await test.step('refuses what cannot be a file, and lets the title be changed', async () => {
      await expect(input).toBeFocused()
      await editor.type('🎉')
      await editor.press('Enter')
      await expect(editor.page.locator('.quick-input-message')).toContainText(
        'No file can be named by this title',
      )
      await input.fill('')
    })

    await editor.type('Harbour lights')
    await editor.press('Enter')
    await editor.waitForTab('harbour-lights.md')
    expect(await readFile(join(workspace, 'new', 'harbour-lights.md'), 'utf8')).toBe(expected)
    await expect.poll(() => editor.statusBarText('progress')).toMatch(/^Criteria 0 of/)
    await editor.type('Ships need light.')
    await editor.waitForLine('Ships need light.')
    await editor.press('ControlOrMeta+s')
    await expect
      .poll(() => readFile(join(workspace, 'new', 'harbour-lights.md'), 'utf8'))
      .toBe(expected.replace(/^\[Clear explanation[^\n]*\]$/m, 'Ships need light.'))
    expect(existsSync(join(workspace, 'harbour-lights.md'))).toBe(false)
  })
})
