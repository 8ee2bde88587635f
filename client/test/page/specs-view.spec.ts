import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../../scripts/lib/paths.mjs'
import { expect, test } from '../harness/page-test'
import { foldRow, openSpecsView, rowOf } from '../harness/specs-view'

test.use({ fixture: join(root, 'examples') })

test('the view of all specifications, by status, follows what is ticked in it', async ({
  editor,
  workspace,
}) => {
  const rows = await openSpecsView(editor)

  await test.step('each with its progress and what is found in it', async () => {
    await expect(rowOf(rows, 'Reservation queue')).toContainText('Criteria 2 of 5 · plan 3 of 8')
    await expect(rowOf(rows, 'Catalogue import').locator('.codicon-error')).toBeVisible()
    await expect(rows.filter({ hasText: /^(?:Review|Approved|Implemented|No status)/ })).toHaveText([
      /Review/,
      /Approved/,
      /Implemented/,
      /No status/,
    ])
  })

  await test.step('what they leave open, in one place', async () => {
    await expect(rowOf(rows, 'Open questions')).toContainText('4')
    await foldRow(rows, 'Open questions', true)
    await rowOf(rows, 'may an undo delete a copy').click()
    await editor.waitForPlace('catalogue-import.md', 51, 46)
    await editor.goTo(1)
    await rowOf(rows, 'may an undo delete a copy').click({ button: 'right' })
    const menu = editor.page.locator('.context-view .monaco-menu')
    await expect(menu.locator('.action-label')).toHaveText(['Open', 'Open to the Side', '', 'Copy Text'])
    await menu.getByText('Open', { exact: true }).click()
    await editor.waitForPlace('catalogue-import.md', 51, 46)
    await foldRow(rows, 'Open questions', false)
  })

  await test.step('a box ticked in the tree is ticked in the file and in the status bar', async () => {
    await foldRow(rows, 'Reservation queue', true)
    await editor.openFile('specs/reservation-queue.md')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 2 of 5')
    await expect(rowOf(rows, 'Acceptance Criteria')).toContainText('2 of 5')
    await rowOf(rows, /^AC-3/).locator('.monaco-custom-toggle').click()
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 3 of 5')
    await expect(rowOf(rows, 'Acceptance Criteria')).toContainText('3 of 5')
    await expect(rowOf(rows, 'Reservation queue')).toContainText('Criteria 3 of 5')
    await expect
      .poll(() => readFile(join(workspace, 'specs/reservation-queue.md'), 'utf8'))
      .toContain('- [x] **AC-3**')
    await editor.screenshot('specs-view', undefined, ['light', 'dark', 'contrast'])
  })
})

test('the view follows what is ticked elsewhere, and is narrowed down', async ({ editor }) => {
  const rows = await openSpecsView(editor)
  await foldRow(rows, 'Reservation queue', true)
  await editor.openFile('specs/reservation-queue.md')

  await test.step('by the link of a hover', async () => {
    await editor.goTo(35)
    await editor.hover('AC-4', 'Tick')
    await editor.page.locator('.monaco-hover:not(.hidden) a').getByText('Tick', { exact: true }).click()
    await expect(rowOf(rows, 'Acceptance Criteria')).toContainText('3 of 5')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 3 of 5')
  })

  await test.step('narrowed down to what is open, and by words', async () => {
    await editor.focusText()
    await editor.runCommand('Specmark: Show What Is Open Only')
    await expect(rows.filter({ hasText: 'Loan renewal' })).toHaveCount(0)
    await expect(rows.filter({ hasText: /^AC-[124]/ })).toHaveCount(0)
    await expect(rowOf(rows, /^AC-5/)).toBeVisible()
    await editor.runCommand('Specmark: Filter Specifications...')
    const input = editor.page.locator('.quick-input-widget:visible input')
    await input.fill('paused place')
    await expect(input).toHaveValue('paused place')
    await editor.press('Enter')
    await expect(rowOf(rows, /^AC-5/)).toBeVisible()
    await expect(rows.filter({ hasText: 'Overdue notices' })).toHaveCount(0)
    await expect(editor.page.locator('.sidebar .message')).toHaveText('“paused place” · open only: 1 of 5')
    await editor.runCommand('Specmark: Clear Filter')
    await expect(rowOf(rows, 'Overdue notices')).toBeVisible()
  })
})
