import type { SpecIndex } from '../../index/spec-index'
import type { ProseChange } from '../../model/prose-change'
import type { Entry, Item, ItemId, Reference } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { RuleContext } from '../rule'
import { languages } from '../words/index'

/** Which items of a spec are answered by which roles, the other files of the same spec included. */
export interface Coverage {
  /** Whether an item of a role answers an item: by naming it, or with all others. */
  isAnswered(item: Item, role: Role): boolean
  /** Whether an item answers anything that is defined, here or in another file. */
  answersAnything(item: Item): boolean
  /** Whether the items of a role say what they answer, as a habit: half of them at least. */
  isHabit(role: Role): boolean
}

/** A spec without links asks for none: only what most items of a role do can be missing in others. */
export function coverageOf({ spec, index, surroundings: { members } }: RuleContext): Coverage {
  const answered = new Map<Role, Set<string>>([...ANSWERING].map((role) => [role, new Set()]))
  const linking = new Set<Entry>()
  const add = (id: ItemId, from: Entry & { role: Role }) => {
    linking.add(from)
    answered.get(from.role)?.add(id.key)
  }
  for (const item of spec.items) {
    if (ANSWERING.has(item.role)) for (const target of index.answers(item)) add(target.id, item)
  }
  // An item whose own ID is missing or broken answers as well as any; that is another rule's business.
  for (const { id, from, elsewhere } of spec.references) {
    if (!elsewhere && from?.id === undefined && isAnswering(from)) add(id, from)
  }
  for (const { spec: member } of members) {
    for (const { id, from, elsewhere } of member.references) {
      if (elsewhere || from?.id === undefined || !isAnswering(from)) continue
      if (index.definitions(id.key).length > 0) add(id, from)
    }
  }
  const named = namedElsewhere(spec.references, members)
  const answeringAll = new Set<Role>()
  const habits = new Map<Role, { all: number; linking: number }>()
  for (const entry of [...spec.entries, ...members.flatMap((member) => member.spec.entries)]) {
    if (!isAnswering(entry) || entry.retired || entry.untouched) continue
    const habit = habits.get(entry.role) ?? { all: 0, linking: 0 }
    habits.set(entry.role, habit)
    habit.all++
    if (linking.has(entry) || (entry.id !== undefined && named.has(entry.id.key))) habit.linking++
    if (saysAll(entry.text)) answeringAll.add(entry.role)
  }
  return {
    isAnswered: ({ id }, role) => answeringAll.has(role) || answered.get(role)?.has(id.key) === true,
    answersAnything: (item) => index.answers(item).length > 0 || named.has(item.id.key),
    isHabit(role) {
      const habit = habits.get(role)
      return habit !== undefined && habit.linking > 0 && habit.linking * 2 >= habit.all
    },
  }
}

/** Whether a change of words is one of what items of a role answer together. */
export function answersOtherwise({ entries, entriesBefore }: ProseChange): boolean {
  return entries.some(
    (entry, at) => isAnswering(entry) && saysAll(entry.text) !== saysAll(entriesBefore[at]?.text ?? ''),
  )
}

/** The roles that rules ask for: of tasks nobody says which are missing. */
const ANSWERING: ReadonlySet<Role> = new Set<Role>(['criterion', 'test'])

/** “(all)”, “(tutti i REQ)”. */
const ALL = new RegExp(
  `^\\((?:${languages.flatMap(({ all = [] }) => all).join('|')})(?:\\s+(?:\\p{L}{1,3}\\s+)?(?:above|req|requirement|requisit|exigence|anforderung)\\p{L}*)?\\)[\\s.*_]*$`,
  'iu',
)
/** As far from its end as the words that say so begin. */
const LONGEST_END = 80

/** A criterion that ends so stands for every requirement. */
function saysAll(text: string): boolean {
  const end = text.slice(-LONGEST_END)
  const opening = end.lastIndexOf('(')
  return opening >= 0 && ALL.test(end.slice(opening))
}

function isAnswering(entry: Entry | undefined): entry is Entry & { role: Role } {
  return entry?.role !== undefined && ANSWERING.has(entry.role)
}

/** Keys of items that name an item of another file of the spec. */
function namedElsewhere(
  references: readonly Reference[],
  members: readonly SpecIndex[],
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
