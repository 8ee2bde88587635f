import type { Rule } from '../rule'
import { brokenLink } from './broken-link'
import { self } from './self'
import { unknown } from './unknown'

/** In the order of the catalogue. */
export const referenceRules: readonly Rule[] = [unknown, brokenLink, self]
