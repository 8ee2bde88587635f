import { expect, test } from '../harness/page-test'

test.describe('completion', () => {
  test('opens by itself at a bracket and names the items of the document', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(10)
    await editor.type(' See [')
    const labels = await editor.completionLabels()
    expect(labels).toEqual(expect.arrayContaining(['REQ-001', 'REQ-002', 'AC-1', 'AC-2']))
    await editor.screenshot('completion-of-ids')
    await editor.acceptCompletion('REQ-002')
    await editor.waitForLine(/See REQ-002$/)
  })

  test('offers the next free ID where an item begins', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(22)
    await editor.type('\n-')
    const labels = await editor.completionLabels()
    expect(labels[0]).toContain('AC-3')
    await editor.screenshot('next-free-id')
  })

  test('stays closed in ordinary prose', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.goToEndOf(10)
    await editor.type(' It is well-known that this - as always: works')
    await expect(editor.completionList()).toBeHidden()
  })
})
