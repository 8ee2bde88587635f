import type { Rule } from '../rule'
import { conflictMarker } from './conflict-marker'
import { duplicateSection } from './duplicate-section'
import { emptySection } from './empty-section'
import { missingSection } from './missing-section'
import { nearMissHeading } from './near-miss-heading'
import { placeholder } from './placeholder'
import { sectionOrder } from './section-order'
import { unresolvedMarker } from './unresolved-marker'

/** In the order of the catalogue. */
export const structureRules: readonly Rule[] = [
  missingSection,
  conflictMarker,
  sectionOrder,
  duplicateSection,
  emptySection,
  nearMissHeading,
  placeholder,
  unresolvedMarker,
]
