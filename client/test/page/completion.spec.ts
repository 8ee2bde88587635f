import { expect, test } from '../harness/page-test'

// Each test waits for a colour of the server's: until it answers, VS Code knows no characters that ask for completion.
test.describe('completion', () => {
  test('opens by itself at a bracket and names the items of the document', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForColor('MUST')
    await editor.goToEndOf(10)
    await editor.type(' See [')
    const labels = await editor.completionLabels()
    expect(labels).toEqual(expect.arrayContaining(['REQ-001', 'REQ-002', 'AC-1', 'AC-2']))
    await editor.screenshot('completion-of-ids', 'MUST')
    await editor.acceptCompletion('REQ-002')
    await editor.waitForLine(/See REQ-002$/)
  })

  test('offers the next free ID where an item begins, and nothing in ordinary prose', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForColor('MUST')
    for (const words of [' A well -', ' and not *', ' are as always:']) {
      await test.step(`“${words}”`, async () => {
        await editor.goToEndOf(10)
        await editor.type(words)
        // The server answers in order: a hover asked for after these keys has their completion before it.
        await editor.hover('REQ-001', 'The lantern MUST dim', 1)
        await expect(editor.completionList()).toBeHidden()
      })
    }
    await test.step('a criterion, with the blank behind the dash', async () => {
      await editor.goTo(23)
      await editor.type('- ')
      const labels = await editor.completionLabels()
      expect(labels[0]).toContain('AC-3')
      await editor.screenshot('next-free-id', 'MUST')
    })
    await test.step('a requirement, with a dash where the others have numbers', async () => {
      await editor.goTo(18)
      await editor.type('- ')
      const labels = await editor.completionLabels()
      expect(labels[0]).toContain('REQ-003')
    })
  })

  test('opens by itself for the values of a field, and of a table column', async ({ editor }) => {
    await editor.openFile('harbour.md')
    await editor.waitForColor('MUST')
    await test.step('a status', async () => {
      await editor.goToEndOf(4)
      await editor.press('Backspace')
      await editor.type(': ')
      expect(await editor.completionLabels()).toContain('Approved')
      await editor.screenshot('completion-of-status', 'MUST')
      await editor.acceptCompletion('Approved')
      await editor.waitForLine('**Status**: Approved')
    })
    await test.step('a column of a table', async () => {
      await editor.goToEndOf(18)
      await editor.type(' |')
      expect(await editor.completionLabels()).toEqual(['High', 'Med', 'Low'])
      await editor.screenshot('completion-in-table', 'MUST')
      await editor.acceptCompletion('Med')
      await editor.waitForLine(/^\| Fog that lasts for days \| Med/)
    })
  })
})
