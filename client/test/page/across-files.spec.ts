import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../harness/page-test'

test.use({ fixture: 'crossing' })

test('leads from file to file', async ({ editor, page }) => {
  await editor.openFile('specs/harbour.md')
  await editor.waitForColor('MUST')

  await test.step('to a definition: F12, and a click with Control', async () => {
    await editor.goTo(16, 75)
    await editor.press('F12')
    await editor.waitForPlace('lantern.md', 13, 7)
    await editor.openFile('specs/harbour.md')
    await page.keyboard.down('Control')
    const opened = page.locator('.tab.active[data-resource-name="lantern.md"]')
    // A click that meets the link while it is drawn anew is lost.
    await expect(async () => {
      if (await opened.isVisible()) return
      // The whole ID is the link, and VS Code alone would take a word of it.
      await editor.pointAt('The quay MUST')
      await editor.pointAt('REQ-002 asks')
      await expect(page.locator('.goto-definition-link')).toHaveText('REQ-002', { timeout: 3_000 })
      await page.mouse.down()
      await page.mouse.up()
      await expect(opened).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
    await page.keyboard.up('Control')
    await editor.waitForPlace('lantern.md', 13, 7)
  })

  await test.step('to all references, in the view of that name', async () => {
    await editor.press('Shift+Alt+F12')
    const results = page.locator('.sidebar .composite').filter({ hasText: '3 results in 2 files' })
    const rows = results.locator('.monaco-list-row')
    await expect(rows.filter({ hasText: 'harbour.md' })).toBeVisible()
    await expect(rows.filter({ hasText: 'The lantern MUST light up fully' })).toBeVisible()
    await expect(rows.filter({ hasText: 'fully lit (REQ-002)' })).toBeVisible()
    await editor.screenshot('references', 'MUST')
    await editor.focusText()
  })

  await test.step('to what answers a requirement, at a glance', async () => {
    await editor.goTo(13, 8)
    await editor.runCommand('Peek Implementations')
    const peek = page.locator('.peekview-widget')
    await expect(peek.locator('.monaco-list-row')).toHaveText(/AC-2.*: Given a dimmed lantern/)
    await editor.screenshot('implementations', 'MUST')
    await editor.press('Escape')
    await expect(peek).toBeHidden()
  })

  await test.step('down the chain of coverage', async () => {
    await editor.runCommand('Peek Type Hierarchy')
    const rows = page.locator('.peekview-widget .type-hierarchy .monaco-list-row')
    await expect(rows.filter({ hasText: 'REQ-002: The lantern MUST light up' })).toBeVisible()
    const criterion = rows.filter({ hasText: 'AC-2: Given a dimmed lantern' })
    await expect(criterion).toContainText('open · SPEC-2026-02-03-001')
    await expect(criterion).toHaveClass(/\bfocused\b/)
    await editor.press('ArrowRight')
    await expect(rows.filter({ hasText: 'TEST-001: Walk past a dimmed lantern' })).toBeVisible()
    await editor.screenshot('type-hierarchy', 'MUST')
    await editor.press('Escape')
  })

  await test.step('to a symbol of the workspace by a word of it', async () => {
    await editor.focusText()
    await editor.press('ControlOrMeta+t')
    await editor.type('moors')
    const row = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    await expect(row).toContainText('AC-1: Given a dark quay, when a ship moors')
    await expect(row).toContainText('Specification: Harbour lights')
    await editor.screenshot('workspace-symbols', 'MUST')
    await editor.press('Enter')
    await editor.waitForPlace('harbour.md', 21, 9)
  })

  await test.step('with lenses and hints, once they are switched on', async () => {
    await editor.runCommand('View: Toggle Primary Side Bar Visibility')
    await editor.setSettings({ 'specmark.codeLens.requirements': true, 'specmark.inlayHints.enabled': true })
    await editor.waitForLine(/bright as SPEC-2026-02-03-001#REQ-002\s?The lantern MUST light up… asks\.$/)
    await expect.poll(() => editor.codeLenses()).toEqual(expect.arrayContaining(['1 criterion', '1 open']))
    await expect(page.locator('.codelens-decoration').filter({ hasText: 'Nothing answers it' })).toBeVisible()
    await editor.screenshot('lenses-and-hints', 'Given')
    await editor.clickCodeLens('1 criterion')
    await editor.waitForPlace('harbour.md', 21, 9)
  })
})

test('changes file by file as one', async ({ editor, page, workspace }) => {
  const onDisk = (name: string) => readFile(join(workspace, 'specs', name), 'utf8')
  const unsaved = page.locator('.tab.dirty')
  await editor.openFile('specs/harbour.md')
  await editor.openFile('specs/lantern.md')
  await editor.waitForColor('MUST')

  await test.step('a new ID is looked at before it is made, everywhere, and saved', async () => {
    await editor.goTo(13, 8)
    await editor.press('F2')
    const input = page.locator('.rename-box input')
    await expect(input).toHaveValue('REQ-002')
    await input.fill('REQ-012')
    await editor.press('ControlOrMeta+Enter')
    const preview = page.locator('.bulk-edit-panel')
    await expect(preview.locator('.monaco-list-row').filter({ hasText: 'REQ-012' })).toHaveCount(3)
    await expect(preview.locator('.monaco-list-row').filter({ hasText: 'harbour.md' })).toBeVisible()
    await editor.screenshot('rename-preview', 'MUST')
    await preview.getByRole('button', { name: 'Apply' }).click()
    await editor.waitForLine(/^2\. \*\*\[REQ-012\]\*\* The lantern MUST/)
    await expect(unsaved).toHaveCount(0)
    await expect.poll(() => onDisk('harbour.md')).toContain('SPEC-2026-02-03-001#REQ-012 asks')
    await expect.poll(() => onDisk('lantern.md')).toContain('fully lit (REQ-012)')
  })

  await test.step('one undo takes it back, everywhere', async () => {
    await editor.focusText()
    await editor.press('ControlOrMeta+z')
    await editor.waitForLine(/^2\. \*\*\[REQ-002\]\*\* The lantern MUST/)
    await expect(unsaved).toHaveCount(2)
    expect(await editor.savedText('specs/lantern.md')).toContain('fully lit (REQ-002)')
    await editor.openFile('specs/harbour.md')
    expect(await editor.savedText('specs/harbour.md')).toContain('SPEC-2026-02-03-001#REQ-002 asks')
  })

  await test.step('a finding goes when another file, not yet saved, has what was missing', async () => {
    await editor.goToEndOf(17)
    await editor.type(' See SPEC-2026-02-03-001#REQ-003')
    await editor.press('Escape')
    await expect(await editor.waitForProblem('reference/unknown-spec')).toContainText('REQ-003')
    await editor.openFile('specs/lantern.md')
    await editor.goTo(14)
    await editor.type('3. **[REQ-003]** The lantern MUST be silent.')
    await editor.press('Escape')
    await editor.waitForNoProblem('reference/unknown-spec')
    await expect(unsaved).toHaveCount(2)
    await editor.screenshot('finding-of-another-file', 'MUST')
  })
})
