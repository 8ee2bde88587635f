import type { Rule } from '../rule'
import { duplicate } from './duplicate'
import { gap } from './gap'
import { malformed } from './malformed'
import { missing } from './missing'
import { wrongSection } from './wrong-section'

/** In the order of the catalogue. */
export const idRules: readonly Rule[] = [malformed, missing, duplicate, gap, wrongSection]
