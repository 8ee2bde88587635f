import type { Rule } from '../rule'
import { givenWhenThen } from './given-when-then'
import { severalWhens } from './several-whens'

/** In the order of the catalogue. */
export const criterionRules: readonly Rule[] = [givenWhenThen, severalWhens]
