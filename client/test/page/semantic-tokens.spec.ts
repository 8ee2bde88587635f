import { expect, test } from '../harness/page-test'

test.describe('semantic tokens', () => {
  test('have colours of their own in the default dark theme, and in the light one after a change', async ({
    editor,
  }) => {
    await editor.setTheme('dark')
    await editor.openFile('lantern.md')
    for (const theme of ['dark', 'light'] as const) {
      await editor.setTheme(theme)
      await editor.waitForColor('MUST')
      const plain = await editor.find('Lanterns dim')
      const words: readonly (readonly [text: string, occurrence: number])[] = [
        ['MUST', 0],
        ['Given', 0],
        ['when ', 1],
        ['then ', 0],
        ['Draft', 0],
        // The text of what is ticked.
        ['dark street', 0],
        // The first mention of it behind its definition.
        ['REQ-001', 1],
      ]
      for (const [text, occurrence] of words) {
        const { color } = await editor.find(text, occurrence)
        expect(color, `${text} in the ${theme} theme`).not.toBe(plain.color)
      }
      const open = await editor.find('dimmed lantern')
      expect(open.color, `the text of an open item in the ${theme} theme`).toBe(plain.color)
    }
    await test.step('an ID that nothing defines, as soon as it is typed', async () => {
      await editor.goToEndOf(10)
      await editor.type(' See REQ-009 too')
      await editor.waitForColor('REQ-009')
      const [dead, alive] = [await editor.find('REQ-009'), await editor.find('REQ-001')]
      expect(dead.color).not.toBe(alive.color)
    })
  })
})
