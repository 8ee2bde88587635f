import type { Rule } from '../rule'
import { malformedBox } from './malformed-box'
import { parentDone } from './parent-done'

/** In the order of the catalogue. */
export const checklistRules: readonly Rule[] = [malformedBox, parentDone]
