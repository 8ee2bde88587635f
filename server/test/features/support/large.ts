/**
 * A spec of some 5,200 lines and 1,500 items: requirements with sub-bullets, criteria that name them, tests with parts,
 * phases of tasks, a table. Always the same.
 */
export function largeSpec(): string {
  const range = (count: number, line: (number: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')
  const id = (number: number) => String(number).padStart(3, '0')
  return [
    '# Specification: Everything',
    '\n## Overview\n**ID**: SPEC-2026-01-15-001  \n**Status**: Review  \n**Created**: 2026-01-15  \n',
    '## Why (Purpose & Context)',
    range(300, (n) => `Paragraph ${n} says **why** in plain words, as \`code\` would not.\n`),
    '## What (Requirements & Acceptance Criteria)\n\n### Functional Requirements',
    range(500, (n) => {
      const text = `The system MUST do thing ${n} within ${n} seconds of being asked, as before REQ-${id((n % 500) + 1)}`
      return `${n}. **[REQ-${id(n)}]** ${text}\n     - a note on thing ${n}\n     - another note`
    }),
    '\n### Acceptance Criteria',
    range(400, (n) => {
      return `- [${n % 2 ? 'x' : ' '}] **AC-${n}**: Given thing ${n},\n  when it is asked for,\n  then it is done (REQ-${id(n)})`
    }),
    '\n## How (Implementation Approach)\n\n### Implementation Plan',
    range(20, (n) => {
      const tasks = range(20, (m) => `   - [ ] Task ${n}.${m}: Write it for REQ-${id(n * m)}`)
      return `${n}. **Phase ${n}: Work**\n${tasks}\n`
    }),
    '## Testing Strategy\n\n### Test Cases',
    range(200, (n) => {
      return `${n}. **[TEST-${id(n)}]** Test thing ${n} (AC-${n})\n     - Input: ${n}\n     - Expected: done\n`
    }),
    '## Risks & Mitigations\n\n| Risk | Impact | Probability | Mitigation |\n|------|--------|-------------|------------|',
    range(400, (n) => `| Risk ${n} | High | Low | Watch REQ-${id(n)} |`),
    '\n## Definition of Done\n- [ ] All of it',
  ].join('\n')
}
