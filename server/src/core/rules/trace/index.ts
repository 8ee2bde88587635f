import type { Rule } from '../rule'
import { noCriterion } from './no-criterion'
import { noTest } from './no-test'
import { orphan } from './orphan'

/** In the order of the catalogue. */
export const traceRules: readonly Rule[] = [noCriterion, noTest, orphan]
