import type { Rule } from '../rule'
import { missingPart } from './missing-part'

/** In the order of the catalogue. */
export const testRules: readonly Rule[] = [missingPart]
