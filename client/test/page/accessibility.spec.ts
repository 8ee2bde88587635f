import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { artifactsFolder, root } from '../../../scripts/lib/paths.mjs'
import { expectAccessible } from '../harness/accessibility'
import { specmarkOutput } from '../harness/command-line'

const overviewOf = (folder: string) => specmarkOutput(folder, 'progress', '--format', 'html')

test.describe('the overview as a page', () => {
  test('is accessible in light and dark, and readable in print', async ({ page }) => {
    await page.setContent(await overviewOf(join(root, 'examples')))
    await expectAccessible(page)
    const folder = join(artifactsFolder, 'screenshots')
    await mkdir(folder, { recursive: true })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `overview-${colorScheme}.png`), fullPage: true })
    }
    await page.emulateMedia({ forcedColors: 'active' })
    await page.screenshot({ path: join(folder, 'overview-forced-colors.png'), fullPage: true })
    await page.emulateMedia({ media: 'print', forcedColors: 'none' })
    await page.screenshot({ path: join(folder, 'overview-print.png'), fullPage: true })
  })

  test('shows hostile titles as text', async ({ page }) => {
    const title = '\\<script>document.title = "taken"\\</script> \\<img src=x onerror="document.title = 1">'
    const folder = await mkdtemp(join(tmpdir(), 'specmark-overview-'))
    try {
      await writeFile(join(folder, 'a.md'), `# ${title}\n\n- **REQ-001**: a\n- [ ] **AC-1**: b\n`)
      await page.setContent(await overviewOf(folder))
    } finally {
      await rm(folder, { recursive: true })
    }
    await expect(page.getByRole('rowheader', { name: '<script>document.title' })).toBeVisible()
    await expect(page.locator('script, img, a')).toHaveCount(0)
    await expect(page).toHaveTitle('Specifications: 0 of 1 boxes ticked')
    await expectAccessible(page)
  })
})
