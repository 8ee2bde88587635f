import { expect, type Page } from '@playwright/test'

/** A text on the screen. */
export interface FoundText {
  /** The middle of its first character, in pixels of the page. */
  readonly x: number
  readonly y: number
  /** Of its first character, and of the one behind the text on the same line: CSS colours. */
  readonly color: string
  readonly colorBehind: string | null
}

/**
 * Finds a text of one line on the screen. VS Code spreads a line over many elements, one for each colour.
 *
 * @param occurrence counted from 0, from the top
 */
export async function findOnScreen(page: Page, text: string, occurrence = 0): Promise<FoundText> {
  await expect
    .poll(() => page.evaluate(findText, { text, occurrence }), { message: `"${text}" on the screen` })
    .not.toBeNull()
  const found = await page.evaluate(findText, { text, occurrence })
  if (!found) throw new Error(`"${text}" left the screen`)
  return found
}

/** Runs in the page. */
function findText({ text, occurrence }: { text: string; occurrence: number }): FoundText | null {
  const lines = [...document.querySelectorAll<HTMLElement>('.editor-instance .lines-content .view-line')]
  lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
  let left = occurrence
  for (const line of lines) {
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' ')
    for (let start = content.indexOf(text); start >= 0; start = content.indexOf(text, start + 1)) {
      if (left > 0) {
        left -= 1
        continue
      }
      const first = characterAt(line, start)
      if (!first) continue
      const behind = characterAt(line, start + text.length)
      return { ...middleOf(first), color: colorOf(first), colorBehind: behind && colorOf(behind) }
    }
  }
  return null

  function characterAt(line: HTMLElement, offset: number): Range | null {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let before = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (offset < before + length) {
        const range = document.createRange()
        range.setStart(node, offset - before)
        range.setEnd(node, offset - before + 1)
        return range
      }
      before += length
    }
    return null
  }

  function middleOf(range: Range): { x: number; y: number } {
    const box = range.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  function colorOf(range: Range): string {
    const element = range.startContainer.parentElement
    return element ? getComputedStyle(element).color : ''
  }
}
