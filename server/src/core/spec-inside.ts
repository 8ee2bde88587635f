import type { SpecNode } from './features/spec-tree'
import type { OpenQuestion } from './open-questions'

/** What is in a spec, as a tree shows it. Goes over the wire. */
export interface SpecInside {
  readonly nodes: readonly SpecNode[]
  readonly questions: readonly OpenQuestion[]
}
