import type { MarkdownDocument } from '../markdown/document'
import { buildSpec } from './build-spec'
import { type RecogniseInput, recognise } from './recognise'
import { createLexicons, createScans } from './scans'
import type { Recognition, SpecDocument } from './spec-document'

/** Reads version after version of documents, and remembers what it found in the blocks that they share. */
export interface ModelBuilder {
  /** As {@link recognise}. */
  recognise(input: RecogniseInput): Recognition
  /** As {@link buildSpec}. */
  build(uri: string, markdown: MarkdownDocument, recognition: Recognition): SpecDocument
}

/**
 * One owner: the service. Gives the same as the plain functions.
 *
 * @param forgets with each document that is built, what was found in it: for who reads one after the other. What a long-lived
 * map points to outlives many a collection of garbage, and costs more than finding it again.
 */
export function createModelBuilder({ forgets = false } = {}): ModelBuilder {
  const lexicons = createLexicons()
  let scans = createScans(lexicons)
  return {
    recognise: (input) => recognise(input, scans),
    build(uri, markdown, recognition) {
      const known = scans
      if (forgets) scans = createScans(lexicons)
      return buildSpec(uri, markdown, recognition, known)
    },
  }
}
