import type { MeantItem } from '../../index/workspace/elsewhere'
import { nameOf } from '../../index/workspace/foreign-names'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { enumerate } from '../support/wording'

/** What a message names, and what is offered. */
const MOST = 3

export const ambiguous: Rule = {
  name: 'reference/ambiguous',
  summary: 'An ID without its specification, where several that the document names define one.',
  reason: 'IDs are local to their specification: a reader cannot tell which of them is meant.',
  bad: `# Test plan

For [export](export.md) and [import](import.md).

- **TEST-001**: A ledger comes out as it went in
- **TEST-002**: A ledger without entries is refused (REQ-001)
`,
  good: `# Test plan

For [export](export.md) and [import](import.md).

- **TEST-001**: A ledger comes out as it went in
- **TEST-002**: A ledger without entries is refused (SPEC-2026-01-15-002#REQ-001)
`,
  beside: {
    'export.md': `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
`,
    'import.md': `# Specification: Import

## Overview
**ID**: SPEC-2026-01-15-002  
**Status**: Draft

### Functional Requirements
1. **[REQ-001]** The system MUST refuse a ledger without entries.
`,
  },
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Writes the document ID of one of them before it.',
  asks: 'specs',
  *check({ spec, surroundings }: RuleContext): Iterable<RuleFinding> {
    for (const { id, qualifier, elsewhere, implied, code } of spec.references) {
      // A sentence that names a document says which one is meant.
      if (qualifier !== undefined || elsewhere || implied || code) continue
      const items = surroundings.elsewhere?.meanings.get(nameOf({ key: id.key, qualifier }))?.items ?? []
      const meant = items.filter(({ linked }) => linked)
      if (meant.length < 2) continue
      const titles = meant.slice(0, MOST).map(({ title }) => title)
      yield {
        span: id.span,
        message: `${id.text} is defined in ${enumerate(titles)}: write which one is meant, as in ${example(meant, id.text)}`,
        related: meant.map((place) => ({ place, message: `${place.id} in “${place.title}”` })),
        fixes: meant
          .slice(0, MOST)
          .flatMap(({ documentId, title }) => qualified(id.span.start, documentId, title)),
      }
    }
  },
}

function example(meant: readonly MeantItem[], id: string): string {
  const documentId = meant.find((item) => item.documentId !== undefined)?.documentId
  return documentId === undefined ? `a link to its document` : `${documentId}#${id}`
}

function qualified(at: number, documentId: string | undefined, title: string): readonly Fix[] {
  if (documentId === undefined) return []
  const edits = () => [{ span: { start: at, end: at }, text: `${documentId}#` }]
  return [{ title: `Write ${documentId}# before it: “${title}”`, edits }]
}
