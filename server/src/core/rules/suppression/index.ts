import type { Rule } from '../rule'

/** In the order of the catalogue. */
export const suppressionRules: readonly Rule[] = []
