import { lastStartingBefore } from '../text/search'
import type { Section, SpecDocument } from './spec-document'

/** Innermost section at an offset: sections stand in document order, so it is the last one that has begun. */
export function sectionAt(spec: SpecDocument, offset: number): Section | undefined {
  return spec.sections[lastStartingBefore(spec.sections, offset, (section) => section.heading.start)]
}
