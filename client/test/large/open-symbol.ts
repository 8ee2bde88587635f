import type { Editor } from '../harness/editor'
import { expect } from '../harness/page-test'
import { LAST } from './large-workspace'

/**
 * Opens the item of the last file by VS Code's search for symbols of the workspace.
 *
 * @param timeout milliseconds
 * @returns milliseconds from the last letter of its word until it was shown
 */
export async function openSymbol(editor: Editor, timeout: number): Promise<number> {
  const { page } = editor
  await page.keyboard.press('ControlOrMeta+t')
  await editor.type(LAST.word)
  const typed = Date.now()
  const found = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
  const item = found.filter({ hasText: LAST.word }).filter({ hasText: LAST.name })
  await expect(item).toBeVisible({ timeout })
  const took = Date.now() - typed
  await editor.press('Enter')
  await editor.waitForTab(LAST.name)
  return took
}
