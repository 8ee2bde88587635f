import { unknown } from './rules/reference/unknown'
import { unknownSpec } from './rules/reference/unknown-spec'
import type { Finding } from './rules/rule'

/** The findings that say of a place that what it names is defined nowhere. */
export function deadReferences(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule }) => rule === unknown.name || rule === unknownSpec.name)
}
