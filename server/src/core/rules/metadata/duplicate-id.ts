import type { Rule, RuleContext, RuleFinding } from '../rule'
import { changingDocumentId } from '../support/document-id'
import { enumerate } from '../support/wording'

/** Others that a message names; the rest is counted. */
const MOST_NAMED = 2

export const duplicateId: Rule = {
  name: 'metadata/duplicate-id',
  summary: 'Two specifications of the workspace have the same document ID.',
  reason: 'Whoever names it means one of two documents, and nobody can tell which.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-002  
**Status**: Draft
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-003  
**Status**: Draft
`,
  beside: {
    'import.md': `# Specification: Import

## Overview
**ID**: SPEC-2026-01-15-002  
**Status**: Draft
`,
  },
  severity: ['error', 'error', 'error'],
  templateOnly: false,
  whenClosed: true,
  fix: 'Gives this one the next free ID, where it names itself too. The text of links to it follows; what else names the ID keeps meaning the other.',
  asks: 'specs',
  *check({ spec, surroundings }: RuleContext): Iterable<RuleFinding> {
    const { documentId } = spec
    const others = surroundings.elsewhere?.sameDocumentId ?? []
    if (documentId === undefined || others.length === 0) return
    const free = surroundings.elsewhere?.freeDocumentId
    const named = others.slice(0, MOST_NAMED).map(({ title }) => `“${title}”`)
    if (others.length > MOST_NAMED) named.push(`${others.length - MOST_NAMED} more`)
    const next = free === undefined ? '' : `: the next free one is ${free}`
    yield {
      span: documentId.valueSpan,
      message: `${documentId.value} is the document ID of ${enumerate(named, 'and', false)} too${next}`,
      related: others.map((place) => ({ place, message: `“${place.title}” has this ID too` })),
      fixes: free === undefined ? [] : [changingDocumentId(spec, documentId, free)],
    }
  },
}
