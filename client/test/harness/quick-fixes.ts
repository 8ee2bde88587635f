import { expect, type Locator, type Page } from '@playwright/test'
import { focusRow } from './focus-row'

/** What VS Code offers to do at the cursor, as a menu. */
export class QuickFixes {
  private readonly menu: Locator

  constructor(private readonly page: Page) {
    this.menu = page.locator('.action-widget')
  }

  /** Clicks the light bulb, and gives the titles of what it offers, from the top. */
  async clickLightBulb(): Promise<readonly string[]> {
    await this.page.locator('.lightBulbWidget:visible, .codicon-gutter-lightbulb:visible').first().click()
    await expect(this.titles().first()).toBeVisible()
    return this.titles().allTextContents()
  }

  /** Asks by their key, and gives the titles of what is offered, from the top. */
  async show(): Promise<readonly string[]> {
    const offered = this.titles().first()
    const nothing = this.page.locator('.monaco-editor-overlaymessage')
    await this.page.keyboard.press('ControlOrMeta+.')
    await expect(offered.or(nothing).first()).toBeVisible()
    // A finding that comes while VS Code waits for an answer makes it say that there is nothing. Not pressed again unless it
    // said so: the same key accepts what an open menu offers first.
    while (!(await offered.isVisible())) {
      await this.page.keyboard.press('Escape')
      await expect(nothing).toBeHidden()
      await this.page.keyboard.press('ControlOrMeta+.')
      await expect(offered.or(nothing).first()).toBeVisible()
    }
    return this.titles().allTextContents()
  }

  /** Chooses by its title; the text has the keyboard again. */
  async choose(title: string): Promise<void> {
    await focusRow(this.menu.locator('.monaco-list-row.action'), title)
    await this.page.keyboard.press('Enter')
    await expect(this.menu).toBeHidden()
  }

  private titles(): Locator {
    return this.menu.locator('.monaco-list-row.action .title')
  }
}
