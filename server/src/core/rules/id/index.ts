import type { Rule } from '../rule'
import { duplicate } from './duplicate'
import { malformed } from './malformed'
import { missing } from './missing'

/** In the order of the catalogue. */
export const idRules: readonly Rule[] = [malformed, missing, duplicate]
