import type { Rule } from '../rule'
import { compound } from './compound'
import { ears } from './ears'
import { escapeClause } from './escape-clause'
import { keywordCase } from './keyword-case'
import { noKeyword } from './no-keyword'
import { openEnded } from './open-ended'
import { passive } from './passive'
import { similar } from './similar'
import { tooLong } from './too-long'
import { unmeasurable } from './unmeasurable'
import { vagueQuantity } from './vague-quantity'
import { vagueTime } from './vague-time'
import { vagueWord } from './vague-word'
import { weakVerb } from './weak-verb'

/** In the order of the catalogue. */
export const requirementRules: readonly Rule[] = [
  noKeyword,
  keywordCase,
  compound,
  vagueWord,
  vagueQuantity,
  escapeClause,
  openEnded,
  vagueTime,
  weakVerb,
  passive,
  tooLong,
  similar,
  unmeasurable,
  ears,
]
