import { samePrefix } from './kinds'
import type { Role } from './template'

/** What a config changes in every template. Immutable. */
export interface TemplateChanges {
  /** By prefix of IDs, compared without case: what it is for, or that it is no item at all. */
  readonly kinds: ReadonlyMap<string, Role | 'off'>
  /** Value → further words for it; values that a template does not have are passed over. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>
  /** Further words that close a document. */
  readonly closed: readonly string[]
}

export const NO_CHANGES: TemplateChanges = { kinds: new Map(), synonyms: new Map(), closed: [] }

/** Roles by prefix, as a template gives them and as they are changed. */
export function changedKinds(
  roles: ReadonlyMap<string, Role>,
  { kinds }: TemplateChanges,
): ReadonlyMap<string, Role> {
  const changed = new Map(roles)
  for (const [prefix, role] of kinds) {
    const own = [...changed.keys()].find((other) => samePrefix(other, prefix))
    if (role !== 'off') changed.set(own ?? prefix, role)
    else if (own !== undefined) changed.delete(own)
  }
  return changed
}
