import type { Item, ItemId } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { RuleContext } from '../rule'

/** Which items of a spec are answered by which roles, the other files of the same spec included. */
export interface Coverage {
  /** Roles of the items that answer an item directly. */
  answeringRoles(item: Item): ReadonlySet<Role>
  /** Whether an item answers anything that is defined, here or in another file. */
  answersAnything(item: Item): boolean
  /** Whether any item of a role answers anything at all. */
  has(role: Role): boolean
}

/** A spec without links asks for none: only what some items do can be missing in others. */
export function coverageOf({ spec, index, surroundings }: RuleContext): Coverage {
  const roles = new Map<string, Set<Role>>()
  const linking = new Set<Role>()
  const add = (id: ItemId, role: Role) => {
    linking.add(role)
    const known = roles.get(id.key)
    if (known === undefined) roles.set(id.key, new Set([role]))
    else known.add(role)
  }
  for (const item of spec.items) {
    for (const target of index.answers(item)) add(target.id, item.role)
  }
  // An item whose own ID is missing or broken answers as well as any; that is another rule's business.
  for (const { id, from, elsewhere } of spec.references) {
    if (from?.id === undefined && from?.role !== undefined && !elsewhere) add(id, from.role)
  }
  for (const { spec: member } of surroundings.members) {
    for (const { id, from, elsewhere } of member.references) {
      if (elsewhere || from?.id === undefined || from.role === undefined) continue
      if (index.definitions(id.key).length > 0) add(id, from.role)
    }
  }
  const named = namedElsewhere(spec.references, surroundings.members)
  if (named.size > 0) for (const item of spec.items) if (named.has(item.id.key)) linking.add(item.role)
  return {
    answeringRoles: ({ id }) => roles.get(id.key) ?? NO_ROLES,
    answersAnything: (item) => index.answers(item).length > 0 || named.has(item.id.key),
    has: (role) => linking.has(role),
  }
}

const NO_ROLES: ReadonlySet<Role> = new Set()

/** Keys of items that name an item of another file of the spec. */
function namedElsewhere(
  references: RuleContext['spec']['references'],
  members: RuleContext['surroundings']['members'],
): ReadonlySet<string> {
  if (members.length === 0) return new Set()
  return new Set(
    references.flatMap(({ id, from }) =>
      from?.id !== undefined && members.some((member) => member.definitions(id.key).length > 0)
        ? [from.id.key]
        : [],
    ),
  )
}
