import type { Rule } from '../rule'
import { notReady } from './not-ready'
import { openItems } from './open-items'

/** In the order of the catalogue. */
export const lifecycleRules: readonly Rule[] = [openItems, notReady]
