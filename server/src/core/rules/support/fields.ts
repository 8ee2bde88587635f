import type { Field } from '../../model/spec-document'
import { isNotApplicable } from './wording'

/** The value is still the template's, in whatever case: `[DATE]` where the template has `[Date]`. */
export function isLeft({ definition, value }: Field): boolean {
  const left = definition?.placeholder ?? ''
  return left !== '' && value.toLowerCase() === left.toLowerCase()
}

/** “N/A” is an answer, and `TBD` is the business of another rule. */
export function isLeftOpen(value: string): boolean {
  return (
    isNotApplicable(value) ||
    /^[[(]?(?:TB[DCR]|TODO|FIXME|\?\?\?)(?!\w)/i.test(value) ||
    /^[-–—]+$/.test(value)
  )
}
