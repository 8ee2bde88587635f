import { expect } from '../harness/page-test'
import { TITLE, test } from './large-workspace'
import { openSymbol } from './open-symbol'

/** Milliseconds in which a person would not think that nothing is found. */
const PATIENCE = 5000

// VS Code shows the symbols of all extensions when the last has answered, and its own Markdown support needs minutes for its
// answer: only without it can be seen what Specmark's takes.
test.use({ without: ['markdown-language-features'] })

test(`${TITLE} is searched for symbols, where nothing but Specmark is asked`, async ({ editor }) => {
  const reading = editor.page.locator('.statusbar').getByText('Specmark: reading specifications')
  await editor.openFile('spec-00001.md')
  await expect(reading).toBeVisible()
  await expect(reading).toBeHidden({ timeout: 900_000 })
  const took = await openSymbol(editor, 600_000)
  console.info(`From its word until the search for symbols shows the item, without VS Code's own: ${took} ms`)
  expect(took).toBeLessThan(PATIENCE)
})
