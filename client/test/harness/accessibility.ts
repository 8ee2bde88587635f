import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

/** What axe says of a page, as far as a test reads it. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
  readonly passes: readonly { readonly id: string }[]
}

/** Holds a page to what axe checks (WCAG 2 A and AA, and good practice), in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Evaluated and not inserted as a script: a page's policy may allow none.
    await page.evaluate(source)
    const { violations, passes } = await page.evaluate<AxeResults>('axe.run(document)')
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}\n${failureSummary}`),
    )
    expect(found, `what axe finds in ${colorScheme}`).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
  }
}
