import type { Locator } from '@playwright/test'
import type { Editor } from './editor'
import { expect } from './page-test'

/** Opens the view of all specifications as a person does, by its icon, and waits until one is listed there. */
export async function openSpecsView({ page }: Editor): Promise<Locator> {
  await page.locator('.activitybar .action-label[aria-label^="Specmark"]').click()
  const rows = page.locator('.sidebar .monaco-list-row')
  await expect(rows.filter({ hasText: 'Approved' })).toBeVisible()
  return rows
}

/** The first row with a text. */
export function rowOf(rows: Locator, text: string | RegExp): Locator {
  return rows.filter({ hasText: text }).first()
}

/** Folds a row out or in. A click that meets a row while it is drawn anew is lost. */
export async function foldRow(rows: Locator, text: string | RegExp, isOut: boolean): Promise<void> {
  const one = rowOf(rows, text)
  await expect(async () => {
    if ((await one.getAttribute('aria-expanded')) !== String(isOut))
      await one.locator('.monaco-tl-twistie').click()
    await expect(one).toHaveAttribute('aria-expanded', String(isOut), { timeout: 3_000 })
  }).toPass({ timeout: 45_000 })
}
