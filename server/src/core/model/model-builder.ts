import type { MarkdownDocument } from '../markdown/document'
import { buildSpec } from './build-spec'
import { type RecogniseInput, recognise } from './recognise'
import { createScans } from './scans'
import type { Recognition, SpecDocument } from './spec-document'

/** Reads version after version of documents, and remembers what it found in the blocks that they share. */
export interface ModelBuilder {
  /** As {@link recognise}. */
  recognise(input: RecogniseInput): Recognition
  /** As {@link buildSpec}. */
  build(uri: string, markdown: MarkdownDocument, recognition: Recognition): SpecDocument
}

/** One owner: the service. Gives the same as the plain functions. */
export function createModelBuilder(): ModelBuilder {
  const scans = createScans()
  return {
    recognise: (input) => recognise(input, scans),
    build: (uri, markdown, recognition) => buildSpec(uri, markdown, recognition, scans),
  }
}
