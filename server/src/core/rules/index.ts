import { checklistRules } from './checklist'
import { criterionRules } from './criterion'
import { idRules } from './id'
import { lifecycleRules } from './lifecycle'
import { metadataRules } from './metadata'
import { referenceRules } from './reference'
import { requirementRules } from './requirement'
import type { Rule } from './rule'
import { structureRules } from './structure'
import { suppressionRules } from './suppression'
import { tableRules } from './table'
import { testRules } from './test'
import { traceRules } from './trace'

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  ...structureRules,
  ...metadataRules,
  ...idRules,
  ...referenceRules,
  ...requirementRules,
  ...criterionRules,
  ...testRules,
  ...tableRules,
  ...traceRules,
  ...checklistRules,
  ...lifecycleRules,
  ...suppressionRules,
]
