/** A spec as somebody would have written it halfway from the template; invented for the tests. */
export const LAMP = `# Specification: Reading lamp

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Review  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-20  

## Why (Purpose & Context)
Readers are dazzled at night, and the old lamp hums.

### Goals
- [x] Readers sleep better
- [ ] Nobody hears the lamp

## What (Requirements & Acceptance Criteria)

### Functional Requirements
1. **[REQ-001]** The lamp MUST dim to 5 % within 2 seconds
2. **[REQ-002]** The lamp SHOULD remember its \`last\` level
3. **[REQ-003]** ~~The lamp MAY play music~~

### Non-Functional Requirements
- **Performance**: A button press is answered within 100 ms

### Acceptance Criteria
- [x] **AC-1**: Given a lit lamp, when the reader turns the knob, then it dims to 5 % (REQ-001)
- [ ] **AC-2**: Given a lamp at 40 %, when power returns, then it shines at 40 % (REQ-002)

### Out of Scope
- Colours

## How (Implementation Approach)

### Implementation Plan
1. **Phase 1: Foundation**
   - [x] Task 1.1: Choose the dimmer
   - [ ] Task 1.2: Write the driver for REQ-001

2. **Phase 2: Core Implementation**
   - [ ] Task 2.1: Store the level (REQ-002)

### Technical Decisions
| Decision | Options Considered | Choice | Rationale |
|----------|-------------------|--------|-----------|
| Dimmer | Triac, PWM | PWM | It does not hum |

## Testing Strategy

### Test Cases
1. **[TEST-001]** Test dimming with a lit lamp (AC-1)
   - Input: knob to the left
   - Expected: 5 % light

## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Flicker | High | Low | Measure it |

## Definition of Done
- [ ] Code reviewed and approved
- [ ] Documentation updated
`

/** The text with a line put in below the first one that has these words. */
export function withLineBelow(text: string, words: string, line: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((each) => each.includes(words))
  if (at < 0) throw new Error(`no line has ${words}`)
  return [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)].join('\n')
}

/** The text with the first occurrence of some words replaced. */
export function withReplaced(text: string, words: string, replacement: string): string {
  if (!text.includes(words)) throw new Error(`nothing says ${words}`)
  return text.replace(words, () => replacement)
}
