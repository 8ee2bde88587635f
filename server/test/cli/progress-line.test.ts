import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createStatusLine } from '../../src/node/status-line'
import { createWorkspace, type Workspace } from './environment'
import { LOOSE } from './specs'

let workspace: Workspace

beforeEach(() => {
  workspace = createWorkspace()
  workspace.write(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.md`, LOOSE])))
})

afterEach(() => {
  workspace.remove()
})

/** What a run shows meanwhile, if it takes so many milliseconds a file. */
async function shownAt(pace: number): Promise<readonly string[]> {
  const shown: string[] = []
  let time = 0
  const status = { show: (text: string) => void shown.push(text), clear: () => void shown.push('') }
  await workspace.with({ status, now: () => (time += pace) }, 'check')
  return shown
}

describe('a run', () => {
  test('that is soon over shows nothing of its progress', async () => {
    expect((await shownAt(10)).filter((text) => text !== '')).toEqual([])
  })

  test('that takes longer tells how far it is from half a second on, and takes that back', async () => {
    const reading = [5, 6, 7, 8].map((done) => `Reading: ${done} of 8 files`)
    const checking = [5, 6, 7, 8].map((done) => `Checking: ${done} of 8 files`)
    expect(await shownAt(120)).toEqual([...reading, '', ...checking, ''])
  })

  test('tells it ten times a second at most', async () => {
    expect((await shownAt(60)).length).toBeLessThan(8)
  })
})

describe('a status line', () => {
  const terminal = (isTTY: boolean, columns = 12) => {
    const written: string[] = []
    return { isTTY, columns, write: (text: string) => written.push(text) > 0, written }
  }

  test('writes over itself, never wider than the terminal, and leaves nothing', () => {
    const stream = terminal(true)
    const line = createStatusLine(stream, {})
    line?.clear()
    line?.show('one')
    line?.show('two of twenty files')
    line?.clear()
    line?.clear()
    expect(stream.written).toEqual(['\r\u001B[Kone', '\r\u001B[Ktwo of twen', '\r\u001B[K'])
  })

  test('is shown where a terminal does not tell its width', () => {
    const stream = terminal(true, 0)
    createStatusLine(stream, {})?.show('one')
    expect(stream.written).toEqual(['\r\u001B[Kone'])
  })

  test('is for terminals that obey only', () => {
    expect(createStatusLine(terminal(false), {})).toBeUndefined()
    expect(createStatusLine(terminal(true), { TERM: 'dumb' })).toBeUndefined()
  })
})
