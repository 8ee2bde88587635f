import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { root } from '../../../scripts/lib/paths.mjs'
import type { Editor } from '../harness/editor'
import { expect, test } from '../harness/page-test'

test.use({ fixture: join(root, 'examples') })

/** Opens the view of all specifications as a person does, by its icon. */
async function openView({ page }: Editor): Promise<Locator> {
  await page.locator('.activitybar .action-label[aria-label^="Specmark"]').click()
  const rows = page.locator('.sidebar .monaco-list-row')
  await expect(rows.filter({ hasText: 'Approved' })).toBeVisible()
  return rows
}

const row = (rows: Locator, text: string | RegExp) => rows.filter({ hasText: text }).first()

/** Folds a row out or in. A click that meets a row while it is drawn anew is lost. */
async function fold(rows: Locator, text: string, isOut: boolean): Promise<void> {
  const one = row(rows, text)
  await expect(async () => {
    if ((await one.getAttribute('aria-expanded')) !== String(isOut))
      await one.locator('.monaco-tl-twistie').click()
    await expect(one).toHaveAttribute('aria-expanded', String(isOut), { timeout: 3_000 })
  }).toPass({ timeout: 45_000 })
}

test('the view of all specifications, by status, follows what is ticked in it', async ({
  editor,
  workspace,
}) => {
  const rows = await openView(editor)

  await test.step('each with its progress and what is found in it', async () => {
    await expect(row(rows, 'Reservation queue')).toContainText('Criteria 2 of 5 · plan 3 of 8')
    await expect(row(rows, 'Catalogue import').locator('.codicon-error')).toBeVisible()
    await expect(rows.filter({ hasText: /^(?:Review|Approved|Implemented|No status)/ })).toHaveText([
      /Review/,
      /Approved/,
      /Implemented/,
      /No status/,
    ])
  })

  await test.step('what they leave open, in one place', async () => {
    await expect(row(rows, 'Open questions')).toContainText('4')
    await fold(rows, 'Open questions', true)
    await row(rows, 'may an undo delete a copy').click()
    await editor.waitForPlace('catalogue-import.md', 51, 46)
    await fold(rows, 'Open questions', false)
  })

  await test.step('a box ticked in the tree is ticked in the file and in the status bar', async () => {
    await fold(rows, 'Reservation queue', true)
    await editor.openFile('specs/reservation-queue.md')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 2 of 5')
    await expect(row(rows, 'Acceptance Criteria')).toContainText('2 of 5')
    await row(rows, /^AC-3/).locator('.monaco-custom-toggle').click()
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 3 of 5')
    await expect(row(rows, 'Acceptance Criteria')).toContainText('3 of 5')
    await expect(row(rows, 'Reservation queue')).toContainText('Criteria 3 of 5')
    await expect
      .poll(() => readFile(join(workspace, 'specs/reservation-queue.md'), 'utf8'))
      .toContain('- [x] **AC-3**')
    await editor.screenshot('specs-view', undefined, ['light', 'dark', 'contrast'])
  })
})

test('the view follows what is ticked elsewhere, and is narrowed down', async ({ editor }) => {
  const rows = await openView(editor)
  await fold(rows, 'Reservation queue', true)
  await editor.openFile('specs/reservation-queue.md')

  await test.step('by the link of a hover', async () => {
    await editor.goTo(35)
    await editor.hover('AC-4', 'Tick')
    await editor.page.locator('.monaco-hover:not(.hidden) a').getByText('Tick', { exact: true }).click()
    await expect(row(rows, 'Acceptance Criteria')).toContainText('3 of 5')
    await expect.poll(() => editor.statusBarText('progress')).toContain('Criteria 3 of 5')
  })

  await test.step('narrowed down to what is open, and by words', async () => {
    await editor.focusText()
    await editor.runCommand('Specmark: Show What Is Open Only')
    await expect(rows.filter({ hasText: 'Loan renewal' })).toHaveCount(0)
    await expect(rows.filter({ hasText: /^AC-[124]/ })).toHaveCount(0)
    await expect(row(rows, /^AC-5/)).toBeVisible()
    await editor.runCommand('Specmark: Filter Specifications...')
    const input = editor.page.locator('.quick-input-widget:visible input')
    await input.fill('paused place')
    await expect(input).toHaveValue('paused place')
    await editor.press('Enter')
    await expect(row(rows, /^AC-5/)).toBeVisible()
    await expect(rows.filter({ hasText: 'Overdue notices' })).toHaveCount(0)
    await expect(editor.page.locator('.sidebar .message')).toHaveText('“paused place” · open only: 1 of 5')
    await editor.runCommand('Specmark: Clear Filter')
    await expect(row(rows, 'Overdue notices')).toBeVisible()
  })
})
