import type { Rule } from '../rule'
import { contradicted } from './contradicted'
import { malformedBox } from './malformed-box'
import { parentDone } from './parent-done'
import { taskNumber } from './task-number'

/** In the order of the catalogue. */
export const checklistRules: readonly Rule[] = [malformedBox, contradicted, parentDone, taskNumber]
