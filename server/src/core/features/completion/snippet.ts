import { sourceWriter } from '../../template/snippet-source'
import { createSnippetWriter, TODAY } from '../../template/snippet-syntax'
import type { FeatureContext } from '../context'

/** Makes the snippet of one completion: tab stops are numbered through it. */
export interface Filler {
  /** Text as it is. */
  text(source: string): string
  /** Source of the template: a tab stop for each placeholder, a choice for each list of values, today for dates. */
  fill(source: string): string
  /** A tab stop: empty, or one that chooses. */
  next(values?: readonly string[]): string
}

/**
 * Placeholders stay what they are until typed over, so one that is left is still seen as unfinished. Lines end in LF,
 * which clients turn into the document's line ending.
 */
export function createFiller({ template, today }: FeatureContext): Filler {
  const writer = createSnippetWriter()
  const write = sourceWriter(template)
  return {
    text: (source) => writer.text(source),
    // Not every client knows the variables that write a date, and the host has said which day it is.
    fill: (source) => write(source, writer).replaceAll(TODAY, today),
    next: (values = []) => (values.length > 0 ? writer.choice(values) : writer.stop('')),
  }
}
