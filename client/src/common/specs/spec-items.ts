import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode'
import type { SpecListing, SpecNode } from '../../../../server/src/lsp/protocol'
import { findingsWords } from './findings-words'
import { REVEAL } from './spec-actions'
import { decoratedUri } from './spec-decorations'
import type {
  AskingElement,
  GroupElement,
  NodeElement,
  QuestionElement,
  QuestionsElement,
  SpecElement,
  SpecsElement,
} from './spec-list'

/** Groups, and specs below the open questions, begin folded where there are more specs than this. */
const MOST_UNFOLDED = 60

/** How an element of the tree looks. @param count of all specs */
export function itemOf(element: SpecsElement, count: number): TreeItem {
  if (element.kind === 'group') return groupItem(element, count)
  switch (element.kind) {
    case 'questions':
      return questionsItem(element)
    case 'asking':
      return askingItem(element, count)
    case 'question':
      return questionItem(element)
    case 'spec':
      return specItem(element)
    case 'node':
      return nodeItem(element)
  }
}

function questionsItem({ count }: QuestionsElement): TreeItem {
  const item = new TreeItem('Open questions', FOLDED)
  item.id = 'questions'
  item.description = String(count)
  item.iconPath = new ThemeIcon('question')
  item.contextValue = 'questions'
  item.accessibilityInformation = { label: `${count} open ${count === 1 ? 'question' : 'questions'}` }
  return item
}

function askingItem({ spec: { uri, listing } }: AskingElement, count: number): TreeItem {
  // What is unfolded is asked for at once, each by itself.
  const item = new TreeItem(listing.title, foldedAmong(count))
  item.id = `asking:${uri}`
  item.description = String(listing.questions ?? 0)
  item.tooltip = workspace.asRelativePath(Uri.parse(uri))
  item.contextValue = listing.id === null ? 'asking' : 'asking.id'
  return item
}

function questionItem({ uri, place, question: { text, item: asked, position } }: QuestionElement): TreeItem {
  const item = new TreeItem(text)
  item.id = `question:${place}:${uri}`
  item.description = asked ?? ''
  item.tooltip = text
  item.contextValue = 'question'
  item.command = { title: 'Open', command: REVEAL, arguments: [uri, position] }
  return item
}

function groupItem({ name, specs }: GroupElement, count: number): TreeItem {
  const item = new TreeItem(name, foldedAmong(count))
  item.id = `group:${name}`
  item.description = String(specs.length)
  item.contextValue = 'group'
  item.accessibilityInformation = {
    label: `${name}, ${specs.length === 1 ? '1 specification' : `${specs.length} specifications`}`,
  }
  return item
}

const FOLDED = TreeItemCollapsibleState.Collapsed
const UNFOLDED = TreeItemCollapsibleState.Expanded

const foldedAmong = (count: number) => (count > MOST_UNFOLDED ? FOLDED : UNFOLDED)

function specItem({ uri, listing }: SpecElement): TreeItem {
  const item = new TreeItem(listing.title, FOLDED)
  item.id = uri
  item.description = listing.words ?? ''
  item.iconPath = specIcon(listing)
  item.resourceUri = decoratedUri(uri)
  item.contextValue = listing.id === null ? 'spec' : 'spec.id'
  const found = findingsWords(listing)
  item.accessibilityInformation = {
    label: [listing.title, listing.status, listing.words, found].filter(Boolean).join(', '),
  }
  return item
}

function specIcon({ findings, progress }: SpecListing): ThemeIcon {
  if (findings !== null && findings.errors > 0) {
    return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'))
  }
  if (findings !== null && findings.warnings > 0) {
    return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'))
  }
  const isDone = progress.total > 0 && progress.done === progress.total
  return isDone ? new ThemeIcon('pass', new ThemeColor('testing.iconPassed')) : new ThemeIcon('note')
}

/** Made when the mouse rests on the row. */
export function specTooltip({ uri, listing }: SpecElement): MarkdownString {
  const text = new MarkdownString('', true)
  const line = (words: string) => text.appendText(words).appendMarkdown('  \n')
  text.appendMarkdown('**').appendText(listing.title).appendMarkdown('**  \n')
  line([listing.id, listing.status].filter(Boolean).join(' · ') || 'No document ID, no status')
  line(workspace.asRelativePath(Uri.parse(uri)))
  if (listing.details.length > 0) text.appendMarkdown('\n\n')
  for (const detail of listing.details) line(detail)
  const worst = listing.findings?.worst
  if (worst) {
    const icon =
      worst.severity === 'error' ? '$(error)' : worst.severity === 'warning' ? '$(warning)' : '$(info)'
    text.appendMarkdown(`\n\n---\n\n${icon} `)
    line(findingsWords(listing))
    line(`Line ${worst.line + 1}: ${worst.message}`)
  }
  return text
}

function nodeItem({ uri, node }: NodeElement): TreeItem {
  const item = new TreeItem(node.label, foldOf(node))
  item.id = `${uri}#${node.key}`
  item.description = node.detail
  item.contextValue = [
    node.kind === 'group' ? 'phase' : node.kind,
    node.box && (node.box.checked ? 'done' : 'open'),
    node.qualifiedId && 'id',
  ]
    .filter(Boolean)
    .join('.')
  const icon = nodeIcon(node)
  if (icon !== undefined) item.iconPath = icon
  if (node.box !== null) {
    item.checkboxState = {
      state: node.box.checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: node.box.checked ? 'Untick' : 'Tick',
      accessibilityInformation: {
        label: [node.label, node.state].filter(Boolean).join(', '),
        role: 'checkbox',
      },
    }
  }
  item.command = { title: 'Open', command: REVEAL, arguments: [uri, node.position] }
  item.tooltip = node.detail === '' ? node.label : `${node.label}: ${node.detail}`
  item.accessibilityInformation = {
    label: [node.label, node.state, node.detail].filter(Boolean).join(', '),
  }
  return item
}

function foldOf({ children, state }: SpecNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None
  return state === 'open' ? UNFOLDED : FOLDED
}

function nodeIcon({ kind, box, state }: SpecNode): ThemeIcon | undefined {
  if (kind !== 'item' || box !== null) return undefined
  if (state === 'done') return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'))
  if (state === 'retired') return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'))
  return new ThemeIcon(state === 'open' ? 'circle-large-outline' : 'dash')
}
