import type { Range } from 'vscode-languageserver-types'
import type { HeadingSymbol, PlacedText } from '../index/workspace/file-symbols'
import type { FoundItem } from '../index/workspace/workspace-index'
import { createIdGrammar } from '../model/id-grammar'
import { Refused } from '../text/refused'
import type { FeatureContext } from './context'
import { renameDocument } from './rename/document'
import { renameHeading } from './rename/heading'
import { type NewId, renameItem } from './rename/item'
import type { RenamedFile, RenamePlan } from './rename/plan'
import { rangeIn } from './support/locations'
import { targetAt } from './support/target'

export type { PlannedEdit, RenamedFile, RenamePlan } from './rename/plan'

/** What a rename at a place would change. */
export interface Renameable {
  /** Of what is written there. */
  readonly range: Range
  readonly placeholder: string
}

type Subject =
  | { readonly kind: 'item'; readonly span: Place; readonly found: FoundItem }
  | { readonly kind: 'document'; readonly span: Place; readonly id: string }
  | { readonly kind: 'heading'; readonly span: Place; readonly heading: HeadingSymbol }

type Place = Pick<PlacedText, 'start' | 'end'>

/**
 * What can be renamed at an offset: an item by its ID, a spec by its document ID, a heading.
 *
 * @throws {Refused} where there is something that cannot be renamed
 */
export function prepareRename(context: FeatureContext, offset: number): Renameable | undefined {
  const subject = subjectAt(context, offset)
  if (subject === undefined) return undefined
  const { start, end } = subject.span
  return { range: rangeIn(context.file, subject.span), placeholder: context.spec.text.slice(start, end) }
}

/** The files that a rename at an offset may touch, by URI. */
export function filesToRename(context: FeatureContext, offset: number): readonly string[] {
  const { workspace, file } = context
  const subject = subjectAt(context, offset)
  switch (subject?.kind) {
    case 'item': {
      const { found } = subject
      const naming = workspace.referencesTo(found).map(({ file: other }) => other.uri)
      const linking = workspace.linksTo(found.file.uri).map(({ file: other }) => other.uri)
      return [...new Set([found.file.uri, ...naming, ...linking])]
    }
    case 'document': {
      const naming = workspace.mentionsOfDocument(subject.id).map(({ file: other }) => other.uri)
      return [...new Set([...workspace.withDocumentId(subject.id).map(({ uri }) => uri), ...naming])]
    }
    case 'heading':
      return [...new Set([file.uri, ...workspace.linksTo(file.uri).map(({ file: other }) => other.uri)])]
    case undefined:
      return []
  }
}

/**
 * The edits of a rename.
 *
 * @param files those of {@link filesToRename}, read anew
 * @throws {Refused} with the reason, where the new name cannot be given
 */
export function rename(
  context: FeatureContext,
  offset: number,
  newName: string,
  files: readonly RenamedFile[],
): RenamePlan {
  const { workspace, file } = context
  const subject = subjectAt(context, offset)
  switch (subject?.kind) {
    case 'item':
      return renameItem(workspace, subject.found, newIdOf(context, subject.found, newName), files)
    case 'document':
      return renameDocument(workspace, subject.id, newName.trim(), files)
    case 'heading': {
      const own = files.find(({ symbols }) => symbols.uri === file.uri)
      if (own === undefined) throw new Refused('The document has changed meanwhile: ask again.')
      return renameHeading(own, subject.heading, newName, files)
    }
    case undefined:
      throw new Refused('There is nothing here that can be renamed.')
  }
}

function subjectAt(context: FeatureContext, offset: number): Subject | undefined {
  const target = targetAt(context, offset)
  if (target?.kind === 'document') return { kind: 'document', span: target.span, id: target.id }
  if (target?.kind === 'item') {
    const [found, ...others] = target.found
    if (found === undefined) throw new Refused(`Nothing defines ${target.id}.`)
    if (others.length > 0) {
      throw new Refused(
        `${target.id} may mean an item of several specifications: rename it where it is defined.`,
      )
    }
    return { kind: 'item', span: target.span, found }
  }
  const heading = context.file.headings.find(({ from, to }) => from <= offset && offset <= to)
  return heading && { kind: 'heading', span: { start: heading.from, end: heading.to }, heading }
}

/** Any ID that is one of the same kind, brackets and emphasis aside. */
function newIdOf({ template }: FeatureContext, { item }: FoundItem, newName: string): NewId {
  const name = newName.trim().replace(/^[*[]+|[\]*]+$/g, '')
  const grammar = createIdGrammar(template.kinds)
  const prefix = grammar.prefixAt(name, 0)
  const id = prefix && grammar.idAt(name, prefix)
  if (id === undefined || id.end !== name.length) {
    throw new Refused(`“${newName}” is no ID of an item: write one like ${item.id}.`)
  }
  if (id.kind.role !== item.role) {
    throw new Refused(`${name} would be another kind of item: ${item.id} is a ${item.role}.`)
  }
  return { text: id.text, key: id.key }
}
