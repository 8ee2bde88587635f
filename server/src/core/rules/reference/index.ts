import type { Rule } from '../rule'
import { unknown } from './unknown'

/** In the order of the catalogue. */
export const referenceRules: readonly Rule[] = [unknown]
