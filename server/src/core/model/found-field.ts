import type { FieldDefinition } from '../template/template'
import type { Field } from './spec-document'
import type { Scan } from './walk-document'

/** What readers of fields need: the document and the names that the template knows. */
export interface FieldContext {
  readonly source: string
  readonly scan: Scan
  /** The template's field of that label or alias. */
  define(label: string): FieldDefinition | undefined
}

/** A labelled value that was found, before it is known whether it is a field. */
export type FoundField = Omit<Field, 'key' | 'definition'>
