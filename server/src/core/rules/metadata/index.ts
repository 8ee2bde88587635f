import type { Rule } from '../rule'
import { dateOrder } from './date-order'
import { duplicateId } from './duplicate-id'
import { invalidDate } from './invalid-date'
import { invalidId } from './invalid-id'
import { missingField } from './missing-field'
import { unknownStatus } from './unknown-status'

/** In the order of the catalogue. */
export const metadataRules: readonly Rule[] = [
  missingField,
  invalidId,
  duplicateId,
  unknownStatus,
  invalidDate,
  dateOrder,
]
