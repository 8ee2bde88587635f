import type { SpecIndex } from '../index/spec-index'
import type { Elsewhere } from '../index/workspace/elsewhere'

/** What a document is judged beside: other files. Loaded before the rules run; immutable. */
export interface Surroundings {
  /** The other files of the same spec, where several are one; in the order in which the config lists them. */
  readonly members: readonly SpecIndex[]
  /** What a link of the document leads to; `undefined` where that is nobody's business here, or not known. */
  linkTarget(url: string): LinkTarget | undefined
  /** What other specs of the workspace say; `undefined` as long as not all of them have been read. */
  readonly elsewhere: Elsewhere | undefined
  readonly known: KnownSurroundings
}

/** What could be looked up whole. Where it could not, a rule that asks for it says too little, and its silence means nothing. */
export interface KnownSurroundings {
  /** All other specs of the workspace. */
  readonly specs: boolean
  /** Where links lead. */
  readonly links: boolean
}

/** Where a relative link leads. */
export interface LinkTarget {
  readonly found: 'yes' | 'no file' | 'no heading'
  /** Links of the same form that lead somewhere, the likeliest first; `[]` where none is like it. */
  readonly nearest: readonly string[]
}

/** A document on its own. */
export const NO_SURROUNDINGS: Surroundings = {
  members: [],
  linkTarget: () => undefined,
  elsewhere: undefined,
  known: { specs: false, links: false },
}
