import { expect, type Locator } from '@playwright/test'

const focused = /\bfocused\b/

/**
 * Goes down the list that has the keyboard with the arrow key, until the row with a label has the focus.
 *
 * @param rows all rows of the list
 */
export async function focusRow(rows: Locator, label: string): Promise<void> {
  const page = rows.page()
  const wanted = rows
    .filter({ has: page.locator('.label-name, .title').getByText(label, { exact: true }) })
    .first()
  await expect(wanted).toBeVisible()
  await expect(async () => {
    if (!focused.test((await wanted.getAttribute('class')) ?? '')) await page.keyboard.press('ArrowDown')
    await expect(wanted).toHaveClass(focused, { timeout: 200 })
  }).toPass({ timeout: 10_000 })
}
