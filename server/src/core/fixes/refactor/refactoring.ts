import type { SpecIndex } from '../../index/spec-index'
import type { Item, SpecDocument } from '../../model/spec-document'
import type { Edit } from '../../rules/rule'

/** A change of form that keeps what a spec says. */
export interface Refactoring {
  readonly title: string
  /** VS Code puts what is a bare `refactor` under “More Actions…”. */
  readonly kind: 'refactor.rewrite' | 'refactor.move' | 'refactor.extract'
  /** Pure; of the version that it was offered for. Ascending and apart. */
  edits(): readonly Edit[]
}

/** Where one is asked for. */
export interface RefactorPlace {
  readonly spec: SpecDocument
  readonly index: SpecIndex
  /** The innermost item around the offset. */
  readonly item: Item
  readonly offset: number
  /** Whether another file names an item of this spec: its ID is not changed then. */
  isNamedElsewhere(item: Item): boolean
}
