import { expect, test } from '../harness/page-test'

test.describe('hover', () => {
  test('on a mention of an ID tells its text and what answers it', async ({ editor }) => {
    await editor.openFile('lantern.md')
    const hover = await editor.hover('REQ-001', 'The lantern MUST dim to half after two minutes', 1)
    await expect(hover).toContainText('AC-1')
    await editor.screenshot('hover', 'MUST')
  })
})
