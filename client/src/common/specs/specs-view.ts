import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  type TreeDataProvider,
  TreeItemCheckboxState,
  Uri,
  window,
  workspace,
} from 'vscode'
import {
  type FollowSpecsParams,
  METHODS,
  type SpecFilter,
  type SpecInside,
  type SpecInsideParams,
  type SpecKind,
  type SpecNode,
  type SpecsChange,
  type SpecsFollowed,
} from '../../../../server/src/lsp/protocol'
import { contextKey } from '../context-key'
import type { ServerSession } from '../server-session'
import { toggleCheckbox } from '../toggle-checkbox'
import { inert } from '../words'
import { registerRowCommands } from './spec-actions'
import { decorateSpecs } from './spec-decorations'
import { createFiltering } from './spec-filter'
import { itemOf, specTooltip } from './spec-items'
import { createSpecList, type Grouping, type NodeElement, type SpecsElement } from './spec-list'

const VIEW = 'specmark.specs'
const GROUPINGS: readonly Grouping[] = ['status', 'folder', 'none']
/** Where the choice is kept, for each workspace. */
const GROUPING_KEY = 'specs.grouping'

/** What the manifest knows of the view, by the context key of its name. */
type ViewState = 'reading' | 'some' | 'none' | 'stopped'

/** The tree of all specs. What the server tells of them comes through `tell`. */
export interface SpecsView extends Disposable {
  tell(change: SpecsChange): void
  tellErrors(count: number): void
}

export function showSpecs(
  context: ExtensionContext,
  session: ServerSession,
  log: LogOutputChannel,
): SpecsView {
  const specs = createSpecList(folderOf)
  const changed = new EventEmitter<SpecsElement | SpecsElement[] | undefined>()
  const setState = contextKey<ViewState>(VIEW)
  const setGrouping = contextKey<Grouping>('specmark.specs.grouping')
  let kinds: readonly SpecKind[] = []
  let isFollowing = false
  /** There are none at all, with or without a filter. */
  let total = 0
  let waiting: { readonly first: Promise<void>; readonly done: () => void } | undefined
  /** By what the server told last; `undefined` where it may have taken up another filter since. */
  let told: SpecFilter | null | undefined
  /** The server is gone, or did not answer: nothing is waited for until it runs again. */
  let isStopped = false

  const provider: TreeDataProvider<SpecsElement> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (element) => itemOf(element, specs.count ?? 0),
    async getChildren(element) {
      if (element === undefined) {
        if (specs.count === undefined && !isStopped) await firstTold()
        return [...specs.roots()]
      }
      switch (element.kind) {
        case 'questions':
          return [...specs.asking()]
        case 'group':
          return [...element.specs]
        case 'asking':
          return questionsOf(element.spec.uri)
        case 'spec':
          return nodesOf(element.uri, (await inside(element.uri)).nodes)
        case 'node':
          return nodesOf(element.uri, element.node.children)
        case 'question':
          return []
      }
    },
    resolveTreeItem(item, element) {
      if (element.kind === 'spec') item.tooltip = specTooltip(element)
      return item
    },
  }
  const view = window.createTreeView(VIEW, {
    treeDataProvider: provider,
    showCollapseAll: true,
    // A parent is not ticked with its children: its own box says what its author has put there.
    manageCheckboxStateManually: true,
  })

  function firstTold(): Promise<void> {
    if (waiting === undefined) {
      let done = () => {}
      const first = new Promise<void>((resolve) => {
        done = resolve
      })
      waiting = { first, done }
    }
    return waiting.first
  }

  function endWaiting(): void {
    waiting?.done()
    waiting = undefined
  }

  /** Shows the welcome text with the way out: VS Code shows none where the view has a message. */
  function stop(): void {
    isStopped = true
    isFollowing = false
    view.message = ''
    setState('stopped')
    specs.clear()
    showBadge(0)
    endWaiting()
  }

  async function inside(uri: string): Promise<SpecInside> {
    const client = await session.client()
    const params: SpecInsideParams = { uri }
    const answer = await client.sendRequest<SpecInside | null>(METHODS.specInside, params)
    return answer ?? { nodes: [], questions: [] }
  }

  async function questionsOf(uri: string): Promise<SpecsElement[]> {
    const { questions } = await inside(uri)
    return questions.map((question, place) => ({ kind: 'question', uri, place, question }))
  }

  async function follow(): Promise<void> {
    if (isFollowing || !view.visible || session.state.kind !== 'running') return
    isFollowing = true
    const filter = filtering.current
    try {
      const client = await session.client()
      const params: FollowSpecsParams = { goOn: specs.count !== undefined && filter === told, filter }
      told = undefined
      const followed = await client.sendRequest<SpecsFollowed>(METHODS.followSpecs, params)
      // Another filter was chosen meanwhile, and is being asked for.
      if (filter !== filtering.current) return
      told = filter
      kinds = followed.kinds
      apply(followed)
    } catch (error) {
      log.error(`Asking for the specifications: ${String(error)}`)
      if (filter !== filtering.current) return
      isFollowing = false
      if (!isStarting()) stop()
    }
  }

  /** After a crash: once it runs it is asked again. */
  const isStarting = () => session.state.kind === 'starting'

  /** The list is by another filter now. */
  async function followAnew(): Promise<void> {
    isFollowing = false
    await follow()
  }

  async function unfollow(): Promise<void> {
    if (!isFollowing) return
    isFollowing = false
    await (await session.client()).sendNotification(METHODS.unfollowSpecs)
  }

  function apply(change: SpecsChange): void {
    isStopped = false
    specs.apply(change)
    endWaiting()
    total = change.total
    const state: ViewState = total > 0 ? 'some' : specs.isReading ? 'reading' : 'none'
    setState(state)
    view.message = messageFor(state)
    showBadge(change.withErrors)
  }

  function messageFor(state: ViewState): string {
    if (state === 'reading') return 'Reading the files of the workspace …'
    const words = filtering.words()
    if (state !== 'some' || words === '') return ''
    return specs.count === 0 ? `Nothing matches ${words}` : `${words}: ${specs.count} of ${total}`
  }

  function showBadge(count: number): void {
    const tooltip = count === 1 ? '1 specification with errors' : `${count} specifications with errors`
    view.badge = count === 0 ? undefined : { value: count, tooltip }
  }

  function group(by: Grouping): void {
    specs.grouping = by
    setGrouping(by)
    void context.workspaceState.update(GROUPING_KEY, by)
  }

  const filtering = createFiltering(
    () => kinds,
    () => void followAnew(),
  )
  const kept = context.workspaceState.get(GROUPING_KEY)
  group(GROUPINGS.find((one) => one === kept) ?? 'status')
  const subscriptions: Disposable[] = [
    view,
    changed,
    filtering,
    decorateSpecs(specs),
    specs.onDidChange((rows) => changed.fire(rows && [...rows])),
    view.onDidChangeVisibility(({ visible }) => {
      const done = visible ? follow() : unfollow()
      done.catch((error: unknown) => log.debug(`The view of specifications: ${String(error)}`))
    }),
    session.onDidChangeState(({ kind }) => {
      if (kind === 'stopped') {
        stop()
        return
      }
      isStopped = false
      if (kind === 'running') void follow()
      else {
        setState('reading')
        view.message = ''
        // What was told came from a server that is gone.
        isFollowing = false
        specs.clear()
        showBadge(0)
      }
    }),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [element, state] of items) {
        const isChecked = state === TreeItemCheckboxState.Checked
        if (element.kind === 'node' && element.node.box?.checked !== isChecked)
          void telling(() => toggle(element))
      }
    }),
    ...registerRowCommands(session, toggle, telling),
    ...GROUPINGS.map((by) => commands.registerCommand(`specmark.specs.groupBy.${by}`, () => group(by))),
  ]

  async function toggle({ uri, node }: NodeElement): Promise<void> {
    if (node.box === null) return
    let isDone = false
    try {
      const { position, mark } = node.box
      isDone = await toggleCheckbox(await session.client(), Uri.parse(uri), position, mark)
    } finally {
      // The row shows a tick that was not made, until it is asked for again.
      if (!isDone) changed.fire(specs.get(uri))
    }
  }

  /** Somebody has asked for it in the side bar, far from the status bar where the reason would be overlooked. */
  async function telling(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.warn(reason)
      void window.showWarningMessage(inert(reason))
    }
  }

  return {
    tell: (change) => isFollowing && apply(change),
    tellErrors: (count) => !isFollowing && showBadge(count),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

function nodesOf(uri: string, nodes: readonly SpecNode[]): SpecsElement[] {
  return nodes.map((node) => ({ kind: 'node', uri, node }))
}

function folderOf(uri: string): string {
  const path = workspace.asRelativePath(Uri.parse(uri))
  const end = path.lastIndexOf('/')
  return end < 0 ? '.' : path.slice(0, end)
}
