import { expect, type Page } from '@playwright/test'

/**
 * Finds a text of one line on the screen and gives the middle of its first character, in pixels of the page. VS Code
 * spreads a line over many elements, one for each colour.
 *
 * @param occurrence counted from 0, from the top
 */
export async function pointAt(page: Page, text: string, occurrence = 0): Promise<{ x: number; y: number }> {
  await expect
    .poll(() => page.evaluate(findText, { text, occurrence }), { message: `"${text}" on the screen` })
    .not.toBeNull()
  const point = await page.evaluate(findText, { text, occurrence })
  if (!point) throw new Error(`"${text}" left the screen`)
  return point
}

/** Runs in the page. */
function findText({
  text,
  occurrence,
}: {
  text: string
  occurrence: number
}): { x: number; y: number } | null {
  const lines = [...document.querySelectorAll<HTMLElement>('.editor-instance .view-line')]
  lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
  let left = occurrence
  for (const line of lines) {
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' ')
    for (let start = content.indexOf(text); start >= 0; start = content.indexOf(text, start + 1)) {
      if (left > 0) {
        left -= 1
        continue
      }
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let before = 0
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (start < before + length) {
          const range = document.createRange()
          range.setStart(node, start - before)
          range.setEnd(node, start - before + 1)
          const box = range.getBoundingClientRect()
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        }
        before += length
      }
    }
  }
  return null
}
