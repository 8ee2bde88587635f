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

test.describe('the status of a specification', () => {
  test('is moved on by its lens, taken back by one undo, and refused with reasons', async ({
    editor,
    workspace,
  }) => {
    const file = join(workspace, 'lantern.md')
    const onDisk = () => readFile(file, 'utf8')
    const before = await onDisk()
    await editor.openFile('lantern.md')
    await expect.poll(() => editor.codeLenses()).toContain('Move to Review…')

    await test.step('moved on where nothing is in the way, and saved', async () => {
      await editor.clickCodeLens('Move to Review…')
      await editor.waitForLine('**Status**: Review')
      await expect.poll(() => editor.codeLenses()).toContain('Move to Approved…')
      const today = new Date().toLocaleDateString('sv')
      const after = before.replace('**Status**: Draft', '**Status**: Review').replace('2026-02-10', today)
      await expect.poll(onDisk).toBe(after)
    })

    await test.step('taken back whole by one undo', async () => {
      await editor.focusText()
      await editor.press('ControlOrMeta+z')
      await editor.waitForLine('**Status**: Draft')
      await editor.press('ControlOrMeta+s')
      await expect.poll(onDisk).toBe(before)
    })

    await test.step('refused where errors are in the way, each a link to its place', async () => {
      await editor.goToEndOf(4)
      await editor.press('ControlOrMeta+Backspace')
      await editor.type('Review')
      await editor.waitForLine('**Status**: Review')
      await editor.clickCodeLens('Move to Approved…')
      const reasons = await editor.quickPick(/^Not moved to Approved: \d+ errors are in the way$/)
      expect(reasons.join('\n')).toContain('Testing Strategy')
      expect(reasons).not.toContain('Move to Approved')
      await editor.screenshot('move-refused', undefined, ['light', 'dark', 'contrast'])
      await editor.press('Enter')
      await editor.waitForLine('**Status**: Review')
      expect(await onDisk()).not.toContain('Approved')
    })
  })
})

test.describe('the preview of a specification', () => {
  test.use({ fixture: 'preview' })

  test('shows how far it is and what its IDs mean, and follows what is typed', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.runCommand('Markdown: Open Preview to the Side')
    const preview = editor.webview()
    const criteria = preview.getByRole('heading', { name: /^Acceptance Criteria/ })
    await expect(criteria).toContainText('1 of 2 done')
    await expect(preview.getByRole('link', { name: 'REQ-001' }).first()).toHaveAttribute(
      'title',
      /^REQ-001: The lantern/,
    )
    await expect(preview.locator('.specmark-label').first()).toBeVisible()
    await editor.screenshot('preview', undefined, ['light', 'dark', 'contrast'])

    await test.step('an ID leads to its definition', async () => {
      await preview.getByRole('link', { name: 'REQ-002' }).last().click()
      await expect(preview.locator('#specmark-REQ-2')).toBeInViewport()
    })

    await test.step('a box that is ticked in the text is ticked there', async () => {
      await editor.focusText()
      await editor.goTo(25, 4)
      await editor.press('Delete')
      await editor.type('x')
      await expect(criteria).toContainText('2 of 2 done')
    })
  })
})

test.describe('first steps', () => {
  test('are a walkthrough whose buttons do what they say', async ({ editor }) => {
    await editor.runCommand('Specmark: Open First Steps')
    const steps = editor.page.locator('.gettingStartedContainer')
    await expect(steps.getByText('Create a specification')).toBeVisible()
    await editor.screenshot('first-steps', undefined, ['light', 'dark', 'contrast'])
    await steps.getByRole('button', { name: 'New Specification' }).click()
    await expect(editor.page.getByPlaceholder('Title')).toBeFocused()
    await editor.press('Escape')
    await steps.getByText('Finish it').click()
    await expect(steps.getByRole('button', { name: 'Move to Next Status' })).toBeVisible()
    await expect(editor.notification(/./)).toHaveCount(0)
  })
})
