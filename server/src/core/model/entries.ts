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
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at]
    const draft = entryAround(passage?.owner)
    if (passage === undefined || draft === undefined || passage === draft.lead) continue
    if (draft.said === undefined) draft.said = [draft.lead, passage]
    else draft.said.push(passage)
  }
}
