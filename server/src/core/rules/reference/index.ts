import type { Rule } from '../rule'
import { ambiguous } from './ambiguous'
import { brokenLink } from './broken-link'
import { self } from './self'
import { unknown } from './unknown'
import { unknownSpec } from './unknown-spec'

/** In the order of the catalogue. */
export const referenceRules: readonly Rule[] = [unknown, unknownSpec, ambiguous, brokenLink, self]
