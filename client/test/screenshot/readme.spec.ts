import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../../scripts/lib/paths.mjs'
import { expect, test } from '../harness/page-test'
import { foldRow, openSpecsView } from '../harness/specs-view'

const images = join(root, 'docs', 'images')

test.use({
  // Without the title of a window that is for development.
  extension: 'packaged',
  fixture: join(root, 'examples'),
  deviceScaleFactor: 2,
  viewport: { width: 1200, height: 760 },
})

test('the picture of the README', async ({ editor }) => {
  await editor.setTheme('light')
  await editor.openFile('specs/catalogue-import.md')
  await editor.waitForProblem('id/duplicate')
  // Without the side bar no criterion wraps: the hover stands beside what it explains, not on it.
  await editor.press('ControlOrMeta+b')
  await editor.goTo(40)
  await expect.poll(() => editor.codeLenses()).not.toEqual([])
  await editor.hover('REQ-001', 'CSV')
  await editor.saveScreenshot(join(images, 'specmark.png'), 'light', 'then')
  await editor.saveScreenshot(join(images, 'specmark-dark.png'), 'dark', 'then')
})

test.describe('the preview', () => {
  test.use({ viewport: { width: 1000, height: 640 } })

  test('of a specification', async ({ editor }) => {
    await editor.setTheme('light')
    await editor.openFile('specs/reservation-queue.md')
    await editor.press('ControlOrMeta+b')
    await editor.runCommand('Markdown: Open Preview')
    const preview = editor.webview()
    await expect(preview.locator('.specmark-label').first()).toBeVisible()
    await preview
      .getByRole('heading', { name: /^Functional Requirements/ })
      .evaluate((heading) => heading.scrollIntoView())
    await editor.saveScreenshot(join(images, 'preview.png'), 'light')
  })
})

test.describe('the view of all specifications', () => {
  test.use({ viewport: { width: 1100, height: 640 } })

  test('beside one of them', async ({ editor, page }) => {
    await editor.setTheme('light')
    const rows = await openSpecsView(editor)
    await foldRow(rows, 'Open questions', true)
    await foldRow(rows, 'Reservation queue', true)
    await editor.openFile('specs/reservation-queue.md')
    await widenSideBar(page, 520)
    await editor.goTo(40)
    await expect.poll(() => editor.codeLenses()).not.toEqual([])
    await editor.saveScreenshot(join(images, 'specs.png'), 'light')
  })
})

/** Draws the border of the side bar to a place. */
async function widenSideBar(page: Page, x: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox()
  if (box === null) throw new Error('There is no side bar.')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width, y)
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 5 })
  await page.mouse.up()
  // Away from it, lest it be drawn as one that the mouse is on.
  await page.mouse.move(x + 300, y)
}
