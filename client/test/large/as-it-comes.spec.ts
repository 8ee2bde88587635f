import { expect } from '../harness/page-test'
import { foldRow, openSpecsView, rowOf } from '../harness/specs-view'
import { framesWhile } from './frames-while'
import { LAST, TITLE, test } from './large-workspace'
import { openSymbol } from './open-symbol'

const LETTERS = 120
/** Milliseconds between two frames that would be seen as a halt, on a machine that draws without a graphics card. */
const HALT = 1000

test(`${TITLE} is open at once: one is checked and typed in while the others are read, and the last is found`, async ({
  editor,
}) => {
  const { page } = editor
  const reading = page.locator('.statusbar').getByText('Specmark: reading specifications')
  const tell = (what: string, since: number) => console.info(`${what}: ${Date.now() - since} ms`)

  await test.step('the first one is checked', async () => {
    const asked = Date.now()
    await editor.openFile('spec-00001.md')
    tell('From the key for quick open until the text is shown, the list of all files included', asked)
    const shown = Date.now()
    await expect(editor.statusBarItem('progress')).toBeVisible()
    tell('… from then until it is checked, start of the extension and the server included', shown)
    await expect(reading).toBeVisible()
  })

  await test.step('typing is smooth', async () => {
    await editor.goToEndOf(12)
    await editor.type(' See REQ-999. ')
    const meanwhile = await framesWhile(page, () => editor.type('x'.repeat(LETTERS)))
    expect(await reading.isVisible(), 'the others are still read: else the folder is too small').toBe(true)
    await editor.waitForProblem('reference/unknown')
    await editor.screenshot('large-workspace-reading', undefined, ['light'])
    const found = Date.now()
    await expect(reading).toBeHidden({ timeout: 900_000 })
    tell('From a finding in what was typed until all are read', found)
    const after = await framesWhile(page, () => editor.type('y'.repeat(LETTERS)))
    console.info(`While ${LETTERS} letters are typed and the others read: ${told(meanwhile)}`)
    console.info(`While ${LETTERS} letters are typed later: ${told(after)}`)
    expect(meanwhile.at(-1)).toBeLessThan(HALT)
  })

  await test.step('the view of all specifications finds an item of the last one', async () => {
    const rows = await openSpecsView(editor)
    await editor.runCommand('Specmark: Filter Specifications...')
    const input = page.locator('.quick-input-widget:visible input')
    await input.fill(LAST.word)
    await editor.press('Enter')
    const entered = Date.now()
    await expect(page.locator('.sidebar .message')).toContainText(`“${LAST.word}”: 1 of`)
    tell('From its word until the view has found the item', entered)
    await foldRow(rows, /^(Draft|Review|Approved|Implemented)/, true)
    await foldRow(rows, LAST.title, true)
    await foldRow(rows, 'Functional Requirements', true)
    await expect(rowOf(rows, LAST.word)).toBeVisible()
    await editor.screenshot('large-workspace-view', undefined, ['light'])
  })

  await test.step('the search for symbols finds it, once VS Code itself has read all files', async () => {
    // VS Code waits for all that it asks, and its own Markdown support begins now to read and parse every file.
    const took = await openSymbol(editor, 1_200_000)
    console.info(`From its word until the search for symbols shows the item: ${took} ms`)
  })
})

function told(frames: readonly number[]): string {
  const at = (share: number) =>
    Math.round(frames[Math.min(frames.length - 1, Math.floor(frames.length * share))] ?? 0)
  return `${frames.length} frames, half within ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, the longest ${at(1)} ms`
}
