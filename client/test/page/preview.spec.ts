import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import MarkdownIt from 'markdown-it'
import { artifactsFolder, root } from '../../../scripts/lib/paths.mjs'
import type { PreviewFacts } from '../../../server/src/lsp/protocol'
import { addSpecmark } from '../../src/common/preview/plugin'
import { expectAccessible } from '../harness/accessibility'
import { previewFactsOf } from '../harness/preview-facts'

const URI = 'file:///work/specs/lantern.md'

/** A page as VS Code makes one of a preview: the style sheet, and the classes and colours of a theme. */
async function show(page: Page, markdown: string, facts: PreviewFacts | undefined): Promise<void> {
  const md = addSpecmark(new MarkdownIt({ html: true, linkify: true }), (uri) =>
    uri === URI ? facts : undefined,
  )
  const style = await readFile(join(root, 'media', 'preview.css'), 'utf8')
  const body = md.render(markdown, { currentDocument: URI })
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Preview</title><style>
:root { color-scheme: light dark; } body { font: 14px/22px sans-serif; margin: 2em; }
@media (prefers-color-scheme: dark) { body { color: #ccc; background: #1f1f1f; } a { color: #4daafc; } }
table { border-collapse: collapse; } td, th { border: 1px solid; padding: 4px; }
${style}</style></head><body><main>${body}</main></body></html>`)
}

test.describe('a specification in the preview', () => {
  test('has bars, links that tell what they mean, coverage, boxes, and marks on what is open', async ({
    page,
  }) => {
    const text = await readFile(join(root, 'client', 'test', 'fixtures', 'preview', 'lantern.md'), 'utf8')
    const facts = await previewFactsOf(URI, text)
    await show(page, text, facts)
    await expect(page.getByRole('heading', { name: /^Acceptance Criteria/ })).toContainText('1 of 2 done')
    const reference = page.getByRole('link', { name: 'REQ-001' }).first()
    await expect(reference).toHaveAttribute('href', '#specmark-REQ-1')
    await expect(reference).toHaveAttribute('title', /^REQ-001: The lantern MUST dim/)
    await expect(page.locator('#specmark-REQ-1')).toHaveText('REQ-001')
    await expect(page.getByRole('listitem').filter({ has: page.locator('#specmark-REQ-1') })).toContainText(
      '1 criterion',
    )
    await expect(page.locator('.specmark-dead')).toHaveText('REQ-009')
    await expect(page.locator('.specmark-dead + .specmark-label')).toHaveText('not defined')
    await expect(page.locator('.specmark-placeholder')).toHaveText('[Relevant context or history]')
    await expect(page.getByRole('img', { name: 'done' })).toHaveText(['☑', '☑'])
    // In a table, where cells have no lines of their own, and never within another word.
    await expect(page.getByRole('cell').getByRole('link', { name: 'REQ-002' })).toBeVisible()
    await expect(page.getByText('AREQ-001B')).toBeVisible()
    await expect(page.locator('a', { hasText: 'AREQ-001B' })).toHaveCount(0)
    // In code, and in a link that stands there, nothing is put.
    await expect(page.locator('code')).toHaveText('REQ-001')
    await expect(page.locator('a a')).toHaveCount(0)
    await expectAccessible(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: join(artifactsFolder, 'screenshots', `preview-html-${colorScheme}.png`),
        fullPage: true,
      })
    }
  })

  test('shows hostile text as text, in tips and labels too', async ({ page }) => {
    const evil = '"><script>document.title = "taken"</script><img src=x onerror="document.title = 1">'
    const mark = { line: 0, anchor: null, href: null, title: evil, labels: [evil] }
    await show(page, 'A REQ-1 and b TBD c REQ-2 x', {
      headings: [],
      marks: [
        { ...mark, text: 'REQ-1', kind: 'reference', href: `javascript:${evil}` },
        { ...mark, text: 'b TBD c', kind: 'placeholder' },
        { ...mark, text: 'REQ-2', kind: 'definition', anchor: evil },
      ],
    })
    await expect(page).toHaveTitle('Preview')
    await expect(page.locator('script, img')).toHaveCount(0)
    await expect(page.locator('a')).toHaveCount(0)
    await expect(page.locator('.specmark-label').first()).toHaveText(evil)
    await expect(page.locator('.specmark-reference')).toHaveAttribute('title', evil)
  })

  test('is as it was where nothing is known, and where lines have moved', async () => {
    const plain = new MarkdownIt()
    const text = '# A\n\n- [ ] **AC-1**: b (REQ-001)\n'
    const withFacts = (facts: PreviewFacts | undefined) =>
      addSpecmark(new MarkdownIt(), () => facts).render(text, { currentDocument: URI })
    expect(withFacts(undefined)).toBe(plain.render(text))
    const moved = {
      line: 7,
      text: 'REQ-001',
      kind: 'reference',
      anchor: null,
      href: '#a',
      title: null,
      labels: [],
    } as const
    expect(withFacts({ headings: [{ line: 5, done: 0, total: 1 }], marks: [moved] })).toBe(plain.render(text))
    expect(addSpecmark(new MarkdownIt(), () => ({ headings: [], marks: [] })).render(text)).toBe(
      plain.render(text),
    )
  })
})
