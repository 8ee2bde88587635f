import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Placed } from './facts'
import { visit } from './walk'

/** A link or footnote definition. Both are global: they change what brackets mean wherever these stand. */
export interface GlobalDefinition {
  readonly type: 'definition' | 'footnoteDefinition'
  /** As mdast gives it: white space collapsed, lower case. */
  readonly identifier: string
  /** Destination; `''` for a footnote. */
  readonly url: string
}

/** Every definition in the tree, in document order. */
export function definitionsIn(root: Root): GlobalDefinition[] {
  const found: GlobalDefinition[] = []
  collect(root, found)
  return found
}

function collect(node: Nodes, found: GlobalDefinition[]): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(asGlobal(node))
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') return
  if ('children' in node) for (const child of node.children) collect(child, found)
}

function asGlobal(node: Definition | FootnoteDefinition): GlobalDefinition {
  return { type: node.type, identifier: node.identifier, url: node.type === 'definition' ? node.url : '' }
}

/** Destinations of link definitions; of several with one identifier the first holds (CommonMark 0.31, section 4.7). */
export function destinations(definitions: Iterable<GlobalDefinition>): Map<string, string> {
  const urls = new Map<string, string>()
  for (const { type, identifier, url } of definitions) {
    if (type === 'definition' && !urls.has(identifier)) urls.set(identifier, url)
  }
  return urls
}

/** The same as `definitionsIn`, of a tree that has become facts. */
export function definitionsOfFacts(placed: readonly Placed[]): GlobalDefinition[] {
  const found: GlobalDefinition[] = []
  visit(placed, (facts) => {
    if (facts.type === 'definition')
      found.push({ type: facts.type, identifier: facts.identifier, url: facts.url })
    if (facts.type === 'footnote')
      found.push({ type: 'footnoteDefinition', identifier: facts.identifier, url: '' })
    return facts.type !== 'table'
  })
  return found
}
