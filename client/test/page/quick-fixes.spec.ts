import { expect, test } from '../harness/page-test'

test.use({ fixture: 'mistakes' })

test.describe('quick fixes', () => {
  test('are behind the light bulb; one undo takes one back', async ({ editor }) => {
    await editor.openFile('lantern.md')
    await editor.waitForProblem('REQ-010 is not defined')
    await editor.goTo(21, 109)
    expect(await editor.fixes.clickLightBulb()).toEqual([
      'Change REQ-010 to REQ-001',
      'Add requirement REQ-010',
      'Disable reference/unknown for this line',
      'Disable reference/unknown for this file',
    ])
    await editor.screenshot('quick-fixes', 'MUST')
    await editor.fixes.choose('Change REQ-010 to REQ-001')
    await editor.waitForLine(/\(REQ-001\)$/)
    await editor.waitForNoProblem('reference/unknown')
    await editor.press('ControlOrMeta+z')
    await editor.waitForLine(/\(REQ-010\)$/)
    await editor.waitForProblem('reference/unknown')

    await test.step('one that leaves something to be written selects it', async () => {
      await editor.goTo(22, 9)
      expect(await editor.fixes.show()).toContain('Insert “when [action]”')
      await editor.fixes.choose('Insert “when [action]”')
      await editor.waitForLine(/Given a dimmed lantern, when \[action\], then it is/)
      await editor.screenshot('fix-to-fill-in', 'MUST')
      await editor.type('somebody walks under it')
      await editor.waitForLine(/Given a dimmed lantern, when somebody walks under it, then it is/)
      await editor.waitForNoProblem('AC-2 has no When')
    })
  })
})

test('fix-all on save mends what is safe, and nothing else', async ({ editor }) => {
  await editor.openFile('lantern.md')
  await editor.waitForProblem('“[✓]” is not a checkbox')
  await editor.goToEndOf(16)
  await editor.type(' Dusk')
  const text = await editor.savedText('lantern.md')
  expect(text).toContain('without movement. Dusk\n')
  expect(text).toContain('**Created**: 2026-02-03\n')
  expect(text).toContain('- [x] **AC-1**')
  await editor.waitForNoProblem('“[✓]” is not a checkbox')
  await editor.screenshot('fixed-on-save', 'MUST')
  await test.step('what a person has to decide is left to them', async () => {
    expect(text).toContain('- [~] **AC-2**')
    await editor.waitForProblem('“[~]” is not a checkbox')
  })
  await test.step('one undo takes it back, and not what was typed', async () => {
    await editor.press('ControlOrMeta+z')
    await editor.waitForLine('**Created**: 3 February 2026')
    await editor.waitForLine(/^- \[✓\] \*\*AC-1\*\*/)
    await editor.waitForLine(/Dusk$/)
  })
})

test('findings are silenced by a comment, with the place for the reason selected', async ({ editor }) => {
  await editor.openFile('lantern.md')
  await editor.waitForProblem('requirement/vague-word')
  const silence = async (line: number, column: number, title: string) => {
    await editor.goTo(line, column)
    await editor.fixes.show()
    await editor.fixes.choose(title)
  }

  await test.step('at the end of an item', async () => {
    await silence(17, 42, 'Disable requirement/vague-word for this line')
    await editor.waitForLine(/-- why -->$/)
    await editor.screenshot('suppression', 'MUST')
    await editor.type('asked for by the council')
    await editor.waitForLine(/-- asked for by the council -->$/)
    await editor.waitForNoProblem('requirement/vague-word')
    await editor.waitForNoProblem('suppression/unused')
  })
  await test.step('on the line before a paragraph', async () => {
    await silence(10, 75, 'Disable structure/unresolved-marker for this line')
    await editor.waitForLine('<!-- specmark-disable-next-line structure/unresolved-marker -- why -->')
    await editor.type('decided in May')
    await editor.waitForLine(
      '<!-- specmark-disable-next-line structure/unresolved-marker -- decided in May -->',
    )
    await editor.waitForNoProblem('structure/unresolved-marker')
  })
  await test.step('for the whole file', async () => {
    await silence(22, 109, 'Disable reference/unknown for this file')
    await editor.waitForLine('<!-- specmark-disable-file reference/unknown -- why -->')
    await editor.waitForNoProblem('reference/unknown')
    await editor.screenshot('suppression-of-file', 'MUST')
  })
  const text = await editor.savedText('lantern.md')
  expect(text).toContain(
    'easy to reset. <!-- specmark-disable-line requirement/vague-word -- asked for by the council -->\n',
  )
})
