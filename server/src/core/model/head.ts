import type { MarkdownDocument } from '../markdown/document'
import type { Template } from '../template/template'
import { readFields } from './fields'
import { type Outline, readOutline } from './sections'
import type { Field } from './spec-document'
import type { Scan } from './walk-document'

/** What recognition and model both start from. */
export interface Head {
  readonly outline: Outline
  readonly fields: readonly Field[]
}

export function readHead(markdown: MarkdownDocument, template: Template, scan: Scan): Head {
  const outline = readOutline(markdown, (facts) => scan(facts.prose))
  return { outline, fields: readFields(markdown, outline, template, scan) }
}
