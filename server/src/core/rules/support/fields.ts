import type { Field } from '../../model/spec-document'

/** The value is still the template's, in whatever case: `[DATE]` where the template has `[Date]`. */
export function isLeft({ definition, value }: Field): boolean {
  const left = definition?.placeholder ?? ''
  return left !== '' && value.toLowerCase() === left.toLowerCase()
}
