import type { Rule } from '../rule'
import { noKeyword } from './no-keyword'
import { vagueWord } from './vague-word'

/** In the order of the catalogue. */
export const requirementRules: readonly Rule[] = [noKeyword, vagueWord]
