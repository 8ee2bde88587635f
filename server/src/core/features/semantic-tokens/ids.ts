import type { ItemId, Reference } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { FeatureContext } from '../context'
import { NO_MODIFIERS, type Token, type TokenModifier, typeOfRole } from './legend'

const DECLARATION: readonly TokenModifier[] = ['declaration']
const RETIRED_DECLARATION: readonly TokenModifier[] = ['declaration', 'deprecated']
const RETIRED: readonly TokenModifier[] = ['deprecated']
const DEAD: readonly TokenModifier[] = ['deprecated', 'unresolved']

/** IDs where they are defined and where they are named. */
export function idTokens(context: FeatureContext): Token[] {
  const { spec } = context
  const families = new Set(spec.items.map((item) => familyOf(item.id)))
  const definitions = spec.items.map((item) =>
    token(item.id, item.role, item.retired ? RETIRED_DECLARATION : DECLARATION),
  )
  const mentions = spec.references
    .filter((reference) => !reference.implied)
    .map((reference) => mention(context, reference, families))
  return [...definitions, ...mentions]
}

function mention(context: FeatureContext, reference: Reference, families: ReadonlySet<string>): Token {
  const item = context.index.resolve(reference.id)
  if (item !== undefined) return token(reference.id, item.role, item.retired ? RETIRED : NO_MODIFIERS)
  const dead = !reference.elsewhere && families.has(familyOf(reference.id))
  return token(reference.id, roleOfPrefix(context, reference.id.prefix), dead ? DEAD : NO_MODIFIERS)
}

function roleOfPrefix(context: FeatureContext, prefix: string): Role | undefined {
  return context.template.kinds.find((kind) => kind.prefix.toUpperCase() === prefix)?.role
}

/** An ID that nothing defines is dead only in a numbering that the document owns. */
function familyOf(id: ItemId): string {
  return `${id.prefix} ${id.area}`
}

function token(id: ItemId, role: Role | undefined, modifiers: readonly TokenModifier[]): Token {
  return { start: id.span.start, end: id.span.end, type: typeOfRole(role), modifiers }
}
