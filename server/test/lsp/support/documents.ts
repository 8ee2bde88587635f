import type { Diagnostic, DocumentDiagnosticReport, Range } from 'vscode-languageserver/node'
import { FOLDER } from './test-client'

export const SPEC_URI = `${FOLDER}/specs/lantern.md`

/** A Draft with all that the template asks for; what it leaves open are two of three criteria and one of two tasks. */
export const SPEC = `# Specification: Lantern dimming

## Overview
**ID**: SPEC-2026-01-15-001
**Status**: Draft
**Created**: 2026-01-15
**Last Updated**: 2026-01-20

## Why (Purpose & Context)
Lanterns are too bright for sleeping guests.

## What (Requirements & Acceptance Criteria)

### Functional Requirements
1. **[REQ-001]** The lantern MUST dim to ten percent within two seconds
2. **[REQ-002]** The lantern SHOULD remember its last brightness

### Acceptance Criteria
- [x] **AC-1**: Given a lit lantern, when it is dimmed, then it shows ten percent (REQ-001)
- [ ] **AC-2**: Given a dimmed lantern, when it is switched on, then it shows ten percent (REQ-002)
- [ ] **AC-3**: Edge case: the battery is empty

## How (Implementation Approach)

### Implementation Plan
1. **Phase 1: Foundation**
   - [x] Task 1.1: Measure the brightness
   - [ ] Task 1.2: Store the brightness

## Testing Strategy

### Test Cases
1. **[TEST-001]** Test dimming with a full battery (REQ-001)
   - Input: brightness 100
   - Expected: brightness 10

## Definition of Done
- [ ] All acceptance criteria checked and validated
`

export const README = `# Lantern

A lamp that dims. See UTF-8 and SHA-256.

- [ ] Buy a battery

| Name | Value |
|------|-------|
| a    | b     |
`

/** The range of a text's first occurrence. */
export function rangeOf(text: string, part: string): Range {
  const start = text.indexOf(part)
  if (start < 0) throw new Error(`There is no ${JSON.stringify(part)} in the text.`)
  return { start: positionAt(text, start), end: positionAt(text, start + part.length) }
}

/** The end of a text's first occurrence. */
export function after(text: string, part: string): Range['end'] {
  return rangeOf(text, part).end
}

/** An empty range at the end of a text's first occurrence. */
export function behind(text: string, part: string): Range {
  const end = after(text, part)
  return { start: end, end }
}

export function itemsOf(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  if (report.kind !== 'full') throw new Error(`The report is ${report.kind}.`)
  return report.items
}

export function rulesOf(report: DocumentDiagnosticReport): readonly unknown[] {
  return itemsOf(report).map((diagnostic) => diagnostic.code)
}

function positionAt(text: string, offset: number): Range['end'] {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
