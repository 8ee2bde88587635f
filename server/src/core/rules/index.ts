import { malformedBox } from './checklist/malformed-box'
import { parentDone } from './checklist/parent-done'
import { givenWhenThen } from './criterion/given-when-then'
import { duplicate } from './id/duplicate'
import { malformed } from './id/malformed'
import { missing } from './id/missing'
import { invalidDate } from './metadata/invalid-date'
import { invalidId } from './metadata/invalid-id'
import { missingField } from './metadata/missing-field'
import { unknownStatus } from './metadata/unknown-status'
import { unknown } from './reference/unknown'
import { noKeyword } from './requirement/no-keyword'
import { vagueWord } from './requirement/vague-word'
import type { Rule } from './rule'
import { conflictMarker } from './structure/conflict-marker'
import { missingSection } from './structure/missing-section'
import { placeholder } from './structure/placeholder'
import { unresolvedMarker } from './structure/unresolved-marker'

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  missingSection,
  placeholder,
  unresolvedMarker,
  conflictMarker,
  missingField,
  invalidId,
  unknownStatus,
  invalidDate,
  malformed,
  missing,
  duplicate,
  unknown,
  noKeyword,
  vagueWord,
  givenWhenThen,
  malformedBox,
  parentDone,
]
