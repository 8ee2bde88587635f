// Specifications of any size, made like real ones: the same seed gives the same text.
//
//   node bench/generate-spec.mjs [--lines 5200] [--seed 1] > big.md
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ACTORS = [
  'reader',
  'clerk',
  'operator',
  'auditor',
  'tenant',
  'sensor',
  'gateway',
  'scheduler',
  'importer',
]
const VERBS = [
  'store',
  'refuse',
  'list',
  'export',
  'confirm',
  'sign',
  'archive',
  'restore',
  'compare',
  'forward',
]
const OBJECTS = [
  'order',
  'invoice',
  'parcel',
  'reading',
  'session',
  'document',
  'reservation',
  'certificate',
  'alarm',
]
const CONDITIONS = [
  'after sign-in',
  'during an import',
  'at midnight',
  'over a slow line',
  'in a second region',
]
const KEYWORDS = ['MUST', 'MUST', 'MUST', 'SHOULD', 'MUST NOT', 'MAY']

/** Mulberry32: small, even, and the same everywhere. @param {number} seed */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What is written, drawn from words like those of real specifications. @param {number} seed */
export function writer(seed) {
  const next = random(seed)
  /** @template T @param {readonly T[]} list */
  const pick = (list) => /** @type {T} */ (list[Math.floor(next() * list.length)])
  const number = (/** @type {number} */ from, /** @type {number} */ to) =>
    from + Math.floor(next() * (to - from + 1))
  const chance = (/** @type {number} */ share) => next() < share
  const clause = () => `${pick(VERBS)} the ${pick(OBJECTS)} of the ${pick(ACTORS)} ${pick(CONDITIONS)}`
  return { pick, number, chance, clause }
}

/** @param {number} value @param {number} width */
export const padded = (value, width) => String(value).padStart(width, '0')

/** @param {string} title @param {number} number */
function head(title, number) {
  return `# Specification: ${title}

## Overview
**ID**: SPEC-2026-01-15-${padded(number, 3)}  
**Status**: Approved  
**Created**: 2026-01-15  
**Last Updated**: 2026-03-02  

## Why (Purpose & Context)
The ${title.toLowerCase()} replaces three programs that grew apart, and the tables that people keep beside them.
`
}

/**
 * A spec of about `lines` lines: each feature brings requirements, criteria, test cases and a phase of tasks.
 *
 * @param {{ lines?: number, seed?: number }} [options]
 */
export function generateSpec({ lines = 5200, seed = 1 } = {}) {
  const write = writer(seed)
  // Twelve lines a requirement, counted over all that it brings.
  const count = Math.round(lines / 12.1)
  const ids = Array.from({ length: count }, (_, at) => at + 1)
  return [
    head('Exchange platform', seed),
    '\n## What (Requirements & Acceptance Criteria)\n\n### Functional Requirements\n',
    ...ids.map((id) => requirement(id, write)),
    '\n### Acceptance Criteria\n',
    ...ids.map((id) => criterion(id, write)),
    '\n## How (Implementation Approach)\n\n### High-Level Design\n',
    ...ids.filter((id) => id % 12 === 0).map((id) => design(id, write)),
    '\n### Implementation Plan\n',
    ...ids.filter((id) => id % 10 === 0).map((id) => phase(id / 10, 12, count, write)),
    '\n## Testing Strategy\n\n### Test Cases\n',
    ...ids.map((id) => testCase(id, write)),
    `\n## Risks & Mitigations\n\n${risks(Math.round(count / 4), write)}`,
    '\n## Definition of Done\n- [ ] All acceptance criteria checked and validated\n- [ ] Code reviewed and approved\n',
  ].join('')
}

/** @param {number} id @param {ReturnType<typeof writer>} write */
export function requirement(id, write) {
  const keyword = write.pick(KEYWORDS)
  const bound = write.chance(0.4) ? ` within ${write.number(1, 90) * 10} ms` : ''
  const text = `${id}. **[REQ-${padded(id, 3)}]** The ${write.pick(ACTORS)} ${keyword} ${write.clause()}${bound},\n   and ${write.clause()}.\n`
  if (write.chance(0.7)) return text
  return `${text}   - It applies to each ${write.pick(OBJECTS)}, see \`${write.pick(OBJECTS)}.id\`.\n   - It is *not* repeated.\n`
}

/** @param {number} id @param {ReturnType<typeof writer>} write */
export function criterion(id, write) {
  const box = write.chance(0.3) ? 'x' : ' '
  const head = `- [${box}] **AC-${id}**: Given a ${write.pick(OBJECTS)}, when the ${write.pick(ACTORS)} asks for it`
  return `${head},\n  then the answer is to ${write.clause()}, and to ${write.clause()}\n  (REQ-${padded(id, 3)}).\n`
}

/** @param {number} id @param {ReturnType<typeof writer>} write */
export function design(id, write) {
  return `
#### Component ${id / 12}

The component keeps one \`${write.pick(OBJECTS)}\` for each ${write.pick(ACTORS)} and answers REQ-${padded(id, 3)}. It will
${write.clause()}, and **never** ${write.clause()}. See [the protocol](https://example.org/protocol/${id}).

\`\`\`ts
export function ${write.pick(VERBS)}${id}(${write.pick(OBJECTS)}: string): void
\`\`\`
`
}

/** Tasks name one of `requirements`. @param {number} number @param {number} tasks @param {number} requirements @param {ReturnType<typeof writer>} write */
function phase(number, tasks, requirements, write) {
  const lines = Array.from({ length: tasks }, (_, at) => {
    const box = write.chance(0.4) ? 'x' : ' '
    return `   - [${box}] Task ${number}.${at + 1}: ${write.clause()} (REQ-${padded(write.number(1, requirements), 3)})\n`
  })
  return `${number}. **Phase ${number}: ${write.pick(OBJECTS)}**\n${lines.join('')}\n`
}

/** @param {number} id @param {ReturnType<typeof writer>} write */
export function testCase(id, write) {
  const number = padded(id, 3)
  return `${id}. **[TEST-${number}]** Test ${write.pick(OBJECTS)} ${write.pick(CONDITIONS)} (REQ-${number})
   - Input: ${write.number(2, 9)} of one ${write.pick(ACTORS)}
   - Expected: ${write.clause()}, and ${write.clause()}

`
}

/** @param {number} count @param {ReturnType<typeof writer>} write */
function risks(count, write) {
  const level = () => write.pick(['High', 'Med', 'Low'])
  const rows = Array.from(
    { length: count },
    () => `| Nobody can ${write.clause()} | ${level()} | ${level()} | We ${write.clause()} |\n`,
  )
  return `| Risk | Impact | Probability | Mitigation |\n|------|--------|-------------|------------|\n${rows.join('')}`
}

/** A spec whose requirements are one table. @param {{ rows?: number, seed?: number }} [options] */
export function generateTable({ rows = 500, seed = 2 } = {}) {
  const write = writer(seed)
  const body = Array.from(
    { length: rows },
    (_, at) =>
      `| **REQ-${padded(at + 1, 3)}** | The ${write.pick(ACTORS)} ${write.pick(KEYWORDS)} ${write.clause()} | ${write.pick(['High', 'Med', 'Low'])} |\n`,
  )
  const table = `| ID | Requirement | Priority |\n|----|-------------|----------|\n${body.join('')}`
  return `${head('Requirements table', seed)}\n## What (Requirements & Acceptance Criteria)\n\n### Functional Requirements\n\n${table}`
}

/** A spec whose plan is one phase. @param {{ tasks?: number, seed?: number }} [options] */
export function generatePhase({ tasks = 100, seed = 3 } = {}) {
  const write = writer(seed)
  const requirements = Array.from({ length: 20 }, (_, at) => requirement(at + 1, write)).join('')
  return `${head('One long phase', seed)}\n### Functional Requirements\n${requirements}\n## How (Implementation Approach)\n\n### Implementation Plan\n${phase(1, tasks, 20, write)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { lines: { type: 'string', default: '5200' }, seed: { type: 'string', default: '1' } },
  })
  process.stdout.write(generateSpec({ lines: Number(values.lines), seed: Number(values.seed) }))
}
