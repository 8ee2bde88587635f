import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { artifactsFolder } from '../../../scripts/lib/paths.mjs'
import { focusRow } from './focus-row'
import { QuickFixes } from './quick-fixes'
import { type FoundText, findOnScreen } from './text-position'

const extensionId = 'specmark.specmark-vscode'

/** The default themes of VS Code, by what the window's class says of them. */
const themes = {
  light: { name: 'Default Light Modern', shown: /\bvscode-theme-defaults-themes-light_modern-json\b/ },
  dark: { name: 'Default Dark Modern', shown: /\bvscode-theme-defaults-themes-dark_modern-json\b/ },
  contrast: { name: 'Default High Contrast', shown: /\bvscode-theme-defaults-themes-hc_black-json\b/ },
} as const

export type Theme = keyof typeof themes

/**
 * A VS Code window as a person uses it: keys, mouse and what is on the screen. Nothing here sleeps or calls into the
 * extension.
 */
export class Editor {
  readonly fixes: QuickFixes

  private constructor(
    readonly page: Page,
    /** Absolute path of the opened folder. */
    readonly workspace: string,
  ) {
    this.fixes = new QuickFixes(page)
  }

  /** Opens a window and waits until its interface answers. */
  static async open(page: Page, url: string, workspace: string): Promise<Editor> {
    await page.goto(url)
    const editor = new Editor(page, workspace)
    // The welcome page opens late and takes the focus, which closes whatever was opened by a key before.
    const welcome = page.locator('.gettingStartedContainer')
    await expect(welcome).toBeVisible({ timeout: 40_000 })
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.press('ControlOrMeta+w')
    await expect(welcome).toBeHidden()
    return editor
  }

  /** Opens a file of the folder through quick open, and waits for its text. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path
    // Whatever else of a new window takes the focus, closes the list.
    await expect(async () => {
      if (!(await this.quickInput().isVisible())) await this.page.keyboard.press('ControlOrMeta+p')
      await this.quickInput().fill(path, { timeout: 2_000 })
      await expect(this.quickPicks().first().locator('.label-name')).toHaveText(name, { timeout: 3_000 })
    }).toPass({ timeout: 30_000 })
    await this.page.keyboard.press('Enter')
    await expect(this.page.locator(`.tab.active[data-resource-name="${name}"]`)).toBeVisible()
    await expect(this.textArea()).toBeFocused()
    await expect(this.lines().first()).toBeVisible()
  }

  /** Opens an empty document that has no file, in a language. */
  async openUntitled(language: string): Promise<void> {
    await this.runCommand('File: New Untitled Text File')
    await expect(this.textArea()).toBeFocused()
    const found = this.quickPicks().filter({ has: this.page.getByText(language, { exact: true }) })
    // Whatever else of a new window takes the focus closes the list, and what is typed goes elsewhere.
    await expect(async () => {
      if (!(await this.quickInput().isVisible())) await this.runCommand('Change Language Mode')
      await this.quickInput().fill(language, { timeout: 2_000 })
      await expect(found.first()).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
    await focusRow(this.quickPicks(), language)
    await this.page.keyboard.press('Enter')
    await expect(this.statusBarItem('status.editor.mode')).toContainText(language)
    await expect(this.textArea()).toBeFocused()
  }

  /** Runs a command by its title, as the command palette shows it: `Category: Title`. */
  async runCommand(title: string): Promise<void> {
    const found = this.quickPicks().filter({
      has: this.page.locator('.label-name').getByText(title, { exact: true }),
    })
    let isOpened = false
    // A palette that is opened before the extensions are known never lists their commands.
    await expect(async () => {
      if (isOpened) await this.page.keyboard.press('Escape')
      isOpened = true
      await this.page.keyboard.press('F1')
      await expect(this.quickInput()).toHaveValue('>')
      await this.page.keyboard.type(title)
      await expect(found.first()).toBeVisible({ timeout: 10_000 })
    }).toPass({ timeout: 60_000 })
    await focusRow(this.quickPicks(), title)
    await this.page.keyboard.press('Enter')
  }

  /** Puts the cursor at a place. Lines and columns are counted from 1, as the status bar shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+g')
    await expect(this.quickInput()).toHaveValue(':')
    await this.page.keyboard.type(`${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await expect(this.textArea()).toBeFocused()
    await expect(this.statusBarItem('status.editor.selection')).toContainText(`Ln ${line}, Col ${column}`)
  }

  /** Waits until a file is the active one, and its text has the keyboard. */
  async waitForTab(name: string): Promise<void> {
    await expect(this.page.locator(`.tab.active[data-resource-name="${name}"]`)).toBeVisible()
    await expect(this.textArea()).toBeFocused()
  }

  /** Waits until a file is the active one, with the cursor at a place, both as `goTo` counts. */
  async waitForPlace(name: string, line: number, column: number): Promise<void> {
    await expect(this.page.locator(`.tab.active[data-resource-name="${name}"]`)).toBeVisible()
    await expect(this.statusBarItem('status.editor.selection')).toContainText(`Ln ${line}, Col ${column}`)
  }

  async goToEndOf(line: number): Promise<void> {
    await this.goTo(line)
    // In a wrapped line, the first goes to the end of what is shown as a line.
    await this.press('End', 'End')
  }

  /**
   * Types into whatever has the focus, key by key. After each key the window draws: keys that come faster reach VS Code
   * as one pasted text, which closes no bracket and asks for no completion.
   */
  async type(text: string): Promise<void> {
    for (const character of text) {
      await this.page.keyboard.type(character)
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The lines on the screen, from the top, with ordinary spaces. */
  async visibleLines(): Promise<readonly string[]> {
    const lines = await this.lines().evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat((element as HTMLElement).style.top),
          text: element.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    )
    return lines.map((line) => line.replaceAll('\u00a0', ' '))
  }

  /** Waits until a line on the screen is this text, or matches it. */
  async waitForLine(text: string | RegExp): Promise<void> {
    const expected = typeof text === 'string' ? text : expect.stringMatching(text)
    await expect.poll(() => this.visibleLines(), { message: `a line ${text}` }).toContainEqual(expected)
  }

  /** Shows the problems panel and waits for a finding whose message or rule holds a text. */
  async waitForProblem(text: string | RegExp): Promise<Locator> {
    const row = (await this.showProblems()).filter({ hasText: text }).first()
    await expect(row).toBeVisible()
    return row
  }

  /** Shows the problems panel and waits until no finding holds a text. */
  async waitForNoProblem(text: string | RegExp): Promise<void> {
    await expect((await this.showProblems()).filter({ hasText: text })).toHaveCount(0)
  }

  /** The rows of the problems panel, which this opens. The focus goes back to the text. */
  async showProblems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel')
    if (!(await panel.isVisible())) {
      await this.page.keyboard.press('ControlOrMeta+Shift+m')
      await expect(panel).toBeVisible()
      await this.focusText()
    }
    return panel.locator('.monaco-list-row')
  }

  /** Underlines in the text, of one severity. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.editor-instance .view-overlays .squiggly-${severity}`)
  }

  /** A status bar entry of the extension by the id it was made with; of VS Code itself by its full id. */
  statusBarItem(id: string): Locator {
    return this.page.locator(`.statusbar [id="${id}"], .statusbar [id="${extensionId}.${id}"]`)
  }

  /** What the status bar shows of the extension under an id. */
  async statusBarText(id: string): Promise<string> {
    const item = this.statusBarItem(id)
    await expect(item).toBeVisible()
    return ((await item.textContent()) ?? '').trim()
  }

  /** Opens what `{}` beside the language mode has to say, and gives the line that begins with a name. */
  async showLanguageStatus(name: string): Promise<Locator> {
    const shown = this.page
      .locator('.monaco-hover:not(.hidden) .hover-language-status')
      .filter({ hasText: new RegExp(`^${name}`) })
    await expect(async () => {
      // VS Code shows it when the mouse comes in: one that is there already waits for ever.
      await this.page.mouse.move(250, 10)
      await this.statusBarItem('status.languageStatus').hover()
      await expect(shown).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 45_000 })
    return shown
  }

  /** What VS Code tells in the corner of the window. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text })
  }

  /** Every status bar entry of the extension, whatever its id. */
  ownStatusBarItems(): Locator {
    return this.page.locator(`.statusbar [id^="${extensionId}"]`)
  }

  /** Waits for the completion list and gives the labels that it shows, from the top. */
  async completionLabels(): Promise<readonly string[]> {
    const list = this.completionList()
    await expect(list).toBeVisible()
    await expect(list.locator('.monaco-list-row').first()).toBeVisible()
    return list.locator('.monaco-list-row .label-name').allTextContents()
  }

  /** Takes a completion by its label, by going down to it and pressing Enter. */
  async acceptCompletion(label: string): Promise<void> {
    await focusRow(this.completionList().locator('.monaco-list-row'), label)
    await this.page.keyboard.press('Enter')
    await expect(this.completionList()).toBeHidden()
  }

  completionList(): Locator {
    return this.page.locator('.suggest-widget.visible')
  }

  /**
   * Rests the mouse on a text in the editor until what pops up holds another text. Lenses that appear move the lines, so
   * the place is looked up again for each try.
   *
   * @param occurrence which of equal texts on the screen, from 0
   */
  async hover(text: string, shown: string | RegExp, occurrence = 0): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first()
    await expect(async () => {
      const { x, y } = await this.find(text, occurrence)
      await this.page.mouse.move(x + 40, y + 120)
      await this.page.mouse.move(x, y, { steps: 4 })
      await expect(hover).toContainText(shown, { timeout: 3_000 })
    }).toPass({ timeout: 45_000 })
    return hover
  }

  /** Moves the mouse to the first character of a text in the editor. */
  async pointAt(text: string, occurrence = 0): Promise<void> {
    const { x, y } = await this.find(text, occurrence)
    await this.page.mouse.move(x, y, { steps: 4 })
  }

  /** The titles of the code lenses on the screen, from the top. */
  async codeLenses(): Promise<readonly string[]> {
    return this.page.locator('.codelens-decoration a').allTextContents()
  }

  /** The titles of the list that asks something, from the top, and what stands above it. */
  async quickPick(title: string | RegExp): Promise<readonly string[]> {
    await expect(this.page.locator('.quick-input-widget:visible .quick-input-title')).toHaveText(title)
    return this.quickPicks().locator('.label-name').allTextContents()
  }

  /** What a preview shows: a page in a page in the window. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
  }

  /** Clicks the code lens with this very title: one with more words, such as `Untick AC-2`, may still be there from before. */
  async clickCodeLens(title: string | RegExp): Promise<void> {
    await this.page.locator('.codelens-decoration a').getByText(title, { exact: true }).first().click()
  }

  /** A text in the editor: where it is, and its colours. */
  async find(text: string, occurrence = 0): Promise<FoundText> {
    return findOnScreen(this.page, text, occurrence)
  }

  /** Waits until a text has another colour than what follows it on its line. */
  async waitForColor(text: string, occurrence = 0, timeout = 45_000): Promise<void> {
    await expect(async () => {
      const { color, colorBehind } = await this.find(text, occurrence)
      expect(colorBehind, `what follows "${text}"`).not.toBeNull()
      expect(color, `the colour of "${text}"`).not.toBe(colorBehind)
    }).toPass({ timeout })
  }

  /** Changes the colour theme and nothing else, without taking the focus: lists and hovers stay open. */
  async setTheme(theme: Theme): Promise<void> {
    const { name, shown } = themes[theme]
    await this.setSettings({ 'workbench.colorTheme': name })
    await expect(this.page.locator('.monaco-workbench')).toHaveClass(shown)
  }

  /** Sets these in the folder; what was set there before stays. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const folder = join(this.workspace, '.vscode')
    await mkdir(folder, { recursive: true })
    const file = join(folder, 'settings.json')
    const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
    await writeFile(file, JSON.stringify({ ...before, ...settings }))
  }

  /**
   * Keeps what is on the screen as `test-artifacts/screenshots/NAME-light.png` and `NAME-dark.png`.
   *
   * @param colored a word that the server colours: in a new theme VS Code asks for these colours again
   * @param shown in place of light and dark
   */
  async screenshot(
    name: string,
    colored?: string,
    shown: readonly Theme[] = ['light', 'dark'],
  ): Promise<void> {
    for (const theme of shown) {
      await this.saveScreenshot(join(artifactsFolder, 'screenshots', `${name}-${theme}.png`), theme, colored)
    }
  }

  async saveScreenshot(path: string, theme: Theme, colored?: string): Promise<void> {
    await this.setTheme(theme)
    if (colored) await this.waitForColorIn(theme, colored)
    await this.page.screenshot({ path, animations: 'disabled', caret: 'initial' })
  }

  /**
   * What has changed since the last colours is no answer any more once the theme is another: VS Code throws it away if it was
   * on its way, and has no colours until it asks again, as it does for the next theme.
   */
  private async waitForColorIn(theme: Theme, colored: string): Promise<void> {
    await this.waitForColor(colored, 0, 10_000).catch(async () => {
      await this.setTheme(theme === 'light' ? 'dark' : 'light')
      await this.setTheme(theme)
      await this.waitForColor(colored)
    })
  }

  /** Saves the file in the editor by its key, and gives what it then holds on the disk. `path` is relative to the folder. */
  async savedText(path: string): Promise<string> {
    await this.page.keyboard.press('ControlOrMeta+s')
    await expect(this.page.locator('.tab.active.dirty')).toHaveCount(0)
    return readFile(join(this.workspace, path), 'utf8')
  }

  /** Gives the keyboard back to the text. */
  async focusText(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+1')
    await expect(this.textArea()).toBeFocused()
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input')
  }

  private quickPicks(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
  }

  private lines(): Locator {
    return this.page.locator('.editor-instance .view-line')
  }

  private textArea(): Locator {
    return this.page.locator(
      '.editor-instance .monaco-editor .native-edit-context, .editor-instance .monaco-editor textarea.inputarea',
    )
  }
}
