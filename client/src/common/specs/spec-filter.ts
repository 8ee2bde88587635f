import { commands, type Disposable, window } from 'vscode'
import type { SpecFilter, SpecKind } from '../../../../server/src/lsp/protocol'
import { contextKey } from '../context-key'

/** What the view is narrowed down to. It is not kept: what hides specifications unseen would be taken for their absence. */
export interface Filtering extends Disposable {
  /** `null`: everything is shown. */
  readonly current: SpecFilter | null
  /** What is shown, for the line above the tree; `''` where that is everything. */
  words(): string
}

const EVERYTHING: SpecFilter = { text: '', openOnly: false, kind: null }

/**
 * @param kinds that the server knows
 * @param changed called when another filter was chosen
 */
export function createFiltering(kinds: () => readonly SpecKind[], changed: () => void): Filtering {
  const setFiltered = contextKey<boolean>('specmark.specs.isFiltered')
  const setOpenOnly = contextKey<boolean>('specmark.specs.openOnly')
  let filter = EVERYTHING

  function set(change: Partial<SpecFilter>): void {
    filter = { ...filter, ...change }
    setFiltered(current() !== null)
    setOpenOnly(filter.openOnly)
    changed()
  }

  function current(): SpecFilter | null {
    const { text, openOnly, kind } = filter
    return text === '' && !openOnly && kind === null ? null : filter
  }

  const labelOf = (kind: string) => kinds().find((one) => one.kind === kind)?.label ?? kind

  async function askText(): Promise<void> {
    const text = await window.showInputBox({
      title: 'Filter Specifications',
      prompt: 'Words of a title, an ID, a file name, a heading or an item. Nothing: all of them.',
      value: filter.text,
    })
    if (text !== undefined) set({ text: text.trim() })
  }

  async function askKind(): Promise<void> {
    const items = [
      { label: 'All kinds', role: null },
      ...kinds().map(({ kind, label }) => ({ label, role: kind })),
    ]
    const picked = await window.showQuickPick(items, { title: 'Show Items of One Kind' })
    if (picked !== undefined) set({ kind: picked.role })
  }

  const registered = [
    commands.registerCommand('specmark.specs.filter', askText),
    commands.registerCommand('specmark.specs.filterByKind', askKind),
    commands.registerCommand('specmark.specs.showOpenOnly', () => set({ openOnly: true })),
    commands.registerCommand('specmark.specs.showDoneToo', () => set({ openOnly: false })),
    commands.registerCommand('specmark.specs.clearFilter', () => set(EVERYTHING)),
  ]
  return {
    get current() {
      return current()
    },
    words() {
      const { text, openOnly, kind } = filter
      const parts = [
        text === '' ? undefined : `“${text}”`,
        openOnly ? 'open only' : undefined,
        kind === null ? undefined : labelOf(kind).toLowerCase(),
      ]
      return parts.filter((part) => part !== undefined).join(' · ')
    },
    dispose() {
      for (const command of registered) command.dispose()
    },
  }
}
