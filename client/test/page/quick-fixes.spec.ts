import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../harness/page-test'

test.use({ fixture: 'mistakes' })

test.describe('quick fixes', () => {
  test('are behind the light bulb; one undo takes one back', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForProblem('REQ-010 is not defined')
    const line = (await editor.visibleLines()).find((one) => one.includes('REQ-010')) ?? ''
    await editor.goTo(21, line.indexOf('REQ-010') + 3)
    expect(await editor.clickLightBulb()).toEqual([
      'Change REQ-010 to REQ-001',
      'Add requirement REQ-010',
      'Disable reference/unknown for this line',
      'Disable reference/unknown for this file',
    ])
    await editor.screenshot('quick-fixes', 'MUST')
    await editor.chooseFix('Change REQ-010 to REQ-001')
    await editor.waitForLine(/\(REQ-001\)$/)
    await editor.waitForNoProblem('reference/unknown')
    await editor.press('ControlOrMeta+z')
    await editor.waitForLine(/\(REQ-010\)$/)
    await editor.waitForProblem('reference/unknown')
  })

  test('select what is left to be written, and put it in one step', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForProblem('AC-2 has no When')
    await editor.goTo(22, 9)
    expect(await editor.showFixes()).toContain('Insert “when [action]”')
    await editor.chooseFix('Insert “when [action]”')
    await editor.waitForLine(/Given a dimmed lantern, when \[action\], then it is/)
    await editor.screenshot('fix-to-fill-in', 'MUST')
    await editor.type('somebody walks under it')
    await editor.waitForLine(/Given a dimmed lantern, when somebody walks under it, then it is/)
    await editor.waitForNoProblem('AC-2 has no When')
  })
})

test('fix-all on save mends what is safe, and nothing else', async ({ editor, workspace }) => {
  const onDisk = () => readFile(join(workspace, 'lantern.md'), 'utf8')
  await editor.openFile('lantern.md')
  await editor.waitForProblem('“[✓]” is not a checkbox')
  await editor.goToEndOf(16)
  await editor.type(' It stays lit')
  await editor.press('ControlOrMeta+s')
  await editor.waitForLine(/^- \[x\] \*\*AC-1\*\*/)
  await editor.waitForLine('**Created**: 2026-02-03')
  await editor.waitForNoProblem('“[✓]” is not a checkbox')
  await expect.poll(onDisk).toContain('It stays lit')
  expect(await onDisk()).toContain('**Created**: 2026-02-03')
  await editor.screenshot('fixed-on-save', 'MUST')
  // What a person has to decide is left to them.
  await editor.waitForLine(/^- \[~\] \*\*AC-2\*\*/)
  await editor.waitForProblem('“[~]” is not a checkbox')
  await editor.press('ControlOrMeta+z')
  await editor.waitForLine('**Created**: 3 February 2026')
  await editor.waitForLine(/^- \[✓\] \*\*AC-1\*\*/)
  await editor.waitForLine(/It stays lit$/)
})

test.describe('a finding is silenced', () => {
  test('at the end of its line in a list, with the reason selected', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForProblem('requirement/vague-word')
    await editor.goTo(17, 42)
    await editor.showFixes()
    await editor.chooseFix('Disable requirement/vague-word for this line')
    await editor.waitForLine(/easy to reset\. <!-- specmark-disable-line requirement\/vague-word -- why -->$/)
    await editor.screenshot('suppression', 'MUST')
    await editor.type('asked for by the council')
    await editor.waitForLine(
      /easy to reset\. <!-- specmark-disable-line requirement\/vague-word -- asked for by the council -->$/,
    )
    await editor.waitForNoProblem('requirement/vague-word')
    await editor.waitForNoProblem('suppression/unused')
  })

  test('on the line before a paragraph, and for the whole file', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForProblem('structure/unresolved-marker')
    await test.step('the paragraph', async () => {
      await editor.goTo(10, 75)
      await editor.showFixes()
      await editor.chooseFix('Disable structure/unresolved-marker for this line')
      await editor.waitForLine('<!-- specmark-disable-next-line structure/unresolved-marker -- why -->')
      await editor.type('decided in May')
      await editor.waitForLine(
        '<!-- specmark-disable-next-line structure/unresolved-marker -- decided in May -->',
      )
      await editor.waitForNoProblem('structure/unresolved-marker')
    })
    await test.step('the file', async () => {
      await editor.goTo(18, 42)
      await editor.showFixes()
      await editor.chooseFix('Disable requirement/vague-word for this file')
      await editor.waitForLine('<!-- specmark-disable-file requirement/vague-word -- why -->')
      await editor.waitForNoProblem('requirement/vague-word')
      await editor.screenshot('suppression-of-file', 'MUST')
    })
  })
})
