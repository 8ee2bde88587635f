import { isStruckThrough } from '../../index/next-free'
import type { Meaning } from '../../index/workspace/elsewhere'
import { nameOf } from '../../index/workspace/foreign-names'
import type { Reference, SpecDocument } from '../../model/spec-document'
import type { Template } from '../../template/template'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { enumerate } from '../support/wording'

export const unknownSpec: Rule = {
  name: 'reference/unknown-spec',
  summary: 'A qualified ID names a specification, or an item of it, that does not exist.',
  reason: 'It leads to nothing: a typing mistake, or the trace of what was moved or deleted.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The system MUST export what SPEC-2026-01-15-002#REQ-007 imports.
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The system MUST export what SPEC-2026-01-15-002#REQ-001 imports.
`,
  beside: {
    'import.md': `# Specification: Import

## Overview
**ID**: SPEC-2026-01-15-002  
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The system MUST import the ledger of a branch.
`,
  },
  severity: ['warning', 'warning', 'error'],
  templateOnly: false,
  whenClosed: true,
  fix: 'Takes the specification, or the item, that is nearest to what was written.',
  asks: 'specs',
  *check({ spec, template, surroundings }: RuleContext): Iterable<RuleFinding> {
    for (const reference of spec.references) {
      const { qualifier, elsewhere, implied, code } = reference
      if (qualifier === undefined || !elsewhere || implied || code) continue
      const meaning = surroundings.elsewhere?.meanings.get(nameOf({ key: reference.id.key, qualifier }))
      if (meaning === undefined || meaning.items.length > 0 || isStruckThrough(reference)) continue
      if (!meaning.hasSpec && !looksLikeSpec(template, qualifier, meaning)) continue
      yield finding(spec, reference, qualifier, meaning)
    }
  },
}

/** Before a `#` may stand the name of many a thing. */
function looksLikeSpec({ documentId }: Template, qualifier: string, { nearest }: Meaning): boolean {
  return nearest.length > 0 || documentId?.pattern.test(qualifier) === true
}

function finding(
  { text }: SpecDocument,
  { id }: Reference,
  qualifier: string,
  { hasSpec, nearest }: Meaning,
): RuleFinding {
  const span = hasSpec ? id.span : { start: id.span.start - 1 - qualifier.length, end: id.span.start - 1 }
  const what = hasSpec
    ? `${qualifier} does not define ${id.text}`
    : `No specification has the ID ${qualifier}`
  const question = nearest.length === 0 ? '' : `. Did you mean ${enumerate(nearest, 'or', false)}?`
  const fixes: readonly Fix[] = nearest.map((name) => ({
    title: `Change ${hasSpec ? id.text : qualifier} to ${name}`,
    edits: () => (text.slice(span.start, span.end) === '' ? [] : [{ span, text: name }]),
  }))
  return { span, message: what + question, fixes }
}
