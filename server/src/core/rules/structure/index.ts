import type { Rule } from '../rule'
import { conflictMarker } from './conflict-marker'
import { missingSection } from './missing-section'
import { placeholder } from './placeholder'
import { unresolvedMarker } from './unresolved-marker'

/** In the order of the catalogue. */
export const structureRules: readonly Rule[] = [missingSection, conflictMarker, placeholder, unresolvedMarker]
