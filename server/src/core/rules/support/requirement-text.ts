import type { Entry, Passage } from '../../model/spec-document'
import type { RuleContext } from '../rule'

/** A passage of a requirement, and the requirement. */
export interface RequirementPassage {
  readonly entry: Entry
  readonly passage: Passage
}

/**
 * What is said in requirements that are still in force and no longer the template's, each passage once: a nested
 * requirement is an entry of its own, and its text stands in the outer one's passages as well. For `RuleContext.once`.
 */
export function requirementPassages({ spec }: Pick<RuleContext, 'spec'>): readonly RequirementPassage[] {
  const seen = new Set<number>()
  const said: RequirementPassage[] = []
  for (const entry of spec.entries) {
    if (!isJudgedRequirement(entry)) continue
    for (const passage of entry.passages) {
      if (passage.quoted || seen.has(passage.start)) continue
      seen.add(passage.start)
      said.push({ entry, passage })
    }
  }
  return said
}

export function isJudgedRequirement({ role, untouched, retired, text }: Entry): boolean {
  return role === 'requirement' && !untouched && !retired && text !== ''
}
