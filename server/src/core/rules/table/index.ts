import type { Rule } from '../rule'
import { emptyCell } from './empty-cell'
import { raggedRow } from './ragged-row'
import { unknownValue } from './unknown-value'

/** In the order of the catalogue. */
export const tableRules: readonly Rule[] = [unknownValue, emptyCell, raggedRow]
