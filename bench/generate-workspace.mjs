// A folder of specifications that name each other, made like the published ones: their median and spread of bytes, and
// 8.4 items a specification. The same seed gives the same files.
//
//   node bench/generate-workspace.mjs FOLDER [--specs 1000] [--seed 1]
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { criterion, design, padded, requirement, testCase, writer } from './generate-spec.mjs'

/** Bytes of half of the published files, and how far the others are from it, in powers of e. */
const MEDIAN = 10_300
const SPREAD = 0.75
const SMALLEST = 1300
const LARGEST = 146_000

/** A requirement brings its criterion, and every other one a test case. */
const BYTES_A_REQUIREMENT = 3640
const SPECS_A_FOLDER = 40

/** One in ten names the first requirement of the first specification. */
const SHARE_NAMING_FIRST = 0.1

/** Document ID of the specification at a place, which no other has. @param {number} at */
export function documentId(at) {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(at / SPECS_A_FOLDER)))
  return `SPEC-${day.toISOString().slice(0, 10)}-${padded((at % SPECS_A_FOLDER) + 1, 3)}`
}

/** @param {number} at */
const pathOf = (at) => `area-${padded(Math.floor(at / SPECS_A_FOLDER) + 1, 3)}/spec-${padded(at + 1, 5)}.md`

/**
 * @param {{ specs?: number, seed?: number }} [options]
 * @yields {{ path: string, text: string }} paths are relative, with `/`
 */
export function* generateWorkspace({ specs = 1000, seed = 1 } = {}) {
  for (let at = 0; at < specs; at++)
    yield { path: pathOf(at), text: specAt(at, specs, writer(seed * 1_000_003 + at)) }
}

/** @param {number} at @param {number} specs @param {ReturnType<typeof writer>} write */
function specAt(at, specs, write) {
  const bytes = sizeOf(write)
  const count = Math.max(1, Math.round(bytes / BYTES_A_REQUIREMENT))
  const ids = Array.from({ length: count }, (_, number) => number + 1)
  const parts = [
    headOf(at, write),
    `\nIt goes on from ${elsewhere(at, specs, write)}, and from [what was before](../${pathOf(Math.max(0, at - 1))}#why-purpose--context).\n`,
    '\n## What (Requirements & Acceptance Criteria)\n\n### Functional Requirements\n',
    ...ids.map((id) => requirement(id, write)),
    '\n### Acceptance Criteria\n',
    ...ids.map((id) => criterion(id, write)),
    '\n## How (Implementation Approach)\n\n### High-Level Design\n',
  ]
  const after = [
    '\n## Testing Strategy\n\n### Test Cases\n',
    ...ids.filter((id) => id % 2 === 1).map((id) => testCase(id, write)),
    '\n## Definition of Done\n- [ ] All acceptance criteria checked and validated\n- [ ] Code reviewed and approved\n',
  ]
  let left = bytes - [...parts, ...after].reduce((sum, part) => sum + part.length, 0)
  for (let component = 1; left > 0; component++) {
    const named = design(component * 12, write).replace(/REQ-\d+/, `REQ-${padded(write.number(1, count), 3)}`)
    const title = `Component ${component}: ${write.clause()}`
    const part = `${named.replace(/Component \d+/, title)}\n${paragraph(write)}\n${notes(write)}`
    parts.push(part)
    left -= part.length
  }
  return [...parts, ...after].join('')
}

/** Normally distributed in its logarithm, as the published ones are. @param {ReturnType<typeof writer>} write */
function sizeOf(write) {
  const normal = Array.from({ length: 12 }, () => write.number(0, 1000) / 1000).reduce(
    (sum, one) => sum + one,
    -6,
  )
  return Math.min(LARGEST, Math.max(SMALLEST, Math.round(MEDIAN * Math.exp(SPREAD * normal))))
}

/** @param {number} at @param {ReturnType<typeof writer>} write */
function headOf(at, write) {
  return `# Specification: ${write.pick(['Import', 'Export', 'Archive', 'Search', 'Billing'])} ${at + 1}

## Overview
**ID**: ${documentId(at)}  
**Status**: ${write.pick(['Draft', 'Review', 'Approved', 'Approved'])}  
**Created**: 2026-01-15  
**Last Updated**: 2026-03-02  

## Why (Purpose & Context)
${paragraph(write)}`
}

/** An item of another specification. @param {number} at @param {number} specs @param {ReturnType<typeof writer>} write */
function elsewhere(at, specs, write) {
  const other = write.chance(SHARE_NAMING_FIRST) ? 0 : write.number(0, specs - 1)
  return other === at ? 'nothing else' : `${documentId(other)}#REQ-001`
}

/** @param {ReturnType<typeof writer>} write */
function paragraph(write) {
  const sentence = () => `People ${write.clause()}, and nobody has to ${write.clause()}.`
  return `${Array.from({ length: write.number(1, 3) }, sentence).join('\n')}\n`
}

/** Short items without IDs, most blocks of the published ones. @param {ReturnType<typeof writer>} write */
function notes(write) {
  const note = () => `- At most ${write.number(2, 99_999)} a day: ${write.clause()}\n`
  return Array.from({ length: write.number(4, 12) }, note).join('')
}

/** Writes the files. @param {string} folder @param {{ specs?: number, seed?: number }} options @returns what was written */
export function writeWorkspace(folder, options) {
  const files = []
  for (const { path, text } of generateWorkspace(options)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    files.push({ path: file, text })
  }
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { specs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  })
  const [folder] = positionals
  if (folder === undefined)
    throw new Error('Name the folder to write to: node bench/generate-workspace.mjs FOLDER')
  const files = writeWorkspace(folder, { specs: Number(values.specs), seed: Number(values.seed) })
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  console.log(`${files.length} specifications, ${Math.round(bytes / files.length)} bytes each, in ${folder}`)
}
