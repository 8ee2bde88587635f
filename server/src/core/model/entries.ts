import type { SectionItems } from './decide-entries'
import { type Draft, type DraftContext, entryAround } from './drafts'
import { paddingOf } from './padding'
import type { PlacedPassage } from './placed-passage'
import type { Walked } from './walk-document'

/** The drafts that were decided to be entries, in document order, given what they need to say what they are. */
export function makeEntries(walked: Walked, context: DraftContext, siblings: SectionItems): readonly Draft[] {
  const made = walked.drafts.filter(({ isEntry }) => isEntry)
  givePassages(walked.passages)
  context.padding = paddingOf(made)
  context.siblings = siblings
  return made
}

/** Passages of drafts that are no entries go to the entry around. */
function givePassages(passages: readonly PlacedPassage[]): void {
  for (const passage of passages) {
    const draft = entryAround(passage.owner)
    if (draft === undefined || passage === draft.lead) continue
    if (draft.said === undefined) draft.said = [draft.lead, passage]
    else draft.said.push(passage)
  }
}
