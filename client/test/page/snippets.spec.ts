import { expect, test } from '../harness/page-test'

test.describe('snippets', () => {
  test('`spec` gives the whole template in an empty, untitled Markdown document', async ({ editor }) => {
    await editor.openUntitled('Markdown')
    await editor.type('spec')
    await editor.press('Control+Space')
    await editor.acceptCompletion('spec')
    await editor.waitForLine('# Specification: [Feature/Task Name]')
    const today = new Date()
    const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    const written = date.map((number) => String(number).padStart(2, '0')).join('-')
    await editor.waitForLine(new RegExp(`^\\*\\*ID\\*\\*: SPEC-${written}-001`))
    await editor.type('Lantern dimming')
    await editor.waitForLine('# Specification: Lantern dimming')
    await editor.screenshot('snippet', 'MUST')
    await expect(editor.statusBarItem('status.editor.selection')).toContainText('Ln 1')
  })
})
