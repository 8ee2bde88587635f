import type { Rule } from '../rule'
import { unknownRule } from './unknown-rule'
import { unused } from './unused'

/** In the order of the catalogue. */
export const suppressionRules: readonly Rule[] = [unused, unknownRule]
