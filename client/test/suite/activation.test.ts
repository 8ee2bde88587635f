import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { specmark } from './extension'
import { waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

describe('activation', () => {
  const workspace = useWorkspace('specs')

  it('happens when a Markdown file is opened', async () => {
    const { document } = await workspace.open('lantern.md')
    await waitForFindings(
      document.uri,
      'findings that nobody asked the extension for',
      ({ length }) => length > 0,
    )
    assert.equal(specmark().isActive, true)
  })

  it('never asks to be started for everything', () => {
    const events: readonly string[] = specmark().packageJSON.activationEvents
    assert.equal(events.includes('*'), false)
    assert.equal(events.includes('onStartupFinished'), false)
  })

  it('registers every command that the manifest offers', async () => {
    await specmark().activate()
    const registered = new Set(await vscode.commands.getCommands(true))
    const offered: readonly { command: string }[] = specmark().packageJSON.contributes?.commands ?? []
    const missing = offered.map(({ command }) => command).filter((command) => !registered.has(command))
    assert.deepEqual(missing, [])
  })
})
